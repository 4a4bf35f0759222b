/** What words declare: a table of patterns over sentences in which each formula stands as a mark. English first; a language is more rows. */
import type { Domain } from './declarations';

/** A formula in a sentence is written ⟦k⟧, k its number in the sentence. */
export interface Sentence { text: string; at: number; block: number; formulas: number[] }

export type Finding =
  | { kind: 'domain'; formula: number; domain: Domain }
  | { kind: 'shape'; formula: number; sizes: string[] }
  | { kind: 'condition'; name: string; value: number; /** Where it ends in the sentence. */ end: number }
  | { kind: 'existential'; formula?: number; name?: string }
  | { kind: 'function'; formula: number; name: string };

const MARK = '⟦(\\d+)⟧';
interface Pattern { pattern: RegExp; find(match: RegExpExecArray): Finding | Finding[] }
/** `⟦0⟧, ⟦1⟧ and ⟦2⟧`. */
const LIST = '((?:⟦\\d+⟧(?:\\s*,\\s*and\\s*|\\s*,\\s*|\\s+and\\s+|\\s*&\\s*))*⟦\\d+⟧)';
const domain = (words: string, value: Domain): Pattern[] => [
  { pattern: new RegExp(`${LIST}[^.⟦]{0,60}?\\b(?:${words})\\b`, 'gi'), find: (m) => listed(m[1], value) },
  { pattern: new RegExp(`\\b(?:${words})\\b[^.⟦]{0,40}?${LIST}`, 'gi'), find: (m) => listed(m[1], value) },
];
/** What a name is called: "⟦0⟧ is the covariance", "with covariance matrix ⟦0⟧", and not "the covariance of ⟦0⟧". */
const kind = (words: string, value: Domain): Pattern[] => [
  { pattern: new RegExp(`${LIST}\\s*(?:is|are|be|denotes?|,)\\s*(?:the|a|an|its|their)?\\s*(?:(?!with\\b|of\\b)\\w+\\s+){0,2}(?:${words})\\b`, 'gi'), find: (m) => listed(m[1], value) },
  { pattern: new RegExp(`\\b(?:${words})(?:\\s+matri(?:x|ces))?\\s*${LIST}`, 'gi'), find: (m) => listed(m[1], value) },
];
const listed = (list: string, value: Domain): Finding[] => [...list.matchAll(/\d+/g)].map(([number]) => ({ kind: 'domain', formula: Number(number), domain: value }));

/** "where g is the sigmoid function". */
function named(words: string, name: string): Pattern[] {
  return [{ pattern: new RegExp(`${MARK}[\\s,]*(?:is|denotes|be|=|:|stands for)[^.⟦]{0,30}?\\b(?:${words})\\b`, 'gi'), find: (m) => ({ kind: 'function', formula: Number(m[1]), name }) }];
}

const SIZE = '([\\w]+)\\s*(?:x|×|\\\\times)\\s*([\\w]+)';
const PATTERNS: Pattern[] = [
  ...domain('one-hot|one hot|onehot', 'one-hot'),
  ...domain('symmetric', 'symmetric'),
  ...kind('Hessian|(?:graph )?Laplacian', 'symmetric'),
  ...domain('orthogonal|orthonormal|eigen ?decomposition', 'orthogonal'),
  ...domain('positive[- ]definite|PD', 'positive definite'),
  ...kind('covariances?|correlation matri(?:x|ces)|precision', 'positive definite'),
  ...kind('Gram matri(?:x|ces)|kernel matri(?:x|ces)', 'positive semidefinite'),
  ...domain('positive[- ]semi-?definite|PSD|p\\.s\\.d', 'positive semidefinite'),
  ...domain('diagonal', 'diagonal'),
  ...domain('probability vector|probability distribution', 'simplex'),
  { pattern: new RegExp(`${MARK}[^⟦]{0,100}?\\(?(?:of )?size ${SIZE}`, 'gi'), find: (m) => ({ kind: 'shape', formula: Number(m[1]), sizes: [m[2], m[3]] }) },
  { pattern: new RegExp(`${MARK} is (?:a |an )?${SIZE}`, 'gi'), find: (m) => ({ kind: 'shape', formula: Number(m[1]), sizes: [m[2], m[3]] }) },
  { pattern: /\b(?:for|when|if|case|with|where)[\s*$:]+([nNmKdT])\s*=\s*(\d+)/gi, find: (m) => ({ kind: 'condition', name: m[1], value: Number(m[2]), end: m.index + m[0].length }) },
  { pattern: new RegExp(`${MARK}[^.⟦]{0,20}?\\b(?:lies|is|lying|somewhere)\\b[^.⟦]{0,20}?\\bbetween\\b`, 'gi'), find: (m) => ({ kind: 'existential', formula: Number(m[1]) }) },
  { pattern: /\b(?:for some|there exists?|there is|exists)\b[^.⟦]{0,25}?\b([A-Za-z])\s+such that/gi, find: (m) => ({ kind: 'existential', name: m[1] }) },
  { pattern: new RegExp(`\\b(?:for some|there exists?|there is|exists)\\b[^.⟦]{0,30}?${MARK}`, 'gi'), find: (m) => ({ kind: 'existential', formula: Number(m[1]) }) },
  ...named('sigmoid|logistic', 'sigmoid'), ...named('softmax', 'softmax'), ...named('hyperbolic tangent|tanh', 'tanh'), ...named('ReLU|rectified linear|rectifier', 'relu'), ...named('softplus', 'softplus'),
  ...named('(?:CDF|cumulative distribution function) of (?:the|a) standard normal|standard normal (?:CDF|cumulative|distribution function)', 'normalcdf'), ...named('(?:density|pdf) of (?:the|a) standard normal|standard normal (?:density|pdf)', 'normalpdf'),
];

/** "not necessarily symmetric", "non-symmetric": the word is denied where it stands. */
const NEGATED = /\b(?:not|never|neither)(?:\s+\w+){0,2}\s+[\w-]+(?:\s[\w-]+)?$|\b(?:non|un|a)-?symmetric/i;

/** All that the table finds in a sentence. */
export function readSentence(sentence: string): Finding[] {
  const findings: Finding[] = [];
  for (const { pattern, find } of PATTERNS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
      if (!NEGATED.test(match[0])) findings.push(...[find(match)].flat());
    }
  }
  return findings;
}
