/** What a name means at a place: what is declared of it there, and what it is bound to. */
import type { Expr } from '../notation/expression';
import { print } from '../notation/print';
import type { Memory } from '../memory';
import { type Declared, declaredAt, type Domain } from './declarations';
import type { Contents, DerivedBy } from './document';
import { near } from './traces';
import { lookup } from './lookup';
import { isLabel } from './reach';
import { crossesSection, isBeside, isOfAnother, leavesItem } from './sections';
import { DEFAULT_FUNCTIONS, type SymbolUse, type Time } from './symbols';
import type { Surroundings } from './world';

export function surroundingsOf(document: Contents, memory: Memory): Surroundings {
  const { traces, declarations } = document;
  const isOfOther = (said: number, at: number): boolean => isOfAnother(document, said, at);
  const reaching = <T>(list: Declared<T>[], at: number, local = false): Declared<T>[] => (local ? list.filter((d) => !isOfOther(d.at, at)) : list);
  // Of several laws none is meant before it is said.
  const distribution: Surroundings['declarations']['distribution'] = (base, at) => {
    const unit = traces.unitAt(at);
    const laws = declarations.distributions.filter((d) => d.base === base && !isAnother(document, d, at) && (d.value.kind !== 'moments' || (d.unit === unit && (d.at < at || !crossesSection(document, at, d.at)))));
    return declaredAt(laws, base, at, unit, true, (_, to) => !laws.some((d) => d.unit === unit && d.at !== to));
  };
  return {
    traces, memory,
    declarations: {
      shape: (base, at, local) => declaredAt(reaching(declarations.shapes, at, local), base, at, traces.unitAt(at)),
      isCount: (size, at) => declarations.counts.some((d) => d.unit === traces.unitAt(at) && print(d.value) === size),
      count: (family, at) => saidOnce(declarations.counts.filter((d) => d.base === family && d.unit === traces.unitAt(at))),
      classes: (at) => saidOnce(declarations.classes.filter((d) => d.unit === traces.unitAt(at))),
      rank: (base, at, local) => declaredAt(reaching(declarations.ranks, at, local), base, at, traces.unitAt(at), false, (from, to) => to - from < NEARBY && !/\n\s*\n/.test(document.text.slice(from, to))),
      distribution,
      functionName: (base, at) => declaredAt(declarations.functions, base, at, traces.unitAt(at), true),
      domain: (base, at, later) => declaredAt(declarations.domains.filter((d) => d.base === base && holdsAt(document, d, at)), base, at, traces.unitAt(at), false, (from, to) => later === true || (to - from < NEARBY && !crossesSection(document, from, to))),
      slice: (base, at) => {
        const slice = declaredAt(declarations.slices, base, at, traces.unitAt(at), true);
        // An exercise that declares either itself means its own, and one with a vector x means an entry of that.
        const isOwn = declarations.slices.some((d) => d.base === base && d.unit === traces.unitAt(at));
        const isElse = (name: string): boolean => near(traces, `bare ${name}`, at) || declaredAt(declarations.shapes, name, at, traces.unitAt(at)) !== undefined;
        return slice && (isOwn || !(isElse(base) || declaredAt(declarations.shapes, slice.whole, at, traces.unitAt(at)))) ? slice : undefined;
      },
      parity: (base, at) => declaredAt(declarations.parities, base, at, traces.unitAt(at)),
      isIntroduced: (base, at) => declaredAt(declarations.introduced, base, at, traces.unitAt(at)) !== undefined,
      dependent: document.said.dependent,
      rowwise: document.said.rowwise,
      scalars: document.said.scalars,
      randoms: (at) => [...new Set(declarations.distributions.filter((d) => d.unit === traces.unitAt(at) || d.at < at).map((d) => d.base))].filter((base) => distribution(base, at)),
    },
    lookup: (...asked) => lookup(document, ...asked),
    differentiatedBy: (base, time, at, local) => (isLabel(document, base, traces.unitAt(at), Infinity) ? [] : (document.derivatives.get(base) ?? [])).filter((d) => d.unit === traces.unitAt(at) && (!local || isBeside(document, d.at, at))).map((d) => atTime(d, time)),
    restsOn: (claimAt, bindingAt) => bindingAt <= claimAt || !leavesItem(document, claimAt, bindingAt),
    isOfAnother: isOfOther,
    settledRank: (base, at, local) => {
      const settled = document.settled.get(`${traces.unitAt(at)} ${base}`);
      return settled && !(local && isOfOther(settled.at, at)) ? settled.rank : undefined;
    },
    isFunction: (base, at) => near(traces, `call ${base}`, at) || DEFAULT_FUNCTIONS.has(base.replace(/_.*$/, '')),
  };
}

/** What is said, where nothing else is said as well. */
const saidOnce = (sizes: Declared<Expr>[]): Expr | undefined => (sizes.every(({ value }) => print(value) === print(sizes[0].value)) ? sizes[0]?.value : undefined);

/** After `\partial h_t / \partial o_t` an h_{t-1} rests on o_{t-1}. */
function atTime({ by, time: from }: DerivedBy, to: Time | undefined): SymbolUse {
  const isSame = by.time && from && by.time.letter === from.letter && by.time.shift === from.shift;
  return isSame && to?.letter === from.letter ? { ...by, time: to } : by;
}

/** "Let X be the points of a throw", after the law of an X before; in another exercise it is enough that it says what X is. */
function isAnother({ declarations, traces, text }: Contents, law: Declared<unknown>, at: number): boolean {
  const unit = traces.unitAt(at);
  return declarations.introduced.some(({ base, unit: where, at: from, value: anew }) => base === law.base && where === unit
    && (law.unit !== unit || (anew && from > law.at && from <= at && SENTENCE_END.test(text.slice(law.at, from)))));
}
const SENTENCE_END = /[.?!:;]\s|\n\s*\n/;

/** What is said of a name this far after its use still holds for it. */
const NEARBY = 600;

/** What a later item says holds in that item. That a vector has length 1 is often said of another example: it reaches back within its sentence only. */
function holdsAt(document: Contents, { at: said, value }: Declared<Domain>, at: number): boolean {
  return said <= at || (!leavesItem(document, said, at) && (value !== 'unit vector' || !SENTENCE_END.test(document.text.slice(at, said))));
}
