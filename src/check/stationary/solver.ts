/** Levenberg–Marquardt (Marquardt 1963), at all points at once. */
import * as engine from '../../tensor';
import { range, type Program, type Tensor } from '../../tensor';
import type { Lowering } from '../lower/lowering';

export interface Unknown { name: string; node: Tensor; size: number; admits(x: number): boolean }

type Inputs = Map<string, Float64Array>;

/** Residuals that are to vanish, by unknowns whose values stand in `inputs`; `step` is (JᵀJ + μI)⁻¹ Jᵀ of them. */
interface Search { unknowns: Unknown[]; inputs: Inputs; samples: number; step: Program; residual: Program; /** μ at each point. */ damping: Float64Array; /** The unknowns as they were drawn. */ drawn: Float64Array[] }

/** What a step would be, and the largest residual of each point. */
interface Slope { step: Float64Array; norms: Float64Array }

const DAMPING = 'damping of the solver';
const STEPS = 60;
const FIRST_DAMPING = 1e-2;
const LEAST_DAMPING = 1e-14;
const MOST_DAMPING = 1e12;
/** Residuals as small as this are rounding, where no step makes them smaller. */
const SOLVED = 1e-9;
/** Residuals as small as this are rounding. */
const ROUNDING = 1e-13;
/** After so many steps some point is to have come nearer. */
const PATIENCE = 20;
/** Flops of one step at all points beyond which a claim takes too long. */
const COST_LIMIT = 2e6;
/** Points that run further away than this, beside where they began, run to infinity, where gradients vanish as well. */
const FURTHEST = 100;
/** Fewer points decide nothing. */
const LEAST_SOLVED = 8;
/** A step that is longer than this, beside the unknowns, has not arrived. */
const ARRIVED = 1e-7;

/** Where the search begins: at the point that was drawn; and, as logarithms of shares exist nowhere else, between 0 and 1. */
const STARTS: readonly ((x: number) => number)[] = [(x) => x, (x) => 1 / (1 + Math.exp(-x))];

/** Moves the unknowns of each point to where all residuals vanish. Points where that fails are spoiled; false where too few are left. */
export function solve(lowering: Lowering, residuals: Tensor[], unknowns: Unknown[], inputs: Inputs, samples: number): boolean {
  const search = searchFor(lowering, residuals, unknowns, inputs, samples);
  if (search.step.cost * samples > COST_LIMIT) return false;
  let failed: number[] = [];
  for (const begin of STARTS) {
    for (const point of failed) restart(search, point, begin);
    descend(search);
    failed = unsolved(search, slopeOf(search));
    if (samples - failed.length >= 0.5 * samples) break;
  }
  for (const point of failed) for (const unknown of unknowns) valuesAt(search, unknown, point).fill(NaN);
  return samples - failed.length >= Math.min(LEAST_SOLVED, 0.5 * samples);
}

function searchFor(lowering: Lowering, residuals: Tensor[], unknowns: Unknown[], inputs: Inputs, samples: number): Search {
  const rows = residuals.map((r) => engine.reshape(r, [engine.sizeOf(r.shape)]));
  const F = rows.length === 1 ? rows[0] : engine.concat(rows, 0);
  const damping = new Float64Array(samples);
  return {
    unknowns, samples, damping,
    inputs: new Map([...inputs, [DAMPING, damping]]),
    drawn: unknowns.map(({ name }) => (inputs.get(name) as Float64Array).slice()),
    step: engine.compile([dampedStep(lowering, F, unknowns), F]),
    residual: engine.compile([F]),
  };
}

/** (JᵀJ + μI)⁻¹ JᵀF, for J of F by all unknowns. */
function dampedStep({ graph }: Lowering, F: Tensor, unknowns: Unknown[]): Tensor {
  const blocks = unknowns.map((u) => engine.reshape(engine.jacobian(F, u.node), [F.shape[0], u.size]));
  const J = blocks.length === 1 ? blocks[0] : engine.concat(blocks, 1);
  const Jt = engine.transpose(J, [1, 0]);
  const width = J.shape[1];
  const identity = graph.constant(Float64Array.from({ length: width * width }, (_, i) => (i % (width + 1) === 0 ? 1 : 0)), [width, width]);
  const damped = engine.add(engine.matmul(Jt, J), engine.mul(graph.input(DAMPING, []), identity));
  return engine.solve(damped, engine.matmul(Jt, engine.reshape(F, [F.shape[0], 1])));
}

