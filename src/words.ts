/** The words for a verdict, the same in the lens, the hover, the panel and the list of problems. */
import { plain, plainSentence } from './plain';
import type { Counterexample, Equation, Link, PlainValue, Repair, Verdict } from './report';

export const marks: Record<Verdict, string> = { verified: '✓', refuted: '✗', undecided: '?', definition: '≔', assumption: '◦' };

/** From what a reader must see first to what can be passed over. */
const urgency: Verdict[] = ['refuted', 'undecided', 'verified', 'assumption', 'definition'];

/** The verdict that stands for several; undefined where there is nothing to judge. */
export function gravest(links: Link[]): Verdict | undefined {
  return urgency.find((verdict) => links.some((link) => link.verdict === verdict));
}

export function gravestLink(links: Link[]): Link | undefined {
  return links.find((link) => link.verdict === gravest(links));
}

/** Whether both sides were compared, so that the check can be copied. */
export function isTested({ verdict, evidence }: Link): boolean {
  return evidence !== undefined && (verdict === 'verified' || verdict === 'refuted');
}

export interface Tally {
  verified: number;
  refuted: number;
  undecided: number;
}

/** Counts relations, since a chain of three can be right twice and wrong once. */
export function tally(equations: (Partial<Pick<Equation, 'links'>> | undefined)[]): Tally {
  const links = equations.flatMap((equation) => equation?.links ?? []);
  const count = (verdict: Verdict) => links.filter((link) => link.verdict === verdict).length;
  return { verified: count('verified'), refuted: count('refuted'), undecided: count('undecided') };
}

export function sayTally({ verified, refuted, undecided }: Tally): string {
  const parts = [[verified, marks.verified], [refuted, marks.refuted], [undecided, marks.undecided]] as const;
  return parts.filter(([count]) => count > 0).map(([count, mark]) => `${count} ${mark}`).join(' ') || 'no claims';
}

/** One line for an equation: what is wrong if something is, else how far it was verified. */
export function sayEquation({ links }: Pick<Equation, 'links'>): string {
  const link = gravestLink(links);
  if (!link) return 'nothing to check';
  return [`${marks[link.verdict]} ${briefly(sayLink(link))}`, ...sayOthers(links, link)].join(' · ');
}

/** Where the values of a counterexample would fill the line, what the two sides come to is said alone. */
function briefly(said: string): string {
  return said.length <= 90 ? said : said.replace(/^differs at .*?(, in entry [\d, ]*\d)?: (?=\S+ on the left)/, (_, entry = '') => `differs${entry.replace(',', '')}: `);
}

function sayOthers(links: Link[], said: Link): string[] {
  const others = links.filter((link) => link !== said && link.verdict === 'verified').length;
  return others > 0 && said.verdict !== 'verified' ? [`${others} ${marks.verified}`] : sayCount(links, said);
}

function sayCount(links: Link[], said: Link): string[] {
  const same = links.filter((link) => link.verdict === said.verdict).length;
  return said.verdict === 'verified' && same > 1 ? [`${same} relations`] : [];
}

export function sayLink(link: Link): string {
  return sayings[link.verdict](link);
}

const sayings: Record<Verdict, (link: Link) => string> = {
  verified: ({ evidence, convention }) => ['verified', ...(evidence ? [`${evidence.points} point${evidence.points === 1 ? '' : 's'}`] : []), ...(convention ? [plainSentence(convention)] : [])].join(' · '),
  refuted: ({ message }) => clause(message),
  undecided: ({ message }) => clause(message.replace(/^Not checked: /, '')),
  definition: () => 'definition',
  assumption: () => 'assumed',
};

/** What was taken for granted, as a part of a sentence. */
export const sayAssumptions = ({ assumptions }: Link): string => plainSentence(assumptions.join('; '));

