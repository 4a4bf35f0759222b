/** What holds only where gradients vanish is tested there: sampled points are moved onto the stationary set. */
import { boundsOf, type Domain } from '../meaning/declarations';
import type { LinkSyntax, Stationarity } from '../meaning/document';
import { keysIn } from '../meaning/names';
import { print } from '../notation/print';
import { keyOf } from '../meaning/symbols';
import { optimumOf } from '../meaning/stationarity';
import { type Term, visitTerm } from '../meaning/term';
import { Unreadable, type World } from '../meaning/world';
import * as engine from '../tensor';
import type { Program, Tensor } from '../tensor';
import { type Evaluation, evaluate, type Options, type Projection, termsOf } from './evaluate';
import { lower } from './lower';
import type { Lowering } from './lower/lowering';
import { Unrunnable } from './lower/unrunnable';
import { type AlignedSides, scopeOf, seedText } from './readings';

/** `evaluation` is of points at which the conditions hold; `open` are undefined functions that they rest on and the sides do not know. */
interface AtOptimum { evaluation: Evaluation | undefined; open: string[]; said: string[] }

/** The sides where what was set to zero before the link is zero. Undefined where nothing was that has a name in common with it, 'unread' where such a thing could not be read. `brief`: of sides that differ only that they do, at the first points. */
export function atStationary(link: LinkSyntax, sides: AlignedSides, equations: readonly Stationarity[], { brief = false, domains }: Pick<Options, 'brief' | 'domains'> = {}): AtOptimum | 'unread' | undefined {
  const before = latest(equations.filter((s) => s.unit === link.unit && s.at < link.lhs.span.start));
  const behind = keysBehind(sides.world, [sides.left, sides.right]);
  const claimed = leavesOf(sides.world, [sides.left, sides.right]);
  const conditions: Condition[] = [];
  let lost = false;
  for (const equation of before) {
    const read = readCondition(equation, link, sides);
    if (read && [...read.leaves].some((key) => claimed.has(key))) conditions.push(read);
    if (!read) lost ||= equation.variables.some((use) => behind.has(keyOf({ ...use })));
  }
  if (lost) return 'unread';
  if (conditions.length === 0) return undefined;
  const found = solvedAt(link, sides, conditions, { brief, ...(domains ? { domains } : {}) });
  if (found && found.outcome !== 'undefined') return atOptimum(sides, conditions, claimed, found);
  // Conditions that cannot be met all at once may be of several exercises.
  const binding = conditions.filter((condition) => !leavesFree(link, sides, condition, claimed));
  if (binding.length === 0) return undefined;
  const among = binding.length < conditions.length ? solvedAt(link, sides, binding, { brief, ...(domains ? { domains } : {}) }) : found;
  return atOptimum(sides, binding, claimed, among);
}

function atOptimum(sides: AlignedSides, conditions: readonly Condition[], claimed: ReadonlySet<string>, evaluation: Evaluation | undefined): AtOptimum {
  return { evaluation, open: openIn(sides, conditions, claimed), said: [...new Set(conditions.map(({ said = 'at the stationary point' }) => said))] };
}

function solvedAt(link: LinkSyntax, sides: AlignedSides, conditions: readonly Condition[], { brief, domains }: Pick<Options, 'brief' | 'domains'>): Evaluation | undefined {
  const seed = seedText(link.lhs.tex, link.relation.tex, link.rhs.tex);
  const own = { seed, ...(domains ? { domains } : {}), ...projection(sides, conditions, new Set(conditions.flatMap(unknownKeys))) };
  const first = brief ? evaluate(sides, { ...own, points: FIRST, brief }) : undefined;
  const found = first?.outcome === 'differ' && first.choice === 0 ? first : evaluate(sides, own);
  // Where the variables alone can only be zero, as without the eigenvalue, everything in the conditions is moved.
  const all = !found || found.outcome === 'undefined' || (found.outcome === 'agree' && found.vacuous) ? evaluate(sides, { seed, ...projection(sides, conditions, new Set(conditions.flatMap(({ leaves }) => [...leaves]))) }) : undefined;
  return all?.outcome === 'agree' && !all.vacuous ? all : found;
}

/** Whether a condition can be met whatever the names of the line are, by others that it knows, and these not zero: then it says nothing of the line. */
function leavesFree(link: LinkSyntax, sides: AlignedSides, condition: Condition, claimed: ReadonlySet<string>): boolean {
  const others = new Set([...condition.leaves].filter((key) => !claimed.has(key)));
  if (others.size === 0) return false;
  const { project, projectedBy } = projection(sides, [condition], others, true);
  const found = evaluate(sides, { seed: seedText(link.lhs.tex, link.relation.tex, link.rhs.tex), project, projectedBy });
  return found !== undefined && found.outcome !== 'undefined';
}

