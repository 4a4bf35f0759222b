/** What the worker has sent of a document: it is named by a number afterwards, and not sent again. */
import type { Delivered } from '../delivery';

export interface Held<T> {
  /** Numbers of what is held of a document. */
  known(path: string): number[];
  /** What was sent, in its place; the same object as long as it stays there. `at` tells one place from another. */
  take<P>(path: string, sent: Delivered<T>, at: number, place: (value: T) => P): P;
  /** Lets go of what is not among these. */
  keep(path: string, numbers: ReadonlySet<number>): void;
  forget(path?: string): void;
}

interface Entry<T> { value: T; placed?: { at: number; line: number; value: unknown } }

export function createHeld<T>(): Held<T> {
  const documents = new Map<string, Map<number, Entry<T>>>();

  function entriesOf(path: string): Map<number, Entry<T>> {
    const entries = documents.get(path) ?? new Map<number, Entry<T>>();
    documents.set(path, entries);
    return entries;
  }

  return {
    known: (path) => [...(documents.get(path)?.keys() ?? [])],
    take<P>(path: string, { number, line, value }: Delivered<T>, at: number, place: (value: T) => P): P {
      const entry = value === undefined ? entriesOf(path).get(number) : { value };
      if (!entry) throw new Error('the worker speaks of what it has not sent');
      entriesOf(path).set(number, entry);
      if (entry.placed?.at !== at || entry.placed.line !== line) entry.placed = { at, line, value: place(entry.value) };
      return entry.placed.value as P;
    },
    keep(path, numbers) {
      for (const number of [...entriesOf(path).keys()]) if (!numbers.has(number)) entriesOf(path).delete(number);
    },
    forget(path) {
      if (path === undefined) documents.clear();
      else documents.delete(path);
    },
  };
}