/** For each relation, whether it goes on from one that is broken; the next statement of a row of equations does not. */
export function followsBreak(links: Link[]): boolean[] {
  let isBroken = false;
  return links.map((link, at) => {
    isBroken &&= goesOn(links, at);
    const follows = isBroken && link.verdict !== 'refuted';
    isBroken ||= link.verdict === 'refuted';
    return follows;
  });
}

/** Whether a relation begins with the right side of the one before. */
export function goesOn(links: Link[], at: number): boolean {
  return at > 0 && links[at - 1].rhs.trim() === links[at].lhs.trim();
}

/** What an offered edit does, as a part of a line. */
export function sayOffer({ message }: Repair): string {
  return clause(message);
}

/** Why some equations were not decided. */
export interface Refusal<E> {
  reason: string;
  equations: E[];
}

/** The commonest reason first. */
export function refusalsOf<E extends { links?: Link[] }>(equations: E[]): Refusal<E>[] {
  const byReason = new Map<string, Set<E>>();
  for (const equation of equations)
    for (const link of equation.links ?? []) if (link.verdict === 'undecided') byReason.set(sayLink(link), (byReason.get(sayLink(link)) ?? new Set()).add(equation));
  return [...byReason].map(([reason, found]) => ({ reason, equations: [...found] })).sort((a, b) => b.equations.length - a.equations.length);
}

/** A sentence as a part of a line: a name at its beginning keeps its capital. */
function clause(sentence: string): string {
  return plainSentence(sentence).replace(/^[A-Z](?=[a-z]+\b)/, (first) => first.toLowerCase()).replace(/\.$/, '');
}

/** `x = 1, y = 2: 4 against −4` */
export function sayCounterexample({ values, left, right, entry }: Counterexample): string {
  const where = Object.entries(values).map(([name, value]) => `${plain(name)} = ${sayValue(value)}`).join(', ');
  const place = entry ? ` in entry (${entry.join(', ')})` : '';
  return `${where ? `${where}: ` : ''}${sayValue(left)} against ${sayValue(right)}${place}`;
}

export function sayValue(value: PlainValue): string {
  return Array.isArray(value) ? `[${value.map(sayValue).join(', ')}]` : sayNumber(value);
}

/** Six digits are enough to follow by hand. */
export function sayNumber(value: number): string {
  const short = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
  return short.replace(/^-/, '−');
}

/** What a comment declares, without the marks of a comment. */
export function declared(comment: string): string {
  return comment.replace(/^(?:<!--|%)\s*gradlens:\s*|\s*-->$/g, '');
}

export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** TeX as a renderer takes it on its own: rows outside of an environment get one, and LaTeX's own become their inner forms. */
export function renderable(tex: string, source: string): string {
  const whole = /^\\begin\{/.test(source.trim()) ? source.trim() : tex.trim();
  const inner = whole.replace(/\\(begin|end)\{(\w+\*?)\}/g, (_, side, name) => `\\${side}{${innerForms[name] ?? name}}`).replace(/\\label\{[^}]*\}/g, '');
  return /\\begin\{/.test(inner) || !/(^|[^\\])&|\\\\/.test(inner) ? inner : `\\begin{aligned}${inner}\\end{aligned}`;
}

/** A part of a line may begin after a `\\left` whose `\\right` it holds; brackets then keep the size of the text. */
export function balanced(tex: string): string {
  const count = (side: RegExp) => tex.match(side)?.length ?? 0;
  return count(/\\left(?![A-Za-z])/g) === count(/\\right(?![A-Za-z])/g) ? tex : tex.replace(/\\(?:left|right)(?![A-Za-z])\s*\.?/g, '');
}

/** Numbered environments are drawn without their numbers, which a single equation cannot know. */
const innerForms: Record<string, string> = {
  align: 'aligned', 'align*': 'aligned', flalign: 'aligned', 'flalign*': 'aligned', eqnarray: 'aligned', 'eqnarray*': 'aligned',
  gather: 'gathered', 'gather*': 'gathered', multline: 'gathered', 'multline*': 'gathered', equation: 'gathered', 'equation*': 'gathered',
};