function restart({ unknowns, drawn, ...search }: Search, point: number, begin: (x: number) => number): void {
  unknowns.forEach((unknown, k) => { valuesAt(search, unknown, point).set(drawn[k].subarray(point * unknown.size, (point + 1) * unknown.size).map(begin)); });
}

/** A point at which a step makes the residuals larger goes back, and is damped more. */
function descend(search: Search): void {
  const { residual, inputs, samples, damping } = search;
  damping.fill(FIRST_DAMPING);
  const refused = new Uint8Array(samples);
  let earlier: Float64Array | undefined;
  for (let n = 0; n < STEPS; n++) {
    const { step, norms } = slopeOf(search);
    if (norms.every((norm, point) => !(norm > (refused[point] ? SOLVED : ROUNDING)))) break;
    if (n % PATIENCE === 0) { if (earlier && isStuck(earlier, norms)) break; earlier = norms; }
    for (let point = 0; point < samples; point++) move(search, step, point, -1);
    const after = normsOf(residual.run(inputs, samples, { transient: true }).values[0], samples);
    for (let point = 0; point < samples; point++) {
      refused[point] = Number(!(after[point] < norms[point]));
      damping[point] = refused[point] ? Math.min(MOST_DAMPING, damping[point] * 10) : Math.max(LEAST_DAMPING, damping[point] / 10);
      if (refused[point]) move(search, step, point, 1);
    }
  }
  damping.fill(LEAST_DAMPING);
}

/** Whether all residuals that are left are about what they were. */
const isStuck = (before: Float64Array, now: Float64Array): boolean => now.every((norm, point) => !(norm > SOLVED && norm < 0.9 * before[point]));

function slopeOf({ step, inputs, samples }: Search): Slope {
  const [moves, residual] = step.run(inputs, samples).values;
  return { step: moves, norms: normsOf(residual, samples) };
}

function normsOf(residual: Float64Array, samples: number): Float64Array {
  const width = residual.length / samples;
  const norms = new Float64Array(samples);
  for (let i = 0; i < residual.length; i++) norms[Math.floor(i / width)] += residual[i] ** 2;
  return norms.map(Math.sqrt);
}

function move({ unknowns, inputs, samples }: Search, step: Float64Array, point: number, sign: 1 | -1): void {
  let offset = (point * step.length) / samples;
  for (const u of unknowns) {
    const values = inputs.get(u.name) as Float64Array;
    for (let i = 0; i < u.size; i++, offset++) if (Number.isFinite(step[offset])) values[point * u.size + i] += sign * step[offset];
  }
}

/** Points at which something is left, or that ran away. */
function unsolved(search: Search, { step, norms }: Slope): number[] {
  const { unknowns, drawn, samples } = search;
  const width = step.length / samples;
  return range(samples).filter((point) => {
    const size = Math.max(1, ...unknowns.map((u) => largest(valuesAt(search, u, point))));
    const rest = largest(step.subarray(point * width, (point + 1) * width));
    const hasStayed = (u: Unknown, k: number): boolean => {
      const values = valuesAt(search, u, point);
      return values.every(u.admits) && largest(values) < FURTHEST * (1 + largest(drawn[k].subarray(point * u.size, (point + 1) * u.size)));
    };
    return !(norms[point] < SOLVED && rest < ARRIVED * size && unknowns.every(hasStayed));
  });
}

/** The values of an unknown at a point, in place. */
const valuesAt = ({ inputs }: Pick<Search, 'inputs'>, { name, size }: Unknown, point: number): Float64Array => (inputs.get(name) as Float64Array).subarray(point * size, (point + 1) * size);

const largest = (values: Float64Array): number => Math.max(...values.map(Math.abs));
