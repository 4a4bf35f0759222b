/** What a document means, in short: names, roles of links, declarations, ranks. */
import assert from 'node:assert/strict';
import { print } from '../../src/notation/print';
import type { Expr } from '../../src/notation/expression';
import { classifyAll } from '../../src/meaning/classify';
import type { DocumentMeaning } from '../../src/meaning/document';
import { readMeaning } from '../../src/meaning/meaning';
import { symbolUse, timeKey, type Modifier, type Slot, type SymbolUse } from '../../src/meaning/symbols';
import { createChecker } from '../../src/checker';

export const meaningOf = (document: string): DocumentMeaning => readMeaning(document.replaceAll('⏎', '\n'), 'markdown');

/** The last member of the document as a name: `W@l`, `x[i]`, `y[2]`, `w_new`, with what acts on it: `'`, `T`, `^-1`, `^2`. */
export function nameOf(document: string): string {
  const { equations, traces } = meaningOf(document);
  const expr = equations.at(-1)?.statements.at(-1)?.members.at(-1)?.expr;
  const use = expr && symbolUse(expr, { traces, bound: new Set(), shifts: new Map() });
  return use ? showUse(use) : 'no name';
}

function showUse({ base, time, slots, modifiers, shape }: SymbolUse): string {
  return [base, time ? `@${timeKey(time)}` : '', slots.length ? `[${slots.map(showSlot).join(',')}]` : '', shape ? `{${shape.map(print).join('×')}}` : '', ...modifiers.map((m) => ` ${showModifier(m)}`)].join('');
}

function showSlot(slot: Slot): string {
  if (slot.kind === 'entry') return String(slot.value);
  if (slot.kind === 'all') return ':';
  if (slot.kind === 'chosen') return print(slot.by);
  return slot.letter + (slot.shift ? `${slot.shift > 0 ? '+' : ''}${slot.shift}` : '');
}

const SHORT: Record<Exclude<Modifier['kind'], 'power' | 'prime'>, string> = { transpose: 'T', inverse: '^-1', inverseTranspose: '^-T' };

function showModifier(modifier: Modifier): string {
  if (modifier.kind === 'power') return `^${print(modifier.exponent)}`;
  return modifier.kind === 'prime' ? "'".repeat(modifier.order) : SHORT[modifier.kind];
}

/** What each link does. */
export function rolesOf(document: string): string {
  const meaning = meaningOf(document);
  const roles = classifyAll(meaning);
  return meaning.links.map((link) => roles.get(link)?.role).join(' ');
}

/** Shapes, domains, distributions, conditions, existence. */
export function declarationsOf(document: string): string {
  const { declarations: { shapes, domains, distributions, conditions, existential } } = meaningOf(document);
  return [
    ...shapes.map(({ base, value }) => `${base}: ${value.map((size: Expr) => print(size)).join('×')}`),
    ...domains.map(({ base, value }) => `${base}: ${value}`),
    ...distributions.map(({ base, value }) => `${base}: ${value.kind}(${value.params.map(print).join(', ')})`),
    ...conditions.map(({ name, value }) => `${name} = ${value}`),
    ...existential.map(({ base }) => `∃ ${base}`),
  ].filter((each, i, all) => all.indexOf(each) === i).join('; ');
}

/** How the symbols of the last claim were read: `A m×n`, `x ?`, with no shape for numbers. */
export function readingOf(document: string): string {
  const links = [...createChecker().check({ path: 'homework', language: 'markdown', text: document.replaceAll('⏎', '\n') })].flatMap(({ equation }) => equation.links);
  return (links.at(-1)?.reading ?? []).map(({ symbol, shape, kind }) => `${symbol} ${kind === 'size' ? 'size' : shape.join('×')}`.trim()).join(', ');
}

/** One test a line: `document → what it means`; what stands behind ` // ` is a remark. */
export function rows(title: string, read: (document: string) => string, table: string): void {
  describe(title, () => {
    for (const line of table.split('\n').map((text) => text.trim()).filter(Boolean)) {
      const [document, expected] = line.split(/\s+\/\/ /)[0].split('→').map((part) => part.trim());
      it(line, () => assert.equal(read(document), expected));
    }
  });
}