/** Functions of which nothing is known say nothing about a line that does not mention them. */
function openIn({ world, left, right }: AlignedSides, conditions: readonly Condition[], claimed: ReadonlySet<string>): string[] {
  const known = functionsIn(world, [left, right]);
  const functions = [...functionsIn(world, conditions.map(({ term }) => term))].filter((name) => !known.has(name));
  const symbols = [...new Set(conditions.flatMap(({ leaves }) => [...leaves]))].filter((key) => (world.symbols.get(key)?.dependsOn.length ?? 0) > 0 && !claimed.has(key));
  return [...functions, ...symbols].map((key) => world.symbols.get(key)?.use.tex ?? key);
}

/** Undefined functions that are applied in terms, and in the definitions that these rest on. */
function functionsIn(world: World, terms: Term[]): Set<string> {
  const all = [...terms, ...[...keysBehind(world, terms)].flatMap((key) => world.definitions.get(key)?.term ?? [])];
  const found = new Set<string>();
  for (const term of all) visitTerm(term, (t) => { if (t.op === 'smooth') found.add(t.name); });
  return found;
}

function projection(sides: AlignedSides, conditions: readonly Condition[], keys: ReadonlySet<string>, apartFromZero = false): Required<Pick<Options, 'project' | 'projectedBy'>> {
  const domains = [...keys].map((key) => `${key} ${domainOf(sides, key)}`);
  const projectedBy = [termsOf(conditions.map(({ term }) => term), new Map()), ...domains, ...(apartFromZero ? ['apart from zero'] : [])].join(';');
  const project: Projection = (lowering, inputs, samples) => {
    try {
      const residuals = conditions.map(({ term }) => lower(lowering, term).node);
      const unknowns = [...keys].flatMap((key) => unknownOf(sides, lowering, key));
      if (unknowns.length === 0) return false;
      fillMissing(lowering, inputs, samples);
      const solved = solve(lowering, residuals, unknowns, inputs, samples);
      nameOptima(unknowns, inputs);
      return solved && !(apartFromZero && unknowns.some(({ name }) => vanishes(inputs.get(name) as Float64Array)));
    } catch (error) {
      if (error instanceof Unrunnable) return false;
      throw error;
    }
  };
  return { project, projectedBy };
}

const vanishes = (values: Float64Array): boolean => values.every((x) => !(Math.abs(x) > NEARLY_ZERO));
/** What solves a condition by being zero comes out as small as this. */
const NEARLY_ZERO = 1e-4;

// ── the conditions ──

interface Condition { said?: string; term: Term; leaves: Set<string>; /** Keys of the variables whose derivative vanishes. */ variables: string[] }

