/** The two libraries: what their functions are called, and what a script begins with. */
import type { ElementwiseName } from '../meaning/term';
import type { Dialect } from './code';

export type DialectName = 'numpy' | 'pytorch';

export interface Library extends Dialect {
  /** What the script begins with. */
  head: string;
  /** Defines `jacobian(f, x)`. */
  jacobian: string;
  /** Functions of one argument by their own names, where these differ from ours. */
  functions: Partial<Record<ElementwiseName, string>>;
  arange(size: string): string;
  /** What a function of a single axis and a reduction over it are called. */
  reductions: Record<'sum' | 'prod' | 'max' | 'min', (array: string, axis: number) => string>;
}

const DIFFERENCES = `def jacobian(f, x):
    """The derivative of f at x by central differences, entry by entry."""
    x = np.asarray(x, dtype=float)
    columns = []
    for at in np.ndindex(x.shape):
        h = 1e-3 * max(abs(x[at]), 1e-3) if x[at] else 1e-3
        step = np.zeros(x.shape)
        step[at] = h
        columns.append((np.asarray(f(x - 2 * step)) - 8 * f(x - step) + 8 * f(x + step) - f(x + 2 * step)) / (12 * h))
    return np.stack(columns, axis=-1).reshape(columns[0].shape + x.shape)`;

const AUTOGRAD = `def jacobian(f, x):
    """The derivative of f at x by automatic differentiation."""
    return torch.autograd.functional.jacobian(lambda x: torch.as_tensor(f(x)), torch.as_tensor(x), create_graph=True)`;

export const LIBRARIES: Record<DialectName, Library> = {
  numpy: {
    module: 'np', head: 'import numpy as np', array: 'np.array', jacobian: DIFFERENCES,
    functions: {
      asin: 'np.arcsin', acos: 'np.arccos', atan: 'np.arctan', erf: 'np.vectorize(math.erf)', gamma: 'np.vectorize(math.gamma)',
      softplus: 'np.logaddexp(0, ?)', sigmoid: '1 / (1 + np.exp(-(?)))', relu: 'np.maximum(?, 0)',
    },
    arange: (size) => `np.arange(1.0, ${size} + 1)`,
    reductions: { sum: (a, axis) => `np.sum(${a}, axis=${axis})`, prod: (a, axis) => `np.prod(${a}, axis=${axis})`, max: (a, axis) => `np.max(${a}, axis=${axis})`, min: (a, axis) => `np.min(${a}, axis=${axis})` },
  },
  pytorch: {
    module: 'torch', head: 'import torch\n\ntorch.set_default_dtype(torch.float64)\ntorch.set_printoptions(precision=10)', array: 'torch.tensor', jacobian: AUTOGRAD,
    functions: { gamma: 'torch.exp(torch.lgamma(?))', softplus: 'torch.nn.functional.softplus', relu: 'torch.relu' },
    arange: (size) => `torch.arange(1.0, ${size} + 1)`,
    reductions: { sum: (a, axis) => `torch.sum(${a}, dim=${axis})`, prod: (a, axis) => `torch.prod(${a}, dim=${axis})`, max: (a, axis) => `torch.amax(${a}, dim=${axis})`, min: (a, axis) => `torch.amin(${a}, dim=${axis})` },
  },
};
