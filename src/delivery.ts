/** Hands outlines and verdicts to an editor that holds most of them already: what it holds is named by a number and not sent again. */
import type { Checker, CheckedEquation, Held, OutlinePart } from './checker';
import { type SourceInContext, withContext } from './context';
import type { Equation, Outline, OutlineItem } from './report';

/** `value` is left out where the editor has told that it holds that of the number; its lines count from `line` of the document. */
export interface Delivered<T> { number: number; line: number; value?: T }

export interface DeliveredOutline { parts: Delivered<readonly OutlineItem[]>[]; macros: Record<string, string> }

export interface DeliveredEquation extends Delivered<Equation> { index: number }

/** What is known already comes in parcels of so many, so that the editor takes no long breath over one. */
const PARCEL = 64;

export function withDelivery(checker: Checker) {
  const inContext = withContext(checker);
  const numbers = new WeakMap<object, number>();
  let last = 0;

  const numberOf = (value: object): number => {
    const number = numbers.get(value) ?? ++last;
    numbers.set(value, number);
    return number;
  };
  const parcel = <T extends object>({ value, line }: Held<T>, known: ReadonlySet<number>): Delivered<T> => {
    const number = numberOf(value);
    return { number, line, ...(known.has(number) ? {} : { value }) };
  };

  /** What rests on a text before is sent as it is. */
  const held = (source: SourceInContext, { equation, held: own }: Pick<CheckedEquation, 'equation' | 'held'>): Held<Equation> => (source.before ? { value: equation, line: 0 } : own);

  return {
    outline(source: SourceInContext, known: readonly number[] = []): DeliveredOutline {
      const { parts, macros } = source.before ? asOnePart(inContext.outline(source)) : checker.parts(source);
      const holds = new Set(known);
      return { parts: parts.map((part) => parcel(part, holds)), macros };
    },

    /** First what is known, then the others in the order wanted, each when it is found. */
    *check(source: SourceInContext, { known = [], only, strength }: { known?: readonly number[]; only?: readonly number[]; strength?: boolean } = {}): Generator<DeliveredEquation[]> {
      const holds = new Set(known);
      const wanted = only && new Set(only);
      const deliver = (checked: Pick<CheckedEquation, 'index' | 'equation' | 'held'>): DeliveredEquation => ({ index: checked.index, ...parcel(held(source, checked), holds) });
      const ready = strength || source.before ? [] : checker.known(source).filter(({ index }) => !wanted || wanted.has(index));
      for (let i = 0; i < ready.length; i += PARCEL) yield ready.slice(i, i + PARCEL).map(deliver);
      const done = new Set(ready.map(({ index }) => index));
      const left = only?.filter((index) => !done.has(index));
      for (const checked of inContext.check(source, { ...(left ? { only: left } : {}), ...(strength ? { strength } : {}) })) if (!done.has(checked.index)) yield [deliver(checked)];
    },

    figure: inContext.figure,
    point: inContext.point,
  };
}

const asOnePart = ({ items, macros }: Outline): { parts: OutlinePart[]; macros: Outline['macros'] } => ({ parts: [{ value: items, line: 0 }], macros });