/** A condition in the claim's own world, read before any size is chosen. */
function readCondition({ expr, variables, said }: Stationarity, link: LinkSyntax, { world }: AlignedSides): Condition | undefined {
  try {
    const { term } = world.read(scopeOf(link, expr), expr);
    return { ...(said ? { said } : {}), term, leaves: leavesOf(world, [term]), variables: variables.map((v) => keyOf({ ...v })) };
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** A condition replaces an earlier one on the same variables. */
function latest(equations: readonly Stationarity[]): Stationarity[] {
  const id = ({ expr, variables }: Stationarity): string => variables.length === 0 ? print(expr) : [...new Set(variables.map((variable) => keyOf({ ...variable })))].sort().join(' ');
  return [...new Map(equations.map((equation) => [id(equation), equation])).values()];
}

/** Keys without a definition that terms rest on. */
function leavesOf(world: World, terms: Term[]): Set<string> {
  return new Set([...keysBehind(world, terms)].filter((key) => !world.definitions.has(key)));
}

/** Keys in terms and in the definitions that these rest on. */
function keysBehind(world: World, terms: Term[]): Set<string> {
  const seen = new Set(terms.flatMap((term) => [...keysIn(term)]));
  for (const key of seen) for (const inner of keysIn(world.definitions.get(key)?.term ?? { op: 'num', value: 0 })) seen.add(inner);
  return seen;
}

/** A condition is solved for its variables; one that they have dropped out of, as from `\partial L / \partial b`, for all that is in it. */
function unknownKeys({ leaves, variables }: Condition): string[] {
  const own = variables.filter((key) => leaves.has(key));
  return own.length ? own : [...leaves];
}

interface Unknown { name: string; node: Tensor; size: number; admits(x: number): boolean }

/** Values that may be moved, and whereto: those of other domains are drawn as they must be. */
function admissible(domain: Domain): ((x: number) => boolean) | undefined {
  const bounds = boundsOf(domain);
  return bounds && ((x) => (x > bounds.from || (x === bounds.from && domain === 'nonnegative')) && x < bounds.to);
}

function domainOf({ world, at }: AlignedSides, key: string): Domain {
  const info = world.symbols.get(key);
  return (info && world.declarations.domain(info.use.base, at)) ?? 'real';
}

function unknownOf(sides: AlignedSides, lowering: Lowering, key: string): Unknown[] {
  const axes = lowering.inputs.get(key);
  const admits = admissible(domainOf(sides, key));
  if (!axes || !admits) return [];
  const shape = axes.map((axis) => lowering.sizes.of(axis));
  return [{ name: key, node: lowering.graph.input(key, shape), size: engine.sizeOf(shape), admits }];
}

/** `w^*` and `\hat w` are the w at which the gradient vanishes; what has another shape is another thing. */
function nameOptima(unknowns: Unknown[], inputs: Map<string, Float64Array>): void {
  for (const [optimum, { length }] of inputs) {
    const bare = optimumOf(optimum);
    const values = unknowns.some(({ name }) => name === bare) ? inputs.get(bare ?? '') : undefined;
    if (values?.length === length) inputs.set(optimum, values);
  }
}

/** Leaves that only the conditions mention get ordinary values. */
function fillMissing(lowering: Lowering, inputs: Map<string, Float64Array>, samples: number): void {
  for (const [name, axes] of lowering.inputs) {
    if (inputs.has(name)) continue;
    const random = engine.stream(`stationary ${name}`);
    const size = engine.sizeOf(axes.map((axis) => lowering.sizes.of(axis)));
    inputs.set(name, Float64Array.from({ length: size * samples }, () => random.normal()));
  }
}

// ── Levenberg–Marquardt (Marquardt 1963), all points at once ──

const STEPS = 60;
const DAMPING = 'damping of the solver';
const LEAST_DAMPING = 1e-14;
/** Residuals as small as this are rounding, where no step makes them smaller. */
const SOLVED = 1e-9;
/** After so many steps some point is to have come nearer. */
const PATIENCE = 20;
/** Points that run further away than this, beside where they began, run to infinity, where gradients vanish as well. */
const FURTHEST = 100;
/** Fewer points decide nothing. */
const LEAST_SOLVED = 8;
/** Points that are solved for first, where a difference at most of them is enough. */
const FIRST = 8;

/** Moves the unknowns of each point to where all residuals vanish. Points where that fails are spoiled; false where too few are left. */
function solve(lowering: Lowering, residuals: Tensor[], unknowns: Unknown[], inputs: Map<string, Float64Array>, samples: number): boolean {
  const { program, rest } = stepPrograms(lowering, residuals, unknowns);
  const damping = new Float64Array(samples);
  const start = unknowns.map(({ name }) => (inputs.get(name) as Float64Array).slice());
  const given = new Map([...inputs, [DAMPING, damping]]);
  let failed: number[] = [];
  for (const begin of STARTS) {
    for (const point of failed) unknowns.forEach(({ name, size }, k) => { for (let i = point * size; i < (point + 1) * size; i++) (inputs.get(name) as Float64Array)[i] = begin(start[k][i]); });
    descend({ program, rest }, unknowns, given, damping, samples);
    failed = unsolved(residualNorms(program, given, samples), start, unknowns, inputs, samples);
    if (samples - failed.length >= 0.5 * samples) break;
  }
  for (const { name, size } of unknowns) for (const point of failed) (inputs.get(name) as Float64Array).fill(NaN, point * size, (point + 1) * size);
  return samples - failed.length >= Math.min(LEAST_SOLVED, 0.5 * samples);
}

/** Where the search begins: at the point that was drawn; and, as logarithms of shares exist nowhere else, between 0 and 1. */
const STARTS: readonly ((x: number) => number)[] = [(x) => x, (x) => 1 / (1 + Math.exp(-x))];

function descend({ program, rest }: { program: Program; rest: Program }, unknowns: Unknown[], given: Map<string, Float64Array>, damping: Float64Array, samples: number): void {
  damping.fill(1e-2);
  const refused = new Uint8Array(samples);
  let earlier: Float64Array | undefined;
  for (let n = 0; n < STEPS; n++) {
    const before = residualNorms(program, given, samples);
    if (before.norms.every((norm, point) => !(norm > (refused[point] ? SOLVED : 1e-13)))) break;
    if (n % PATIENCE === 0) { if (earlier && isStuck(earlier, before.norms)) break; earlier = before.norms; }
    move(unknowns, given, before.step, samples, -1);
    const after = normsOf(rest.run(given, samples, { transient: true }).values[0], samples);
    for (let point = 0; point < samples; point++) {
      refused[point] = Number(!(after[point] < before.norms[point]));
      if (!refused[point]) { damping[point] = Math.max(LEAST_DAMPING, damping[point] / 10); continue; }
      damping[point] = Math.min(1e12, damping[point] * 10);
      movePoint(unknowns, given, before.step, samples, point, 1);
    }
  }
  damping.fill(LEAST_DAMPING);
}

/** Whether all residuals that are left are about what they were. */
const isStuck = (before: Float64Array, now: Float64Array): boolean => now.every((norm, point) => !(norm > SOLVED && norm < 0.9 * before[point]));

/** (JᵀJ + μI)⁻¹ JᵀF and F, for F of all residuals and J by all unknowns; and F alone, which says whether a step was one. */
function stepPrograms(lowering: Lowering, residuals: Tensor[], unknowns: Unknown[]): { program: Program; rest: Program } {
  const rows = residuals.map((r) => engine.reshape(r, [engine.sizeOf(r.shape)]));
  const F = rows.length === 1 ? rows[0] : engine.concat(rows, 0);
  const blocks = unknowns.map((u) => engine.reshape(engine.jacobian(F, u.node), [F.shape[0], u.size]));
  const J = blocks.length === 1 ? blocks[0] : engine.concat(blocks, 1);
  const Jt = engine.transpose(J, [1, 0]);
  const width = J.shape[1];
  const identity = lowering.graph.constant(Float64Array.from({ length: width * width }, (_, i) => (i % (width + 1) === 0 ? 1 : 0)), [width, width]);
  const damped = engine.add(engine.matmul(Jt, J), engine.mul(lowering.graph.input(DAMPING, []), identity));
  return { program: engine.compile([engine.solve(damped, engine.matmul(Jt, engine.reshape(F, [F.shape[0], 1]))), F]), rest: engine.compile([F]) };
}

interface Found { step: Float64Array; /** Largest residual of each point. */ norms: Float64Array }

function residualNorms(program: Program, inputs: Map<string, Float64Array>, samples: number): Found {
  const [step, residual] = program.run(inputs, samples).values;
  return { step, norms: normsOf(residual, samples) };
}

function normsOf(residual: Float64Array, samples: number): Float64Array {
  const width = residual.length / samples;
  const norms = new Float64Array(samples);
  for (let i = 0; i < residual.length; i++) norms[Math.floor(i / width)] += residual[i] ** 2;
  return norms.map(Math.sqrt);
}

function move(unknowns: Unknown[], inputs: Map<string, Float64Array>, step: Float64Array, samples: number, sign: 1 | -1): void {
  for (let point = 0; point < samples; point++) movePoint(unknowns, inputs, step, samples, point, sign);
}

function movePoint(unknowns: Unknown[], inputs: Map<string, Float64Array>, step: Float64Array, samples: number, point: number, sign: 1 | -1): void {
  let offset = (point * step.length) / samples;
  for (const u of unknowns) {
    const values = inputs.get(u.name) as Float64Array;
    for (let i = 0; i < u.size; i++, offset++) if (Number.isFinite(step[offset])) values[point * u.size + i] += sign * step[offset];
  }
}

/** Points at which something is left, or that ran away. */
function unsolved({ step, norms }: Found, start: Float64Array[], unknowns: Unknown[], inputs: Map<string, Float64Array>, samples: number): number[] {
  const width = step.length / samples;
  return Array.from({ length: samples }, (_, point) => point).filter((point) => {
    const size = Math.max(1, ...unknowns.map((u) => largest(inputs.get(u.name) as Float64Array, u.size, point)));
    const rest = largest(step, width, point);
    return !(norms[point] < SOLVED && rest < 1e-7 * size && unknowns.every((u, k) => {
      const values = (inputs.get(u.name) as Float64Array).subarray(point * u.size, (point + 1) * u.size);
      return values.every(u.admits) && largest(values, u.size, 0) < FURTHEST * (1 + largest(start[k], u.size, point));
    }));
  });
}

const largest = (values: Float64Array, size: number, point: number): number => Math.max(...values.subarray(point * size, (point + 1) * size).map(Math.abs));
