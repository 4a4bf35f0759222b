/** What a document shows of its names, each observation with its place: nearer ones count more, and those of the same exercise most. */
import type { Block, Span } from '../text/region';

export interface Observation { at: number; unit: number; value: number }

/** Observations by topic, such as `downtime x n` ("x_{n+1} occurs"). */
export interface Traces {
  seen: Map<string, Observation[]>;
  /** The exercises in which a topic was observed. */
  units: Map<string, Set<number>>;
  /** How many observations there are. */
  count: number;
  unitAt(offset: number): number;
}

/** A name of step t is what has been added up to t. */
export const runsTo = (letter: string): string => `running ${letter}`;

/** What holds the name is raised to the letter: in `(1 - p)^{n-k}`, and so in `p^k`, k is a number and no step. */
export const raisedTo = (family: string, letter: string): string => `raised ${family} ${letter}`;

/** The sign of a product stands for an operation of the exercise's own. */
export const operationTopic = (sign: string): string => `operation ${sign}`;

/** The name stands alone in the brackets of an expectation or a variance. */
export const averaged = (family: string): string => `averaged ${family}`;

/** The values of a function without a definition are vectors: `\theta^T f(y)`. */
export const features = (family: string): string => `features ${family}`;

/** Brackets of a mean, a variance or a covariance. */
export const MOMENTS_TAKEN = 'moments';

/** × stands between two names in bold, or with arrows. */
export const CROSSED = 'crossed';

/** Distance that a boundary between exercises adds, in characters. */
const FOREIGN = 1_000_000;

export const createTraces = (unitAt: (offset: number) => number): Traces => ({ seen: new Map(), units: new Map(), count: 0, unitAt });

export function observe(traces: Traces, topic: string, place: number | { span: Span }, value = 1): void {
  const at = typeof place === 'number' ? place : place.span.start;
  const unit = traces.unitAt(at);
  const list = traces.seen.get(topic) ?? [];
  const units = traces.units.get(topic) ?? new Set();
  if (list.length === 0) { traces.seen.set(topic, list); traces.units.set(topic, units); }
  list.push({ at, unit, value });
  units.add(unit);
  traces.count++;
}

/** How far the nearest observation is; Infinity where there is none. */
export function distance(traces: Traces, topic: string, at: number): number {
  const unit = traces.unitAt(at);
  let best = Infinity;
  for (const o of traces.seen.get(topic) ?? []) best = Math.min(best, Math.abs(o.at - at) + (o.unit === unit ? 0 : FOREIGN));
  return best;
}

/** True when the topic was observed in the same exercise. */
export const near = (traces: Traces, topic: string, at: number): boolean => traces.units.get(topic)?.has(traces.unitAt(at)) ?? false;

/** The greatest value observed in the same exercise, or anywhere when there is none. */
export function greatest(traces: Traces, topic: string, at: number): number {
  const unit = traces.unitAt(at);
  const all = traces.seen.get(topic) ?? [];
  const own = all.filter((o) => o.unit === unit);
  return (own.length ? own : all).reduce((most, o) => Math.max(most, o.value), 0);
}

/** Exercises: a heading that counts exercises starts one, and so does a problem environment, or a line of its own that looks like one; so does a first part, "(a)", but for that of an exercise which has had no part and no other heading: the heading of its own was lost. */
export function exercises(blocks: Block[], text: string): (offset: number) => number {
  const lines = [PLAIN_HEADING, BOLD_NUMBER, FIRST_PART_LINE].flatMap((sort) => [...text.matchAll(sort)].map(({ index }): Mark => ({ at: index, sort: sort === FIRST_PART_LINE ? 'part' : 'exercise' })));
  const heads = blocks.flatMap((block): Mark[] => (startsExercise(block) ? [{ at: block.span.start, sort: FIRST_PART.test(block.title) ? 'part' : 'exercise' }] : block.kind === 'section' ? [{ at: block.span.start, sort: 'heading' }] : []));
  let isBegun = false;
  const starts = [...heads, ...lines].sort((a, b) => a.at - b.at).flatMap(({ at, sort }) => {
    const isStart = sort === 'exercise' || (sort === 'part' && !isBegun);
    isBegun = sort === 'exercise';
    return isStart ? [at] : [];
  });
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) { const middle = (low + high) >> 1; if (starts[middle] <= offset) low = middle + 1; else high = middle; }
    return low;
  };
}

interface Mark { at: number; sort: 'exercise' | 'part' | 'heading' }

/** "3 Gradient Descent", "Bonus Questions", "Problem 2": a short line between blank ones, without a full stop. */
const PLAIN_HEADING = /(?<=\n[ \t]*\r?\n)[ \t]*(?:\d{1,2}[ \t]+[A-Z][A-Za-z ,-]{2,50}(?:\[[^\]\n]*\])?|Bonus\b[^\n.$]{0,30}|(?:Question|Problem|Exercise|Task|Aufgabe)[ \t]+\d+[^\n.$]{0,60})[ \t]*(?=\r?\n\s*\n)/g;

/** Parts are counted anew in every exercise: "(a) …", "Answer to Part (a)". */
const FIRST_PART = /^\W*(?:(?:answer|solution)s?\s+(?:to|of|for)\s+)?(?:part\s+)?(?:\(a\)|a\))/i;
/** "**6.** …", `{\bf 3.14} …` or `\textbf{Problem 6.} …` at the start of a paragraph. */
const BOLD_NUMBER = /(?<=\n[ \t]*\r?\n)[ \t]*(?:\*\*|(?:\\noindent\s*)?(?:\\textbf\{|\{\\bf\s+))(?:\d{1,2}(?:[.):]|\.\d+[a-z]?)|(?:Question|Problem|Exercise|Ex\.?|Task|Q|Aufgabe|Übung|Exercice|Problème|Ejercicio|Problema|Exercício|Questão|Esercizio|Задача|Упражнение|تمرین|سوال|سؤال|题目?|問題?|习题)[ \t]*[\d۰-۹]+[^*}\n]{0,40})(?:\*\*|\})/g;
const FIRST_PART_LINE = /(?<=\n[ \t]*\r?\n)[ \t]*(?:\*\*)?\(a\)/g;

const COUNTED = /^\W*(?:(?:first|second|third|fourth) part\b|(?:question|problem|exercise|task|assignment|homework|part|aufgabe|übung|exercice|problème|ejercicio|problema|exercício|questão|esercizio|q|p|ex)\W*\d|(?:задача|упражнение|تمرین|سوال|سؤال|题目?|問題?|习题)\s*[\d۰-۹]|bonus|\d+(?:\.\d+)*[.):]?$|\d+\s+[A-Z]|[ivx]+\.\s)/i;

export function startsExercise(block: Pick<Block, 'kind' | 'title'>): boolean {
  if (block.kind === 'environment') return /^(?:problem|exercise|question|homework)/i.test(block.title);
  if (block.kind !== 'section') return false;
  const title = block.title.replace(/[$\\{}*]|math\w+/g, '');
  return COUNTED.test(title) || FIRST_PART.test(title);
}
