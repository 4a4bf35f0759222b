/** Conditions for convergence: `0 < \alpha < 2/\lambda`, held against the factor by which a linear recursion shrinks the distance of two of its courses. */
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import { DIRECTION, type Expr, hasPart, isLetter } from '../../notation/expression';
import { noLeaves } from '../updates/program';
import { attempt, unrun } from '../updates/values';
import type { Recursion } from './recursion';
import { codeOf, entries, runOf, withDefinitions } from './run';
import { HOLDS } from '../compare';

/** `exact`: converges just where the condition holds; `enough`: there and elsewhere; `wrong`: not everywhere there. */
export interface Stability { kind: 'exact' | 'enough' | 'wrong'; values: Record<string, number>; factor: number }

const SAMPLES = 400;
/** Nearer to 1 than this a factor decides nothing. */
const MARGIN = 1e-3;

/** What the condition is for the recursion, with its constants positive; undefined where either cannot be run. */
export function stability(document: DocumentMeaning, link: LinkSyntax, recursion: Recursion): Stability | undefined {
  const { members, relations } = link.statement;
  if (relations.some(({ name }) => !(name in DIRECTION))) return undefined;
  return attempt(() => {
    const sides = recursion.sides.flatMap((side) => attempt(() => shrinking(withDefinitions(document, link, side, recursion), recursion)) ?? []);
    const [factor] = sides;
    if (!factor) unrun(); // no linear recursion
    const bounds = members.map((member) => constant(withDefinitions(document, link, member.expr, recursion), recursion));
    if (!bounds.some(({ names }) => names.length > 0) || bounds.some(({ names }) => names.some((name) => !factor.names.includes(name)))) unrun(); // a symbol that the recursion does not know
    return sampled(factor, (values) => relations.every(({ name }, i) => HOLDS[name]?.(bounds[i].of(values), bounds[i + 1].of(values))));
  });
}

type Values = ReadonlyMap<string, number>;
interface Quantity { names: string[]; of(values: Values): number }

/** What two values of a linear recursion are apart after a step, for each unit that they were before. */
function shrinking(side: Expr, recursion: Recursion): Quantity {
  const leaves = noLeaves();
  const code = codeOf(side, recursion, leaves);
  if (leaves.fields.size || leaves.isSingle || leaves.usesStep || leaves.steady.size) unrun(); // not a linear recursion
  const at = (values: Values, x: number): number => entries(code({ t: 1, run: runOf(values, () => x) }))[0];
  return {
    names: leaves.constants,
    of(values) {
      const factor = at(values, 1) - at(values, 0);
      if (!(Math.abs(at(values, 3.7) - at(values, 0) - 3.7 * factor) <= 1e-9 * (1 + Math.abs(factor)))) unrun(); // not a linear recursion
      return factor;
    },
  };
}

function constant(expr: Expr, recursion: Recursion): Quantity {
  if (hasPart(expr, (e) => isLetter(e, recursion.counting.letter))) unrun(); // a condition on steps
  const leaves = noLeaves();
  const code = codeOf(expr, recursion, leaves);
  if (leaves.fields.size || leaves.usesStep) unrun(); // no constant
  return { names: leaves.constants, of: (values) => entries(code({ t: 1, run: runOf(values, unrun) }))[0] };
}

function sampled(factor: Quantity, holds: (values: Values) => boolean): Stability {
  let enough: Stability | undefined;
  let within = 0;
  for (let n = 0; n < SAMPLES; n++) {
    const values: Values = new Map(factor.names.map((name, i) => [name, spread(n, i)]));
    const size = Math.abs(factor.of(values));
    if (!(Math.abs(size - 1) > MARGIN)) continue;
    const [said, is] = [holds(values), size < 1];
    const found = { values: Object.fromEntries(values), factor: factor.of(values) };
    if (said && !is) return { kind: 'wrong', ...found };
    if (is && !said) enough ??= { kind: 'enough', ...found };
    if (said && is) within++;
  }
  if (within < SAMPLES / 40) unrun(); // too few samples
  return enough ?? { kind: 'exact', values: {}, factor: 0 };
}

/** Positive numbers between 0.05 and 20, spread evenly on a logarithmic scale by multiples of irrational numbers. */
const spread = (n: number, i: number): number => 0.05 * 400 ** (((n + 1) * Math.sqrt([2, 3, 5, 7, 11, 13][i % 6])) % 1);
