// Gauss quadrature: nodes and weights from the recurrence of the orthonormal polynomials.
import { symmetricEigen } from './dense';

export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** E f(Z) = Σ weightᵢ f(nodeᵢ) for Z ~ N(0, 1), exact for polynomials of degree below 2n. */
export function gaussHermite(n: number): Quadrature {
  return gauss(n, Math.sqrt);
}

/** ∫ f over [−1, 1] = Σ weightᵢ f(nodeᵢ), exact for polynomials of degree below 2n. */
export function gaussLegendre(n: number): Quadrature {
  const { nodes, weights } = gauss(n, (k) => k / Math.sqrt(4 * k * k - 1));
  return { nodes, weights: weights.map((w) => 2 * w) };
}

/**
 * For a symmetric probability measure with recurrence b(k+1) p(k+1) = x p(k) − b(k) p(k−1): the nodes are the
 * eigenvalues of the matrix with b beside the diagonal (Golub and Welsch 1969), polished by Newton steps.
 */
function gauss(n: number, b: (k: number) => number): Quadrature {
  const J = new Float64Array(n * n);
  for (let k = 1; k < n; k++) J[k * n + k - 1] = J[(k - 1) * n + k] = b(k);
  const nodes = symmetricEigen(J, n).values.map((x) => polish(polish(x, n, b), n, b));
  return { nodes, weights: nodes.map((x) => 1 / orthonormal(x, n, b).squares) };
}

function polish(x: number, n: number, b: (k: number) => number): number {
  const { value, slope } = orthonormal(x, n, b);
  return x - value / slope;
}

/** p(n) up to a factor, its slope up to the same, and Σ p(k)² for k < n. */
function orthonormal(x: number, n: number, b: (k: number) => number): { value: number; slope: number; squares: number } {
  let [before, value, slopeBefore, slope, squares] = [0, 1, 0, 0, 0];
  for (let k = 0; k < n; k++) {
    squares += value * value;
    const [up, down] = [b(k + 1), k === 0 ? 0 : b(k)];
    [slopeBefore, slope] = [slope, (value + x * slope - down * slopeBefore) / up];
    [before, value] = [value, (x * value - down * before) / up];
  }
  return { value, slope, squares };
}
