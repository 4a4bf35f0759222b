/** What stands behind one verdict: the counterexample, the evidence, the reading, what one can do. */
import type { Counterexample, Evidence, Link, PlainValue, SymbolReading } from '../report';
import { differences, rowsOf } from '../values';
import { declared, isTested, marks, sayLink, sayNumber, sayValue } from '../words';
import { button, element, table } from './dom';
import { math } from './math';
import type { FromPanel } from './state';

export interface DetailContext {
  macros: Record<string, string>;
  version: number;
  send(message: FromPanel): void;
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
    !alone && element('p', { class: 'verdict' }, element('span', { class: 'mark', 'aria-label': link.verdict }, marks[link.verdict]), element('span', {}, sayLink(link))),
    link.counterexample && showCounterexample(link.counterexample, context),
    link.assumptions.length > 0 && element('p', { class: 'assumptions' }, `Assuming ${link.assumptions.join('; ')}.`),
    link.evidence && showEvidence(link.evidence, link.verdict === 'verified'),
    link.reading.length > 0 && showReading(link.reading, context),
    showActions(link, place, context),
  );
}

function showActions(link: Link, place: LinkPlace, { version, send }: DetailContext): HTMLElement {
  return element('p', { class: 'actions' },
    button('Go to source', () => send({ type: 'goTo', range: link.range })),
    link.repair && button(`Fix: ${link.repair.message}`, () => send({ type: 'applyEdits', version, edits: link.repair!.edits }), { class: 'primary' }),
    link.rewrite && button(link.rewrite.message, () => send({ type: 'applyEdits', version, edits: link.rewrite!.edits })),
    link.declare ? button(`Declare ${declared(link.declare)}`, () => send({ type: 'declare', version, link })) : undefined,
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

function showEvidence({ points, maxError, seed, sizes }: Evidence, agrees: boolean): HTMLElement {
  const used = Object.entries(sizes ?? {}).map(([name, size]) => `${name} = ${size}`).join(', ');
  const error = agrees ? [['largest relative error', maxError.toExponential(1)]] : [];
  const rows = [['points tried', String(points)], ...error, ...(used ? [['sizes', used]] : []), ['seed', String(seed)]];
  return table('Evidence', ['', ''], rows);
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
