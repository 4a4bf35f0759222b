/** The published update rules: one table. A row has its names, state, constants, source, recursion and known variants. */
import { ADAPTIVE } from './adaptive';
import { CONSTRAINED } from './constrained';
import { CURVATURE } from './curvature';
import { DESCENT } from './descent';
import { FACTORED } from './factored';
import type { Rule } from './rule';
import { SCHEDULES } from './schedules';

export { type Constants, isDecay, isExponent, isOptional, isPeriod, type Objective, type Recursion, type Rule, type State, type Variant } from './rule';
export { COLUMNS } from './factored';
export * from './vectors';

/** Simpler rules first: a text that names none is the first that fits. */
export const RULES = [...DESCENT, ...ADAPTIVE, ...CURVATURE, ...CONSTRAINED, ...FACTORED, ...SCHEDULES].map((row): Rule => ({ kind: 'step', variants: [], ...row }));

/** Rules by name alone: nothing is compared with them. */
const OTHERS = /\b(?:R-?Prop|SWATS|RAdam|AdaBelief|Yogi|Adan|Sophia|Shampoo|Muon|K-?FAC|SOAP|Prodigy|D-?Adaptation|AdaMod|AdaBound|Ada-?Hessian|PAdam|QHAdam|SARAH?|SVRG|SAGA?|ADMM|Frank[\s–-]+Wolfe|(?:L-?)?BFGS|DFP|conjugate gradients?|coordinate descent|natural gradient(?: descent)?|FISTA|Lookahead optimi[sz]er|sharpness-aware minimi[sz]ation)\b/g;

/** The last rule that a text names and that is not in the table. */
export const otherRule = (text: string): string | undefined => [...text.matchAll(OTHERS)].at(-1)?.[0];

/** Any of them. */
const SOME = new RegExp(RULES.map(({ names: { source } }) => source).join('|'), 'i');
const PATTERNS = RULES.map((rule) => ({ rule, pattern: new RegExp(rule.names.source, `g${rule.names.flags}`) }));

export interface Mention { rule: Rule; at: number; text: string }

/** Where a text names a rule. Of names that overlap the longest counts: "Nesterov momentum" is no momentum, "AdamW" no Adam. */
export function mentions(text: string): Mention[] {
  const all = !SOME.test(text) ? [] : PATTERNS.flatMap(({ rule, pattern }) => Array.from(text.matchAll(pattern), (match): Mention => ({ rule, at: match.index, text: match[0] })));
  const covers = (a: Mention, b: Mention) => a !== b && a.at < b.at + b.text.length && b.at < a.at + a.text.length && (a.text.length > b.text.length || (a.text.length === b.text.length && a.at < b.at));
  return all.filter((mention) => !all.some((other) => covers(other, mention))).sort((a, b) => a.at - b.at);
}
