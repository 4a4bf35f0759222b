/** Which published rule a text says that its lines are: by a label, the words just before, or the headings above. */
import type { DocumentMeaning } from '../../meaning/document';
import { mentions, otherRule, type Rule } from '../../optimizers';
import type { Group } from './gather';

export interface Naming {
  /** Said of these lines and of no others. */
  definite: Rule[];
  /** Named somewhere around. */
  around: Rule[];
  /** Named between the lines. */
  between: Rule[];
  /** Named after the step alone, before lines of which it uses some. */
  later: Rule[];
  /** Named closest, and not in the table. */
  unknown: string | undefined;
  /** The text wants to climb. */
  ascends: boolean;
}

/** Something is to be made as large as it can be. */
const CLIMBS = /ascent|maximi[sz]|likelihood|reward/i;

const WINDOW = 1200;
const AFTER = 160;

/** `others` are places where lines of other rules end. */
export function namingOf(document: DocumentMeaning, group: Group, others: readonly number[]): Naming {
  const regions = [...group.links.values()].map((link) => document.parts.regions[link.region].span);
  const first = Math.min(...regions.map((span) => span.start));
  const last = Math.max(...regions.map((span) => span.end));
  const headings = headingsAt(document, first);
  const from = Math.max(first - WINDOW, ...others.filter((end) => end <= first), ...headings.map((h) => h.end).filter((end) => end <= first));
  const before = document.text.slice(from, first);
  const inside = document.text.slice(first, last);
  const step = document.parts.regions[group.sink.region].span;
  const after = document.text.slice(last, last + AFTER).split(/\n\s*\n|\n#/)[0];
  const label = [...group.links.values()].map((link) => link.statement.label).join(' ');
  const definite = unique([...single(rulesIn(label)), ...single(closest(before)), ...single(firstOf(headings.map((h) => rulesIn(h.title))))]);
  const around = unique([before, inside, after, label, ...headings.map((h) => h.title)].flatMap(rulesIn));
  const earlier = [before, document.text.slice(first, step.start), label, ...headings.map((h) => h.title)].flatMap(rulesIn);
  const later = rulesIn(document.text.slice(step.end, last)).filter((rule) => !earlier.includes(rule));
  const unknown = definite.length ? undefined : otherRule([...headings.map((h) => h.title).reverse(), before].join('\n'));
  return { definite, around, unknown, between: rulesIn(inside), later, ascends: CLIMBS.test(before + inside + after + headings.map((h) => h.title).join(' ')) };
}

const rulesIn = (text: string): Rule[] => unique(mentions(text).map((m) => m.rule));
const unique = (rules: Rule[]): Rule[] => [...new Set(rules)];
const single = (rules: Rule[]): Rule[] => (rules.length === 1 ? rules : []);
const firstOf = (all: Rule[][]): Rule[] => all.find((rules) => rules.length > 0) ?? [];

/** Rules of the last sentence that names any. */
const closest = (text: string): Rule[] => firstOf(text.split(/(?<=[.!?:;])\s+|\n\s*\n|\n\s*[-*•]\s|\n\s*\\item/).reverse().map(rulesIn));

/** Headings of the sections around a place, innermost first, with where each ends. */
function headingsAt(document: DocumentMeaning, at: number): { title: string; end: number }[] {
  return document.parts.blocks.filter((block) => block.kind === 'section' && at >= block.span.start && at < block.span.end)
    .sort((a, b) => b.span.start - a.span.start)
    .map((block) => ({ title: block.title, end: lineEnd(document.text, block.span.start) }));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
