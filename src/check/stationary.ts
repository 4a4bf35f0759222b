/** What holds only where gradients vanish is tested there: sampled points are moved onto the stationary set by Newton's method. */
import type { DocumentMeaning, LinkSyntax, Stationarity } from '../meaning/document';
import { keyOf, type SymbolUse } from '../meaning/symbols';
import type { Term } from '../meaning/term';
import { Unreadable } from '../meaning/world';
import * as engine from '../tensor';
import type { Tensor } from '../tensor';
import type { Projection } from './evaluate';
import { type Lowering, lower, Unrunnable } from './lower';
import { scopeOf, type AlignedSides } from './readings';

const STEPS = 30;

/** Undefined where no gradient was set to zero before the link. */
export function stationaryPoints(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides): Projection | undefined {
  const equations = document.stationary.filter((s) => s.unit === link.unit && s.at < link.lhs.span.start);
  if (equations.length === 0) return undefined;
  const variables = [...new Map(equations.flatMap((s) => s.variables).map((v): [string, SymbolUse] => [keyOf({ ...v }), v])).values()];
  const terms = readAll(equations, link, sides);
  if (!terms) return undefined;
  return (lowering, inputs, samples) => {
    try {
      const residuals = terms.map((term) => lower(lowering, term).node);
      const unknowns = variables.map((v) => unknownOf(lowering, keyOf({ ...v }))).filter((u): u is Unknown => !!u);
      if (unknowns.length === 0) return false;
      fillMissing(lowering, inputs, samples);
      const solved = newton(lowering, residuals, unknowns, inputs, samples);
      nameOptima(unknowns, inputs);
      return solved;
    } catch (error) {
      if (error instanceof Unrunnable) return false;
      throw error;
    }
  };
}

/** The conditions in the claim's own world, read before any size is chosen. */
function readAll(equations: Stationarity[], link: LinkSyntax, sides: AlignedSides): Term[] | undefined {
  try {
    return equations.map((s) => sides.world.read(scopeOf(link, s.expr), s.expr).term);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

interface Unknown { name: string; node: Tensor; size: number }

function unknownOf(lowering: Lowering, key: string): Unknown | undefined {
  const axes = lowering.inputs.get(key);
  if (!axes) return undefined;
  const shape = axes.map((axis) => lowering.sizes.of(axis));
  return { name: key, node: lowering.graph.input(key, shape), size: engine.sizeOf(shape) };
}

/** `w^*` is the w at which the gradient vanishes. */
function nameOptima(unknowns: Unknown[], inputs: Map<string, Float64Array>): void {
  for (const { name } of unknowns) for (const optimum of [`${name}^*`, `hat(${name})`]) if (inputs.has(optimum)) inputs.set(optimum, inputs.get(name) as Float64Array);
}

/** Leaves that only the stationary equations mention get ordinary values. */
function fillMissing(lowering: Lowering, inputs: Map<string, Float64Array>, samples: number): void {
  for (const [name, axes] of lowering.inputs) {
    if (inputs.has(name)) continue;
    const random = engine.stream(`stationary ${name}`);
    const size = engine.sizeOf(axes.map((axis) => lowering.sizes.of(axis)));
    inputs.set(name, Float64Array.from({ length: size * samples }, () => random.normal()));
  }
}

/** Gauss–Newton on all residuals at once, point by point; false where no point converges. Points that do not are spoiled. */
function newton(lowering: Lowering, residuals: Tensor[], unknowns: Unknown[], inputs: Map<string, Float64Array>, samples: number): boolean {
  const rows = residuals.map((r) => engine.reshape(r, [engine.sizeOf(r.shape)]));
  const F = rows.length === 1 ? rows[0] : engine.concat(rows, 0);
  const blocks = unknowns.map((u) => engine.reshape(engine.jacobian(F, u.node), [F.shape[0], u.size]));
  const J = blocks.length === 1 ? blocks[0] : engine.concat(blocks, 1);
  if (J.shape[0] < J.shape[1]) return false;
  const step = normalStep(J, F);
  const program = engine.compile([step, F]);
  void lowering;
  for (let n = 0; n < STEPS; n++) {
    const { values } = program.run(inputs, samples);
    apply(unknowns, inputs, values[0], samples, J.shape[1]);
    if (values[1].every((x) => Math.abs(x) < 1e-13)) break;
  }
  return spoilUnconverged(program.run(inputs, samples).values[1], unknowns, inputs, samples);
}

function normalStep(J: Tensor, F: Tensor): Tensor {
  const Jt = engine.transpose(J, [1, 0]);
  if (J.shape[0] === J.shape[1]) return engine.solve(J, engine.reshape(F, [F.shape[0], 1]));
  return engine.solve(engine.matmul(Jt, J), engine.matmul(Jt, engine.reshape(F, [F.shape[0], 1])));
}

function apply(unknowns: Unknown[], inputs: Map<string, Float64Array>, step: Float64Array, samples: number, width: number): void {
  for (let point = 0; point < samples; point++) {
    let offset = point * width;
    for (const u of unknowns) {
      const values = inputs.get(u.name) as Float64Array;
      for (let i = 0; i < u.size; i++) values[point * u.size + i] -= step[offset++];
    }
  }
}

function spoilUnconverged(residual: Float64Array, unknowns: Unknown[], inputs: Map<string, Float64Array>, samples: number): boolean {
  const width = residual.length / samples;
  let good = 0;
  for (let point = 0; point < samples; point++) {
    const worst = Math.max(...residual.subarray(point * width, (point + 1) * width).map(Math.abs));
    if (worst < 1e-9) { good++; continue; }
    for (const u of unknowns) (inputs.get(u.name) as Float64Array).fill(NaN, point * u.size, (point + 1) * u.size);
  }
  return good >= 8;
}
