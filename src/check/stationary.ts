/** What holds only where gradients vanish is tested there: sampled points are moved onto the stationary set. */
import { boundsOf, type Domain } from '../meaning/declarations';
import { type LinkSyntax, type Stationarity, startOf } from '../meaning/document';
import { optimumOf } from '../meaning/stationarity';
import { keyOf } from '../meaning/symbols';
import { sizeOf, stream } from '../tensor';
import { undisturbed } from './doubt/differing';
import { type Evaluation, evaluate, type Options, type Projection, termsOf } from './evaluate';
import { lower } from './lower';
import type { Lowering } from './lower/lowering';
import { Unrunnable } from './lower/unrunnable';
import { type AlignedSides, seedText } from './readings';
import { type Condition, keysBehind, latest, leavesOf, openIn, readCondition, unknownKeys } from './stationary/conditions';
import { solve, type Unknown } from './stationary/solver';

/** What holds only where gradients vanish is tested there: sampled points are moved onto the stationary set. */
/** `evaluation` is of points at which the conditions hold; `open` are undefined functions that they rest on and the sides do not know. */
interface AtOptimum { evaluation: Evaluation | undefined; open: string[]; said: string[] }

/** The sides where what was set to zero before the link is zero. Undefined where nothing was that has a name in common with it, 'unread' where such a thing could not be read. `brief`: of sides that differ only that they do, at the first points. */
export function atStationary(link: LinkSyntax, sides: AlignedSides, equations: readonly Stationarity[], { brief = false, domains }: Pick<Options, 'brief' | 'domains'> = {}): AtOptimum | 'unread' | undefined {
  // What is given by one link of a chain does not make the next ones right.
  const before = latest(equations.filter((s) => s.unit === link.unit && s.at < (s.said ? link.statement.members[0].span.start : startOf(link))));
  const behind = keysBehind(sides.world, [sides.left, sides.right]);
  const claimed = leavesOf(sides.world, [sides.left, sides.right]);
  const conditions: Condition[] = [];
  let lost = false;
  for (const equation of before) {
    const isPart = (found: Condition | undefined): boolean => found !== undefined && [...found.leaves].some((key) => claimed.has(key));
    const read = undisturbed(sides.world, () => readCondition(equation, link, sides), isPart);
    if (read && isPart(read)) conditions.push(read);
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
  const seed = seedText(link);
  // What is given of a variable is given of an eigenvector, which is not zero.
  const isApart = conditions.some(({ said, variables }) => said !== undefined && variables.length > 0);
  const own = { seed, ...(domains ? { domains } : {}), ...projection(sides, conditions, new Set(conditions.flatMap(unknownKeys)), isApart) };
  const first = brief ? evaluate(sides, { ...own, points: FIRST, brief }) : undefined;
  const found = first?.outcome === 'differ' && first.choice === 0 ? first : evaluate(sides, own);
  // Where the variables alone can only be zero, as without the eigenvalue, or where the derivative is not of them, as by b of an offset, everything in the conditions is moved.
  const isLost = !found || found.outcome === 'undefined';
  const all = isLost || (found.outcome === 'agree' && found.vacuous) ? evaluate(sides, { seed, ...projection(sides, conditions, new Set(conditions.flatMap(({ leaves }) => [...leaves])), isApart) }) : undefined;
  return all?.outcome === 'agree' && (isLost || !all.vacuous) ? all : found;
}

/** Points that are solved for first, where a difference at most of them is enough. */
const FIRST = 8;

/** Whether a condition can be met whatever the names of the line are, by others that it knows, and these not zero: then it says nothing of the line. */
function leavesFree(link: LinkSyntax, sides: AlignedSides, condition: Condition, claimed: ReadonlySet<string>): boolean {
  const others = new Set([...condition.leaves].filter((key) => !claimed.has(key)));
  if (others.size === 0) return false;
  const { project, projectedBy } = projection(sides, [condition], others, true);
  const found = evaluate(sides, { seed: seedText(link), project, projectedBy });
  return found !== undefined && found.outcome !== 'undefined';
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

function unknownOf(sides: AlignedSides, lowering: Lowering, key: string): Unknown[] {
  const axes = lowering.inputs.get(key);
  const admits = admissible(domainOf(sides, key));
  if (!axes || !admits) return [];
  const shape = axes.map((axis) => lowering.sizes.of(axis));
  return [{ name: key, node: lowering.graph.input(key, shape), size: sizeOf(shape), admits }];
}

/** Values that may be moved, and whereto: those of other domains are drawn as they must be. */
function admissible(domain: Domain): ((x: number) => boolean) | undefined {
  const bounds = boundsOf(domain);
  return bounds && ((x) => (x > bounds.from || (x === bounds.from && domain === 'nonnegative')) && x < bounds.to);
}

function domainOf({ world, at }: AlignedSides, key: string): Domain {
  const info = world.symbols.get(key);
  return (info && world.declarations.domain(info.use.base, at)) ?? 'real';
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
    const random = stream(`stationary ${name}`);
    const size = sizeOf(axes.map((axis) => lowering.sizes.of(axis)));
    inputs.set(name, Float64Array.from({ length: size * samples }, () => random.normal()));
  }
}
