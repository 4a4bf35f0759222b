/** Both sides of a counterexample step by step: what the names in them come to, and the parts that they are put together from. */
import { rootOf } from '../meaning/dims';
import { type DocumentMeaning, exprsOf, type LinkSyntax } from '../meaning/document';
import { keyOf, usesIn } from '../meaning/symbols';
import { symbolTerm, type Index, type Term } from '../meaning/term';
import type { Expr, Member } from '../notation/expression';
import type { Step } from '../report';
import { compile } from '../tensor';
import { createLowering, lower } from './lower';
import { arrange } from './lower/labels';
import { givenSizes } from './lower/sizes';
import { ifRunnable } from './lower/unrunnable';
import type { Point } from './point';
import { scopeOf } from './readings';
import { type Site, sitesOf } from './repair/setting';
import { extentOf } from './repair/source';
import { nested } from './shrink';

/** More lines are harder to follow than the formula. */
const LIMIT = 8;

/** Something with a value at the point; its axes in order. */
interface Valued { term: Term; layout: Index[] }

/** Inner parts come before those that hold them. */
export function stepsOf(document: DocumentMeaning, link: LinkSyntax, point: Point): Step[] {
  const named = namesIn(document, link, point).map(({ tex, ...valued }) => stepAt(point, tex, () => valued));
  const parts = [link.lhs, link.rhs].flatMap((member) => {
    const other = member === link.lhs ? link.rhs : link.lhs;
    return partsOf(document, member).map(({ expr, tex }) => stepAt(point, tex, () => point.world.read(scopeOf(link, other.expr), expr)));
  });
  const found = [...named, ...parts].filter((step) => step !== undefined);
  return found.filter(({ tex }, i) => found.findIndex((other) => other.tex === tex) === i).slice(0, LIMIT);
}

/** Names that stand for something else, as they are mentioned. */
function namesIn(document: DocumentMeaning, link: LinkSyntax, { world }: Point): (Valued & { tex: string })[] {
  return [...new Set(usesIn(document, ...exprsOf(link)).map(keyOf))].flatMap((key) => {
    const [definition, info] = [world.definitions.get(key), world.symbols.get(key)];
    return definition && info?.binding?.params.length === 0 ? [{ tex: info.use.tex, term: symbolTerm(key, definition.axes), layout: definition.axes }] : [];
  });
}

const COMPOUND: ReadonlySet<Expr['kind']> = new Set(['sum', 'product', 'fraction', 'apply', 'root', 'big', 'nabla', 'derivative']);
const CLOSED: ReadonlySet<Expr['kind']> = new Set(['big', 'nabla', 'derivative']);

/** The compound parts of a member that have a value of their own: nothing inside of sums and derivatives. */
function partsOf({ text, parts }: DocumentMeaning, member: Member): { expr: Expr; tex: string }[] {
  const isPart = ({ expr, around }: Site) => around.length > 0 && COMPOUND.has(expr.kind) && !around.some(({ kind }) => CLOSED.has(kind));
  return sitesOf({ text, parts }, member).filter(isPart).reverse().map(({ expr }) => {
    const { start, end } = extentOf(text, expr);
    return { expr, tex: text.slice(start, end) };
  });
}

/** Undefined where the part cannot be read by itself, or rests on more than the point gives. */
function stepAt({ world, sizes, values }: Point, tex: string, read: () => Valued): Step | undefined {
  return ifRunnable(() => {
    const { term, layout } = read();
    // What was just read may have given the classes of indices other representatives.
    const lowering = createLowering(world, givenSizes(world, new Map([...sizes.chosen].map(([index, size]) => [rootOf(world.dims, index), size]))));
    const lowered = lower(lowering, term);
    const { node } = arrange(lowering, lowered, [...lowered.labels.filter((label) => !layout.includes(label)), ...layout]);
    if ([...lowering.inputs.keys()].some((key) => !values.some((value) => value.key === key))) return undefined;
    const [entries] = compile([node]).run(new Map(values.map(({ key, entries }) => [key, Float64Array.from(entries)])), 1).values;
    return entries.every(Number.isFinite) ? { tex, value: nested(entries, [...node.shape]) } : undefined;
  });
}
