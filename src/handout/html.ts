/** A handout as one page of HTML that needs nothing beside itself: no script, no font, no address. The mathematics is MathML. */
import katex from 'katex';
import type { Counterexample, Evidence, Link, PlainValue, SymbolReading, Verdict } from '../report';
import { differences, rowsOf } from '../values';
import { balanced, marks, refusalsOf, sayAssumptions, sayLink, sayNumber, sayValue, shorten, type Tally, tally } from '../words';
import { type Handout, type HandoutEquation, lineOf } from './handout';
import { withLetters } from './letters';
import { STYLE } from './style';

export function htmlOf(handouts: readonly Handout[]): string {
  const title = `Gradlens on ${handouts.map((handout) => handout.title).join(', ')}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1></header>
<main>
${handouts.map(documentPart).join('\n')}
</main>
</body>
</html>
`;
}

/** What the marks mean, for those who do not see them. */
const SPOKEN: Record<Verdict, string> = { verified: 'verified', refuted: 'wrong', undecided: 'undecided', definition: 'definition', assumption: 'assumed' };

function documentPart(handout: Handout, at: number): string {
  const { title, equations } = handout;
  const wrong = equations.filter(({ links }) => links.some(({ verdict }) => verdict === 'refuted'));
  const list = wrong.map((equation) => `<li><a href="#${idOf(equation, at)}">line ${lineOf(equation)}</a>: ${escaped(sayWrong(equation))}</li>`).join('\n');
  return `<section aria-label="${escaped(title)}">
<h2>${escaped(title)}</h2>
<p class="tally">${sayCounts(tally(equations))}</p>
${list ? `<nav aria-label="What is wrong in ${escaped(title)}"><h3>What is wrong</h3>\n<ul>\n${list}\n</ul></nav>` : ''}
${refusalsPart(handout, at)}
${equations.map((equation) => equationPart(equation, handout, at)).join('\n')}
</section>`;
}

/** Each construct that stopped a check, with the equations that hold it. */
function refusalsPart({ title, equations }: Handout, at: number): string {
  const list = refusalsOf(equations).map(({ reason, equations: stopped }) =>
    `<li>${escaped(shorten(reason, 160))}: ${stopped.map((equation) => `<a href="#${idOf(equation, at)}">line ${lineOf(equation)}</a>`).join(', ')}</li>`);
  return list.length > 0 ? `<nav aria-label="What was not checked in ${escaped(title)}"><h3>What was not checked</h3>\n<ul>\n${list.join('\n')}\n</ul></nav>` : '';
}

const sayCounts = ({ verified, refuted, undecided }: Tally): string => `${verified} verified, ${refuted} wrong, ${undecided} undecided`;

/** Of several equations in one line, the place in it tells them apart. */
const idOf = ({ range: { start } }: HandoutEquation, at: number): string => `d${at}-l${start.line + 1}-${start.character}`;

const sayWrong = ({ links }: HandoutEquation): string => links.filter(({ verdict }) => verdict === 'refuted').map((link) => shorten(sayLink(link), 160)).join('; ');

function equationPart(equation: HandoutEquation, { macros }: Handout, at: number): string {
  return `<article id="${idOf(equation, at)}">
<h3>Line ${lineOf(equation)}</h3>
<div class="equation">${math(equation.shown, macros, true)}</div>
<ul class="links">
${equation.links.map((link) => linkPart(link, macros, equation.links.length > 1)).join('\n')}
</ul>
</article>`;
}

/** The relation itself is shown where it is one of several. */
function linkPart(link: Link, macros: Macros, amongOthers: boolean): string {
  const { verdict, counterexample, repair, assumptions, evidence, reading } = link;
  return `<li class="${verdict}">${[
    `<p class="verdict"><span class="mark" role="img" aria-label="${SPOKEN[verdict]}">${marks[verdict]}</span> ${amongOthers ? `${math(`${link.lhs} ${link.relation} ${link.rhs}`, macros)}: ` : ''}${escaped(sayLink(link))}</p>`,
    counterexample && counterexamplePart(counterexample, macros),
    repair && `<p>${withCode(repair.message)} makes it hold.</p>`,
    assumptions.length > 0 && `<p>Assuming ${escaped(sayAssumptions(link))}.</p>`,
    (reading.length > 0 || evidence) && `<details><summary>How this was read and tested</summary>${reading.length > 0 ? readingPart(reading, macros) : ''}${evidence ? evidencePart(evidence) : ''}</details>`,
  ].filter((part) => part).join('\n')}</li>`;
}

function counterexamplePart({ values, left, right, steps = [] }: Counterexample, macros: Macros): string {
  const given = Object.entries(values).map(([name, value]) => row(math(name, macros), valuePart(value)));
  const sides = [row('left side', valuePart(left, differences(left, right))), row('right side', valuePart(right, differences(right, left)))];
  const inner = steps.map(({ tex, value }) => row(math(tex, macros), valuePart(value)));
  return tableOf('They differ', [...given, ...sides]) + (inner.length > 0 ? tableOf('Step by step', inner) : '');
}

const tableOf = (caption: string, rows: string[]): string => `<table><caption>${caption}</caption><tbody>${rows.join('')}</tbody></table>`;

const row = (head: string, ...cells: string[]): string => `<tr><th scope="row">${head}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

/** What differs is marked, not by its colour alone. */
function valuePart(value: PlainValue, differs: (row: number, column: number) => boolean = () => false): string {
  const rows = Array.isArray(value) ? rowsOf(value) : undefined;
  if (!rows) return escaped(sayValue(value));
  const entry = (x: number, r: number, c: number) => (differs(r, c) ? `<td><mark>${sayNumber(x)}</mark></td>` : `<td>${sayNumber(x)}</td>`);
  return `<table class="matrix"><tbody>${rows.map((line, r) => `<tr>${line.map((x, c) => entry(x, r, c)).join('')}</tr>`).join('')}</tbody></table>`;
}

function readingPart(reading: SymbolReading[], macros: Macros): string {
  const line = ({ symbol, kind, shape, domain, from }: SymbolReading) => row(math(symbol, macros), ...[kind, shape.join(' × '), domain, from ? `line ${from.line + 1}` : 'notation'].map(escaped));
  return `<table><thead><tr>${['symbol', 'kind', 'shape', 'domain', 'from'].map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${reading.map(line).join('')}</tbody></table>`;
}

function evidencePart({ points, maxError, seed, sizes }: Evidence): string {
  const used = Object.entries(sizes ?? {}).map(([name, size]) => `${name} = ${size}`).join(', ');
  return `<p>${points} points, seed ${seed}, largest relative error ${maxError.toExponential(1)}${used ? `, sizes ${escaped(used)}` : ''}.</p>`;
}

type Macros = Record<string, string>;

/** What cannot be drawn stands as it is written. */
function math(tex: string, macros: Macros, displayMode = false): string {
  try {
    return withLetters(katex.renderToString(balanced(tex), { displayMode, macros: { ...macros }, throwOnError: true, strict: 'ignore', trust: false, maxExpand: 2000, output: 'mathml' }));
  } catch {
    return `<code>${escaped(tex)}</code>`;
  }
}

/** What stands between backticks is TeX as written. */
const withCode = (text: string): string => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);
