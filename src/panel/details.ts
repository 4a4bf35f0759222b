/** What stands behind one verdict: what one can do, the counterexample, the evidence, the reading. */
import { plainSentence } from '../plain';
import type { Counterexample, Evidence, Link, PlainValue, SymbolReading } from '../report';
import { differences, rowsOf } from '../values';
import { declared, isTested, marks, sayAssumptions, sayLink, sayNumber, sayOffer, sayValue } from '../words';
import { button, element, table } from './dom';
import { math } from './math';
import type { FromPanel, Strengths } from './state';

export interface DetailContext {
  macros: Record<string, string>;
  version: number;
  send(message: FromPanel): void;
  /** What was found of altered versions on request; `asked` until it is there. */
  strength: Strengths | 'asked' | undefined;
  askStrength(index: number): void;
}

/** A relation by its equation and its number there. */
interface LinkPlace {
  equation: number;
  link: number;
}

/** `alone` when the line above says already what is said here. */
export function showLink(link: Link, place: LinkPlace, context: DetailContext, alone: boolean): HTMLElement {
  return element('section', { class: `link ${link.verdict}` },
    !alone && math(`${link.lhs} ${link.relation} ${link.rhs}`, context.macros),
    !alone && element('p', { class: 'verdict' }, element('span', { class: 'mark', role: 'img', 'aria-label': link.verdict }, marks[link.verdict]), element('span', {}, sayLink(link))),
    showActions(link, place, context),
    link.counterexample && showCounterexample(link.counterexample, context),
    link.assumptions.length > 0 && element('p', { class: 'assumptions' }, `Assuming ${sayAssumptions(link)}.`),
    link.evidence && showEvidence(link.evidence, link.verdict === 'verified', place, context),
    link.reading.length > 0 && showReading(link.reading, context),
  );
}

function showActions(link: Link, place: LinkPlace, { version, send }: DetailContext): HTMLElement {
  return element('p', { class: 'actions' },
    link.repair && button(`Fix: ${sayOffer(link.repair)}`, () => send({ type: 'applyEdits', version, edits: link.repair!.edits }), { class: 'primary', title: 'The line was checked with this change, and holds' }),
    link.rewrite && button(plainSentence(link.rewrite.message), () => send({ type: 'applyEdits', version, edits: link.rewrite!.edits })),
    link.declare ? button(`Declare: ${declared(link.declare)}`, () => send({ type: 'declare', version, link }), { class: 'primary' }) : undefined,
    button('Go to source', () => send({ type: 'goTo', range: link.range })),
    ...(isTested(link) ? [button('Copy as NumPy', () => send({ type: 'copyScript', ...place, dialect: 'numpy' })), button('Copy as PyTorch', () => send({ type: 'copyScript', ...place, dialect: 'pytorch' }))] : []),
  );
}

/** The values, what the parts of both sides come to, and the sides with the entries marked that differ. */
function showCounterexample({ values, left, right, entry, steps = [] }: Counterexample, { macros }: DetailContext): HTMLElement {
  const given = Object.entries(values).map(([name, value]) => [math(name, macros), showValue(value)]);
  const inner = steps.map(({ tex, value }) => [math(tex, macros), showValue(value)]);
  const sides = [['left side', showValue(left, differences(left, right))], ['right side', showValue(right, differences(right, left))]];
  return element('div', { class: 'counterexample' },
    table(entry ? `They differ, first in entry (${entry.join(', ')})` : 'They differ', ['', 'value'], [...given, ...sides]),
    inner.length > 0 && table('Step by step', ['part', 'value'], inner),
  );
}

/** A number, a row, or rows; more axes than two are written out. */
function showValue(value: PlainValue, differs: (row: number, column: number) => boolean = () => false): HTMLElement {
  const rows = Array.isArray(value) ? rowsOf(value) : undefined;
  if (!rows) return element('span', { class: 'number' }, sayValue(value));
  const entry = (x: number, row: number, column: number) => (differs(row, column) ? element('mark', { class: 'number' }, sayNumber(x)) : element('span', { class: 'number' }, sayNumber(x)));
  return element('span', { class: 'matrix' }, ...rows.map((row, at) => element('span', { class: 'row' }, ...row.map((x, column) => entry(x, at, column)))));
}

function showEvidence(evidence: Evidence, agrees: boolean, place: LinkPlace, context: DetailContext): HTMLElement {
  const { points, maxError, seed, sizes } = evidence;
  const used = Object.entries(sizes ?? {}).map(([name, size]) => `${name} = ${size}`).join(', ');
  const error = agrees ? [['largest relative error', maxError.toExponential(1)]] : [];
  const strength = agrees ? [['altered versions caught', showStrength(evidence.strength, place, context)]] : [];
  const rows = [['points tried', String(points)], ...error, ...(used ? [['sizes', used]] : []), ['seed', String(seed)], ...strength];
  return table('Evidence', ['', ''], rows);
}

/** How hard the line was to pass: it is altered, and the same check is asked about each version. */
function showStrength(known: Evidence['strength'], { equation, link }: LinkPlace, { strength, askStrength }: DetailContext): HTMLElement | string {
  const found = known ?? (typeof strength === 'object' && 'strengths' in strength ? strength.strengths[link] : undefined);
  if (found) return `${found.caught} of ${found.altered}`;
  if (strength === 'asked') return 'trying …';
  if (!strength) return button('Try some', () => askStrength(equation), { title: 'Alters this line in ways that slip in easily, and asks the same check about each' });
  return 'problem' in strength ? `not known: ${strength.problem}` : 'no version of this line could be tried';
}

function showReading(reading: SymbolReading[], { macros, send }: DetailContext): HTMLElement {
  const from = ({ from: origin }: SymbolReading) => {
    if (!origin) return 'notation';
    const place = { line: origin.line, character: 0 };
    return button(`line ${origin.line + 1}`, () => send({ type: 'goTo', range: { start: place, end: place } }), { class: 'as-link' });
  };
  const shaped = reading.some(({ shape }) => shape.length > 0);
  const head = ['symbol', 'kind', ...(shaped ? ['shape'] : []), 'domain', 'from'];
  return table('How this was read', head,
    reading.map((symbol) => [math(symbol.symbol, macros), symbol.kind, ...(shaped ? [symbol.shape.join(' × ')] : []), symbol.domain, from(symbol)]));
}
