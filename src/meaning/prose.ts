/** What words declare: a table of patterns over sentences in which each formula stands as a mark. English first; a language is more rows. */
import { type Domain, domainBetween } from './declarations';
import type { LawName } from './distributions';
import { IF_SIGNS, IFS } from './said';
import type { Parity } from './parity';

/** A formula in a sentence is written ⟦k⟧, k its number in the sentence. */
export type Finding =
  /** `supposed`: of its own sentence alone, as in "if ⟦0⟧ is symmetric". */
  | { kind: 'domain'; formula: number; domain: Domain; supposed?: true }
  /** Of a letter among the words. */
  | { kind: 'lettered'; name: string; domain: Domain }
  | { kind: 'shape'; formula: number; sizes: string[] }
  | { kind: 'condition'; name: string; value: number; /** Where it ends in the sentence. */ end: number; /** Beyond its sentence: "let ⟦0⟧". */ lasts?: boolean }
  /** `between`: the formulas of the two ends, or that of the interval. */
  | { kind: 'existential'; formula?: number; name?: string; between?: number[] }
  | { kind: 'function'; formula: number; name: string }
  /** "⟦0⟧ is Poisson with rate ⟦1⟧"; of no parameters it is the standard normal law. */
  | { kind: 'law'; formula: number; law: LawName; param?: number }
  /** `chance`: said of a random variable, and nothing of data. */
  | { kind: 'restricted'; formula: number; chance?: true }
  /** "for fixed ⟦0⟧": not differentiated through. */
  | { kind: 'held'; formula: number }
  /** "let ⟦0⟧ be", "where ⟦0⟧ denotes". */
  | { kind: 'introduced'; formula: number; anew?: true }
  /** "⟦0⟧ is either 0 or ⟦1⟧", and `total` of "the probabilities ⟦0⟧ sum to 1": numbers as they are written, or formulas. */
  | { kind: 'values'; formula: number; values: string[]; total: boolean }
  /** "⟦0⟧ is …", "⟦0⟧ and ⟦1⟧ add up to …", whatever is said. */
  | { kind: 'told'; formula: number }
  /** "⟦0⟧ has the rows ⟦1⟧": of one of these vectors, and of the matrix. */
  | { kind: 'slice'; formula: number; whole: number; of: 'rows' | 'columns' }
  /** "⟦0⟧ is an eigenvector of ⟦1⟧ with eigenvalue ⟦2⟧". */
  | { kind: 'eigen'; vector: number; matrix: number; value: number; unit: boolean }
  /** "⟦0⟧ has orthonormal columns". */
  | { kind: 'orthonormal'; formula: number; of: 'rows' | 'columns' }
  /** Of a formula, or of a letter among the words, which a function is to have. */
  | { kind: 'parity'; formula?: number; name?: string; parity: Parity }
  /** "⟦0⟧ takes the value ⟦1⟧ with probability ⟦2⟧". */
  | { kind: 'listed'; /** A formula, or a letter among the words. */ variable: number | string; values: number[]; chances: number[] }
  /** "⟦0⟧ are independent with mean ⟦1⟧ and variance ⟦2⟧"; without a mean it is zero. */
  | { kind: 'moments'; formula: number; mean?: number; variance: number; independent: boolean }
  /** "⟦0⟧ classes". */
  | { kind: 'classes'; formula: number }
  /** "⟦0⟧ is the softmax of ⟦1⟧". */
  | { kind: 'spoken'; formula: number; name: string; of: number }
  /** Number of axes: "vectors ⟦0⟧". */
  | { kind: 'rank'; formula: number; rank: number };

const MARK = '⟦(\\d+)⟧';
interface Pattern { pattern: RegExp; find(match: RegExpExecArray): Finding | Finding[]; /** Words without which it is not found. */ words?: RegExp }
const row = (pattern: RegExp, find: Pattern['find']): Pattern => ({ pattern, find });

/** Patterns with these words: where none of them stands, what is dear to compile is not even tried. */
function about(words: string, rows: Pattern[]): Pattern[] {
  const any = new RegExp(words, 'i');
  return rows.map((each) => ({ ...each, words: any }));
}

/**
 * A pattern as it is written between backquotes, of parts that have names: in any case, or to the letter. Letters, here and wherever
 * words are looked for, are those of the languages that are read, Latin and Cyrillic: `\p{L}` takes seven times as long to compile.
 */
const written = (flags: string) => (...source: Parameters<typeof String.raw>): RegExp => new RegExp(String.raw(...source), flags);
const anyCase = written('gi');
const exactly = written('g');

/** `⟦0⟧, ⟦1⟧ and ⟦2⟧`. */
const LIST = '((?:⟦\\d+⟧(?:\\s*,\\s*and\\s*|\\s*,\\s*|\\s+(?:and|und|et|y|e|и)\\s+|\\s*[&和与及、]\\s*))*⟦\\d+⟧)';
const numbersIn = (list: string): number[] => [...list.matchAll(/\d+/g)].map(([number]) => Number(number));

type SaidOfOne<F = Finding> = F extends { formula: number } ? Omit<F, 'formula'> : never;
/** The same of each name of a list. */
const ofEach = (what: SaidOfOne) => (m: RegExpExecArray): Finding[] => numbersIn(m[1]).map((formula) => ({ ...what, formula }) as Finding);
/** Of one formula. */
const ofFirst = (what: SaidOfOne) => (m: RegExpExecArray): Finding => ({ ...what, formula: Number(m[1]) }) as Finding;
/** The same of those that are the subject. */
const ofSubjects = (what: SaidOfOne) => (m: RegExpExecArray): Finding[] => subjectsOf(m).map((formula) => ({ ...what, formula }) as Finding);

/** What several have that may depend on each other tells nothing of them together. */
function momentsOf({ 1: list, 2: mean, 3: variance, input }: RegExpExecArray): Finding[] {
  const [independent, names] = [/\bindependent(?:ly)?\b(?! of (?!each|one))|i\.?\s?i\.?\s?d\b/i.test(input), numbersIn(list)];
  return independent || names.length === 1 ? names.map((formula) => ({ kind: 'moments', formula, ...(mean ? { mean: Number(mean) } : {}), variance: Number(variance), independent })) : [];
}

/** What is said of each is not read, and may make a line true. */
const restricted = ofEach({ kind: 'restricted' });

const NOUNS = '(?:matri(?:x|ces|zen|ce|z)|vectors?|vektor(?:en)?|vecteurs?|vector(?:es)?|vetor(?:es)?|labels?|targets?|encod\\w+|distributions?|class|classes|true|real|square|column|row|degree|adjacency|covariance|precision|kernel|Gram|weight|transition|Hessian)';
/** Words between a name and what is said of it; other nouns and prepositions would make it said of something else. */
const FILL = '(?:(?!(?:of|to|into|in|than|not|no|never|with|without|whose|which|that|if|nicht|keine?|von|mit|ohne|deren|dessen|pas|non|ni|sans|avec|de|dont|sin|con|não|sem|com)\\b)(?!matri(?:x|ces)\\b)[\\wÀ-ÿ-]+(?:\\s+|,\\s*)){0,5}?';
const COPULA = '(?:\\s*(?:is|are|(?:to )?be|being|was|denotes?|represents?|holds?|contains?|ist|sind|sei|seien|est|sont|soit|soient|es|son|sea|sean|é|são|seja|sejam)\\s+|\\s*[(:]\\s*)';
/** "⟦0⟧, a symmetric matrix"; what goes on to a name, as "⟦0⟧, a symmetric matrix ⟦1⟧" and "⟦0⟧, the Hessian ⟦1⟧" do, says it of that one. */
const APPOSED = (property: string): string => `\\s*(?:,\\s*)?(?:(?:a|an|eine?|une?|una?|uma?)\\s+${FILL}${property}(?!(?:\\s+${NOUNS})+\\s*⟦)|the\\s+${FILL}${property}(?!(?:\\s+${NOUNS})*\\s*⟦))`;

/** Said of every name of a list; in other words it is said of the last. */
const PLURAL = /^\s*(?:are|be|being|denote)\b/i;
const SINGULAR = /^\s*(?:,\s*)?(?:is|denotes|represents)\b/i;
/** The names of a list that are its subject: in `z = Wx + b, y is` the last. */
const subjectsOf = (m: RegExpExecArray): number[] => (SINGULAR.test(m[0].slice(m[1].length)) ? numbersIn(m[1]).slice(-1) : numbersIn(m[1]));

/** Behind these words no more is said of the name. */
const ENDS = '(?=\\s*(?:[,.;:)]|$|(?:and|then|so|because|since|we)\\b))';
const IS = '\\s*(?:,\\s*)?(?:is|are|be|being)\\s+';
const EXISTS = '\\b(?:for some|there exists?|there is|exists)\\b[^.⟦]{0,30}?';
const WHOLE = '(?:integers?|natural numbers?|whole numbers?)';

/** A property said of names: "⟦0⟧ and ⟦1⟧ are symmetric", "⟦0⟧, a symmetric matrix", "the symmetric matrix ⟦0⟧"; not "the symmetric part of ⟦0⟧". */
function said(words: string, what: SaidOfOne): Pattern[] {
  const property = `(?<![-\\w])(?:${words})(?![-\\w])`;
  const each = ofEach(what);
  const counted = (m: RegExpExecArray): Finding[] => (PLURAL.test(m[0].slice(m[1].length)) ? each(m) : each(m).slice(-1));
  return about(words, [
    row(anyCase`${LIST}(?:${COPULA}${FILL}${property}|${APPOSED(property)})(?!\s+(?:entr|part|element|component|block|if\b|of\b))`, counted),
    row(anyCase`${property}(?:\s+${NOUNS})*\s*${LIST}`, each),
    row(anyCase`\b(?:the|its|their|whose|a|an)\s+${property}(?:\s+${NOUNS})*\s+(?:of [^.⟦]{0,30})?(?:is|are|be)\s+(?:denoted\s+|called\s+|written\s+)?(?:by\s+|as\s+)?${LIST}`, each),
  ]);
}
const domain = (words: string, value: Domain): Pattern[] => said(words, { kind: 'domain', domain: value });
/** "for ⟦0⟧ symmetric", and "with A symmetric" where the letter is no formula; not "A symmetric matrix". */
const adjective = (words: string, value: Domain): Pattern[] => [
  ...domain(words, value),
  ...about(words, [
    row(anyCase`${MARK}\s+(?:${words})(?![-\w])`, ofFirst({ kind: 'domain', domain: value })),
    row(exactly`(?<![-'’\w\\])([A-HJ-Zb-hj-z])\s+(?:(?:is|be)\s+)?(?:${words})${ENDS}`, (m) => ({ kind: 'lettered', name: m[1], domain: value })),
  ]),
];
/** "⟦0⟧ 是对称矩阵", "⟦0⟧가 대칭이면", "对称矩阵 ⟦0⟧": languages that put no spaces between words. */
const unspaced = (words: string, value: Domain): Pattern[] => about(words, [
  row(anyCase`${LIST}[是为為都均はが는은가이一个实\s]*(?:${words})(?:이?면|なら)?`, ofEach({ kind: 'domain', domain: value })),
  row(anyCase`(?<![非不비])(?:${words})(?:矩阵|矩陣|行列|\s*행렬)?\s*${LIST}`, ofEach({ kind: 'domain', domain: value })),
]);
/** Signs of numbers: "positive ⟦0⟧", "⟦0⟧ is a positive constant"; not "⟦0⟧ is the negative log-likelihood". */
function signed(words: string, value: Domain): Pattern[] {
  const what: SaidOfOne = { kind: 'domain', domain: value };
  const nouns = '(?:\\s+(?:real|constant|fixed|scalar|integer))*(?:\\s+(?:numbers?|reals|constants?|scalars?|integers?|parameters?|values?|weights?|step sizes?|learning rates?))?';
  return about(words, [
    row(anyCase`${LIST}${IS}(?:(?:both|all|always|strictly|a|an|some)\s+)*(?:${words})${nouns}${ENDS}`, ofSubjects(what)),
    row(anyCase`(?<!\bthe )(?<![-\w])(?:${words})${nouns}\s+${LIST}`, ofEach(what)),
  ]);
}
/** Properties that are not sampled: nothing about such a name is refuted. */
const unsampled = (words: string): Pattern[] => said(words, { kind: 'restricted' });

/** "⟦0⟧ and ⟦1⟧ are the batch mean and variance", "the mean ⟦0⟧ of the inputs": computed from data, as the parameters of a law are not. */
function ofData(words: string): Pattern[] {
  const data = '(?:(?:mini-?)?batch|sample|empirical|features?|layers?|inputs?|activations?|data(?:set)?|examples?|entries|elements?|components?|columns?|rows?)';
  const subject = `${LIST}\\s*(?:is|are|be|denotes?|represents?)\\b[^.;:⟦]{0,20}?\\b`;
  const both = `(?:${words})(?: and (?:${words}))?`;
  return about(words, [
    row(anyCase`${subject}${data}[- ](?:${words})\b`, restricted),
    row(anyCase`${subject}${both}\s+(?:of|over|across)\s+(?:(?:the|all|each|a)\s+)*(?:\w+\s+)?${data}\b`, restricted),
    row(anyCase`\b${data}[- ]${both}\s+${LIST}`, restricted),
  ]);
}

/** "matrices ⟦0⟧", "⟦0⟧ is a vector". */
function shaped(words: string, rank: number): Pattern[] {
  const what: SaidOfOne = { kind: 'rank', rank };
  return about(words, [
    row(anyCase`(?<!(?:row|of) )(?<![-\w])(?:${words})\s+${LIST}`, ofEach(what)),
    row(anyCase`${LIST}\s*(?:is|are|be|denotes?)\s+${FILL}(?:${words})(?![-\w])`, ofSubjects(what)),
  ]);
}

/** "where g is the sigmoid function", "with the sigmoid function g". */
function named(words: string, name: string): Pattern[] {
  const found = ofFirst({ kind: 'function', name });
  return about(words, [
    row(anyCase`${MARK}[\s,]*(?:is|denotes?|be|=|:|stands for|ist|sei|bezeichnet|est|désigne|soit|es|sea|denota|é|seja|die|der|la|le|der)[^.⟦]{0,30}?\b(?:${words})\b`, found),
    row(anyCase`\b(?:(?:${words})\s+(?:(?:function\s+)?as\s+(?:(?:the|an?|our)\s+)?)?(?:activation(?: function)?|function|non-?linearity)|(?:fonction|función|função)\s+(?:${words}))\s+${MARK}`, found),
    row(anyCase`\b(?:with|where|for)\s+${MARK}\s*,?\s+(?:the|a)\s+(?:${words})(?![-\w])(?!\s+(?:of|loss|unit|output|layer|value)\b)`, found),
    row(anyCase`\b(?:use|for|with)\s+(?:(?:the|an?)\s+)?(?:${words})\s+(?:for\s+|as\s+)?${MARK}`, found),
  ]);
}

/** "for fixed ⟦0⟧", "holding ⟦0⟧ constant", "the responsibilities ⟦0⟧": names that are not differentiated through. */
function held(): Pattern[] {
  const find = ofEach({ kind: 'held' });
  const noun = '(?:[a-zß-ё-]+\\s+){0,2}?';
  const fixed = '(?:fixed|constants?|fest(?:e[nrms]?|gehalten|halten)?|fix(?:e[nrms]?)?|konstant\\w*|fixé(?:e|s|es)?|fij[oa]s?|fix[oa]s?|constantes?)';
  return [
    row(anyCase`(?<![a-zß-ё])(?:for|with|given|at|bei|mit|für|à|pour|avec|para|con|com)\s+(?:(?:the|a|den|der|die|dem)\s+)?${fixed}\s+${noun}${LIST}`, find),
    row(anyCase`(?<![a-zß-ё])(?:hold\w*|keep\w*|held|kept|treat\w*|regard\w*|halten|hält|man hält|gardant|manteniendo|mantendo)\s+(?:wir\s+|all\s+)?(?:the\s+)?${noun}${LIST}\s+(?:as\s+)?(?:an?\s+)?${fixed}(?![a-zß-ё])`, find),
    row(anyCase`${LIST}\s+(?:is|are|being|wird|werden|est|sont)?\s*(?:held|kept|treated|regarded|considered|dabei)?\s*(?:as\s+)?(?:an?\s+)?(?:held fixed|kept fixed|held constant|kept constant|fixed|festgehalten|konstant gehalten|fixées?|fixés?)(?![a-zß-ё])`, find),
    row(anyCase`(?<![a-zß-ё])(?:responsibilit|verantwortlichkeit|responsabilit|responsabilidad)[a-zß-ё]*(?:\s+(?:are|is|sind|lauten|sont|son|são))?\s*:?\s*${LIST}`, find),
  ];
}

const OBEYS = `(?:${COPULA}|\\s+(?:follows?|has)\\s+)`;
const lawSaid = ([, formula, law, param]: RegExpExecArray): Finding => ({ kind: 'law', formula: Number(formula), law: law.toLowerCase() as LawName, param: Number(param) });

/** "⟦1⟧ with probability ⟦2⟧ and ⟦3⟧ with probability ⟦4⟧". */
const CHANCE = '⟦\\d+⟧\\s*,?\\s*with(?: the| a)?(?: corresponding)? probabilit(?:y|ies)\\s*⟦\\d+⟧';
const CHANCES = `${CHANCE}(?:\\s*(?:,|;|and|or)\\s*(?:and\\s+|or\\s+)?(?:the\\s+)?(?:value\\s+)?${CHANCE})*`;
function listed([, variable, letter, pairs]: RegExpExecArray): Finding {
  const formulas = numbersIn(pairs);
  return { kind: 'listed', variable: letter ?? Number(variable), values: formulas.filter((_, i) => i % 2 === 0), chances: formulas.filter((_, i) => i % 2) };
}

/** "⟦0⟧ with rows ⟦1⟧", "the columns of ⟦0⟧ are ⟦1⟧", "⟦0⟧ is the i-th row of ⟦1⟧". */
function slices(): Pattern[] {
  const nth = '(?:(?:⟦\\d+⟧|[ijkn])\\s*-?\\s*(?:th|te[nr]?)\\s+)?';
  const what = '(row|column)s?(?:\\s+vectors?)?';
  const slice = (part: string, word: string, whole: string): Finding => ({ kind: 'slice', formula: Number(part), whole: Number(whole), of: word.toLowerCase() === 'row' ? 'rows' : 'columns' });
  return about('row|column', [
    row(anyCase`${MARK}(?:(?!⟦|\bnot\b)[^.;]){0,40}?\b(?:has|have|having|with|whose)\s+(?:the\s+|as\s+(?:its\s+)?)?${nth}${what}\s+(?:(?:is|are|given by|equal to|=|:)\s*)*${MARK}`, (m) => slice(m[3], m[2], m[1])),
    row(anyCase`(?<!linear combinations? of )\bthe\s+${nth}${what}\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,2}${MARK}\s+(?:is|are|be|being)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}${MARK}`, (m) => slice(m[3], m[1], m[2])),
    row(anyCase`${MARK}\s*(?:is|be|are|denotes?|for|,)\s+the\s+${nth}${what}\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,3}${MARK}`, (m) => slice(m[1], m[2], m[3])),
  ]);
}

const parityNamed = (word: string): Parity => (word.toLowerCase() === 'odd' ? 'odd' : 'even');

const NEGATIVE = domainBetween(-Infinity, 0, true) ?? 'real';
/** A name, and behind it the ends of where it lies where these are given. */
const existential = ([, formula, ...ends]: RegExpExecArray): Finding => ({ kind: 'existential', formula: Number(formula), ...(ends.every(Boolean) ? { between: ends.map(Number) } : {}) });

const OF_MATRIX = `\\s+of\\s+[\\w\\s-]{0,30}?${MARK}[^.⟦]{0,50}?\\beigenvalue\\s*${MARK}`;
const eigen = (vector: string, m: RegExpExecArray, unit: boolean): Finding => ({ kind: 'eigen', vector: Number(vector), matrix: Number(m[3]), value: Number(m[4]), unit });
const sizeGiven = (m: RegExpExecArray): Extract<Finding, { kind: 'condition' }> => ({ kind: 'condition', name: m[1], value: Number(m[2]), end: m.index + m[0].length });

const orthonormal = (formula: string, parts: string): Finding => ({ kind: 'orthonormal', formula: Number(formula), of: parts.toLowerCase() === 'rows' ? 'rows' : 'columns' });

/** One name, and no list, "is the". */
const ALONE = `(?<!⟦\\d+⟧\\s*(?:,|and)\\s*)${MARK}\\s+(?:is|be|denotes?) the\\s+`;
const spoken = ([, formula, name, of]: readonly string[]): Finding => ({ kind: 'spoken', formula: Number(formula), name, of: Number(of) });

const SIZE = '([\\w]+)\\s*(?:x|×|\\\\times)\\s*([\\w]+)';
const sized = ([, formula, ...sizes]: RegExpExecArray): Finding => ({ kind: 'shape', formula: Number(formula), sizes });

const VALUE = '(⟦\\d+⟧|[-−+±]?[01](?!\\.?\\d)|zero|one)';
/** What is not negative. */
const CHANCELIKE = /negativ|positiv|probab|responsib|mix/i;
const values = (total: boolean) => (m: RegExpExecArray): Finding[] => subjectsOf(m).map((formula) => ({ kind: 'values', formula, values: m.slice(2).filter(Boolean), total }));

const PATTERNS: Pattern[] = [
  ...shaped('vectors?', 1), ...shaped('matri(?:x|ces)', 2), ...shaped('scalars?|(?:real )?numbers?', 0),
  row(anyCase`${ALONE}(softmax|sigmoid|ReLU|mean|residual)(?: (?:of|the|logits))*\s+${MARK}`, spoken),
  row(anyCase`${ALONE}${MARK}\s*-?th\s(?:standard|canonical|unit) (?:\w+ )?v`, ([, formula, of]) => spoken(['', formula, 'unit vector', of])),
  ...adjective('one-hot|one hot|onehot|1-hot', 'one-hot'),
  row(anyCase`${LIST}\s*(?:,\s*)?(?:(?:is|are|ist|sind|est|sont|es|son|é|são|como|als|comme|as|an?|ein|une?|um)\b|是|为|は)(?:(?!\b(?:not|no|never|nicht|kein|pas|não)\b|不)[^.。⟦]){0,60}?(?<!\w)one[- ]?hot(?!\w)`, ofSubjects({ kind: 'domain', domain: 'one-hot' })),
  row(anyCase`${MARK}[^.。⟦]{0,40}?(?:(?<!\w)one[- ]?hot\s+(?:\w+\s+)?rows|\brows[^.。⟦]{1,20}?one[- ]?hot|\bmatrix of\s+(?:\w+\s+)?one[- ]?hot\s+\w+)(?!\s*⟦)`, ofFirst({ kind: 'domain', domain: 'one-hot' })),
  row(anyCase`${MARK}(?:\s*(?:is|equals|being)\s+(?:1|one|⟦\d+⟧))?\s*,?\s*(?:if|for|when)\s+(?:(?:class\s+)?⟦\d+⟧\s+is\s+)?the\s+(?:correct|true|right|target|actual|ground[- ]truth)\s+(?:class|category|label)(?=\s*(?:[,;(]|(?:and|else|otherwise|but|while)\b))`, ofFirst({ kind: 'domain', domain: 'one-hot' })),
  row(anyCase`\b(?:by|from|using|with|to|the)\s+symmetry\s+of\s+${LIST}`, ofEach({ kind: 'domain', domain: 'symmetric' })),
  ...adjective('s[iy]mm?[eé]tri(?:c|k|qu|sch)[a-z]*|симметричн[а-я]+|đối xứng', 'symmetric'), ...domain('Hessian|(?:graph )?Laplacian', 'symmetric'), ...unspaced('[对対]称|對稱|대칭|协方差|共分散|공분산', 'symmetric'), ...unspaced('投影矩阵|射影行列', 'projection'),
  ...adjective('orth?o(?:gon|norm)al(?:e[nrs]?|es|i)?|ортогональн[а-я]+', 'orthogonal'),
  ...adjective('(?:symmetric )?(?:strictly )?positive[- ]definite|PD|SPD|(?:symmetrisch und )?positiv[- ]definit\\w*|(?:symétriques? )?définies? positives?|(?:simétric[ao]s? )?(?:y |e )?definid[ao]s? positiv[ao]s?', 'positive definite'),
  ...domain('covariance(?: matri(?:x|ces))?|correlation matri(?:x|ces)|precision(?: matri(?:x|ces))?', 'positive definite'),
  ...domain('(?:symmetric )?positive[- ]semi-?definite|PSD|p\\.s\\.d|Gram matri(?:x|ces)|kernel matri(?:x|ces)', 'positive semidefinite'),
  ...domain('hat matri(?:x|ces)|(?:orthogonal )?projection matri(?:x|ces)|orthogonal project(?:ions?|ors?)|symmetric,? (?:and )?idempotent|idempotent,? (?:and )?symmetric', 'projection'),
  ...adjective('diagonal(?:e[nrs]?|es)?|diagonaux', 'diagonal'),
  ...signed('positive', 'positive'), ...signed('non-?negative', 'nonnegative'), ...signed('negative', NEGATIVE),
  row(anyCase`(?<!(?:no|non-?|the) )\b${WHOLE}\s+${LIST}`, ofEach({ kind: 'domain', domain: 'integer' })),
  row(anyCase`${LIST}${IS}(?:(?:both|all|an?|some|positive|non-?negative)\s+)*${WHOLE}${ENDS}`, ofSubjects({ kind: 'domain', domain: 'integer' })),
  ...domain('probability vectors?|probability distributions?|distributions? (?:on|over)|Wahrscheinlichkeits(?:verteilung|vektor)\\w*|distributions? de probabilités?|vecteurs? de probabilités?|distribuci[oó]n(?:es)? de probabilidad|distribuiç(?:ão|ões) de probabilidade', 'simplex'),
  row(anyCase`${LIST}(?:\s+(?:is|be)\s+an?\s+vector)?\s+(?:has|have|having|(?:is |are |be )?(?:of|with))\s+(?:a\s+)?unit(?:\s+Euclidean)?[- ](?:norm|length)`, ofSubjects({ kind: 'domain', domain: 'unit vector' })),
  ...domain('unit(?:[- ](?:vectors?|norm|length))|Einheitsvektor(?:en|s)?|vecteurs? unitaires?|vector(?:es)? unitarios?|vetor(?:es)? unitários?', 'unit vector'),
  row(anyCase`${LIST}\s*(?:be|is|are|denotes?)\b[^.;]{0,40}?\b(?:basis|eigenvalues|singular values)\b`, restricted),
  row(anyCase`\b(?:eigenvalues|singular values)\s*${LIST}`, restricted),
  // What its entries are is not read: "⟦0⟧ has 1 as its first entry and 0 elsewhere".
  row(anyCase`${LIST}(?=[^.。⟦]{0,90}(?:component|entr(?:y|ies)\b|coordinate|position|分量))[^.。⟦]{0,70}?(?<!\w)(?:1|one)(?!\w)[^.。⟦]{0,60}?(?<!\w)(?:0|zeros?)(?!\w)`, restricted),
  row(anyCase`${LIST}(?:(?!\n\s*\n)(?:i\.\s?i\.\s?d\.|[^.;⟦])){0,80}?\b(?:(?:with|has|have|having|of)\s+(?:[\w-]+\s+){0,2}?mean\s+${MARK}|(?:zero[- ]mean|mean[- ]zero))\s*(?:,|and)\s+(?:(?:with|a|the|common|same)\s+)*variance\s+${MARK}`, momentsOf),
  // Nor what else is said of its moments.
  row(anyCase`${LIST}(?:(?!\n\s*\n)[^.;⟦]){0,60}?\b(?:(?:has|have|with|of)\s+(?:[\w-]+\s+){0,2}?(?:mean|variance|expectation|moments?)|(?:zero|unit)[- ](?:mean|variance)|mean[- ]zero)\b`, restricted),
  row(anyCase`${LIST}(?:(?!\n\s*\n)[^.;⟦]){0,60}?\b(?:uncorrelated|i\.?i\.?d|identically)\b`, ofEach({ kind: 'restricted', chance: true })),
  ...ofData('means?|averages?|variances?|(?:standard )?deviations?|statistics'),
  row(exactly`${LIST}\s*(?:是|为|表示|分别)[^。；，⟦]{0,12}?(?:均值|平均值|方差|标准差)`, restricted),
  ...unsampled('(?:standard |canonical |natural |unit )?basis(?: vectors?)?|coordinate vectors?|all[- ]ones?|(?:matrix|vector) of (?:all )?ones|(?<!orthogonal )project(?:ions?(?! matri)|ors?)|(?<!symmetric,? (?:and )?)idempotent(?! and)|nilpotent|involutory|(?:upper|lower)[- ]triangular|triangular|stochastic|cent(?:e?red)|normali[sz]ed|standardi[sz]ed|whitened|skew[- ]symmetric|anti-?symmetric|permutation matri(?:x|ces)|rotation matri(?:x|ces)|unitary|Hermitian|rank[- ]one|singular values?|periodic'),
  row(anyCase`${MARK}[^⟦]{0,100}?\(?(?:of )?size ${SIZE}`, sized),
  row(anyCase`${MARK} is (?:a |an )?${SIZE}`, sized),
  row(/(?:\b(?:for|when|if|case|with|where|suppose|assume|für|wenn|falls|bei|mit|para|si|pour|quand|avec)[\s*$:]+|[当若]\s*)([nNmMkKdDT])\s*=\s*(\d+)/gi, sizeGiven),
  row(/(?:(?:\b(?:let|take|choose|given|consider|using|have|sei|seien|sea|soit)|设|令|取)[\s*$:]*|(?:^|[.;:]\s)\s*)([nNmMkKdDT])\s*=\s*(\d+)(?!\s*\\)/gi, (m) => ({ ...sizeGiven(m), lasts: true })),
  row(anyCase`${MARK}\s*,?\s*(?:[^.⟦]{0,20}?\b(?:lies|is(?! (?:an?|the) (?!point|number|value))|lying|somewhere|strictly|point)\b[^.⟦]{0,20}?)?\bbetween\b(?:[^.⟦]{0,15}${MARK}\s*and[^.⟦]{0,15}${MARK})?`, existential),
  row(anyCase`${EXISTS}${MARK}\s*(?:lying |strictly )?in(?: the)?(?: open| closed)?(?: interval)?\s*${MARK}`, existential),
  row(anyCase`${EXISTS}\b([A-Za-z])\s+such that`, (m) => ({ kind: 'existential', name: m[1] })),
  row(anyCase`${EXISTS}${MARK}`, (m) => ({ kind: 'existential', formula: Number(m[1]) })),
  row(anyCase`(?:\b(?:denote by|sei(?:en)?|soi(?:en)?t|sean?|sejam?)\s+|[设令记]\s*)${LIST}\s*[a-zß-ё一-鿿]`, ofEach({ kind: 'introduced', anew: true })),
  row(anyCase`\b(?:let|suppose|assume|if)\s+${LIST}\s+(?:be|is|denotes?)\s+(?:the|an?)\b`, ofEach({ kind: 'introduced', anew: true })),
  row(anyCase`(?:\b(?:let|where|with|and|here|variables?)\s+|^\s*|[.;,:\d]\s+)${LIST}\s+(?:be|is|are|denotes?|represents?|stands? for)\b(?![^.⟦]{0,60}(?:Euler|natural log|base of|exponential|circle|3\.14|2\.71))`, ofEach({ kind: 'introduced' })),
  row(anyCase`${LIST}\s+(?:is|are|be|can|tak(?:es?|ing)|equals?)\s+(?:(?:be|either|always|on|the|values?)\s+)*${VALUE}(?:\s*(?:or|and|,)\s*${VALUE})?(?=\s*(?:[.,;:)]|$)|\s+(?:and|so|where)\b)`, values(false)),
  row(anyCase`${LIST}[^.;⟦]{0,60}?\b(?:sums?|adds?)\s+(?:up\s+)?to\s+${VALUE}(?=\s*(?:[.,;:)]|$|and))`, (m) => (CHANCELIKE.test(m.input) ? values(true)(m) : [])),
  row(anyCase`${LIST}\s+(?:is|are|be|ha[sv]e?|can|adds?|sums?|forms?|equals?|satisf\w+)\b(?!\s*⟦|\s+(?:an? )?(?:real |fixed )?(?:constant|scalar|number|vector|matri(?:x|ce))s?\b)`, ofSubjects({ kind: 'told' })),
  row(anyCase`${MARK}\s*(?:is|be|denotes?|,)\s*(?:an?\s|the\s)?([\w\s-]{0,30}?)\beigenvector${OF_MATRIX}`, (m) => eigen(m[1], m, /\b(?:unit|normali[sz]ed)/i.test(m[2]))),
  row(anyCase`\b((?:unit|normali[sz]ed)\s+)?eigenvector\s+${MARK}${OF_MATRIX}`, (m) => eigen(m[2], m, m[1] !== undefined)),
  row(anyCase`${MARK}[^.;⟦]{0,30}?\b(?:has|have|having|with)\s+(?:\w+\s+)?orthonormal\s+(columns|rows)`, (m) => orthonormal(m[1], m[2])),
  row(anyCase`\b(columns|rows)\s+of\s+(?:\w+\s+){0,2}${MARK}\s*(?:are|be|being|form)\s+(?:\w+\s+)?orthonormal`, (m) => orthonormal(m[2], m[1])),
  row(anyCase`(?:${MARK}|\b([B-HJ-Zb-hj-z])\b)[^.⟦]{0,60}?\b(?:tak(?:es?|ing)|assumes?|equals|is)\s+(?:on\s+)?(?:(?:the|a|its|one of the)\s+)?(?:values?\s+)?(${CHANCES})`, listed),
  row(anyCase`${LIST}${IS}(?:an?\s+)?(?:[\w-]+\s+){0,2}?(odd|even)(?![-\w])`, (m) => subjectsOf(m).map((formula) => ({ kind: 'parity', formula, parity: parityNamed(m[2]) }))),
  row(anyCase`\b(odd|even)\s+(?:[\w-]+\s+)?(?:functions?\s+)?${LIST}`, (m) => numbersIn(m[2]).map((formula) => ({ kind: 'parity', formula, parity: parityNamed(m[1]) }))),
  row(anyCase`${LIST}${OBEYS}(?:an?\s+|the\s+)?standard[- ](?:normal|Gaussian)(?:\s+(?:noise|distribution|law|random variables?|variables?))?${ENDS}`, ofSubjects({ kind: 'law', law: 'normal' })),
  row(anyCase`\bstandard[- ](?:normal|Gaussian)(?:\s+(?:noise|random variables?|variables?))?\s+${LIST}`, ofEach({ kind: 'law', law: 'normal' })),
  row(anyCase`${MARK}${OBEYS}(?:an?\s+|the\s+)?(Poisson|Bernoulli|exponential)(?:ly)?(?:[- ]distributed|\s+(?:distribution|law|random|variable))*,?\s+with\s+(?:(?:the|success)\s+)*(?:parameter|rate|probability)\s+${MARK}`, lawSaid),
  row(anyCase`${MARK}${OBEYS}(?:an?\s+|the\s+)?(uniform)(?:ly)?(?:[- ]distributed|\s+(?:distribution|random|variable))*\s+(?:on|over|in)\s+(?:the\s+)?(?:interval\s+)?${MARK}`, lawSaid),
  row(anyCase`\bkernel(?:\s+function)?\s+${LIST}`, (m) => numbersIn(m[1]).map((formula) => ({ kind: 'parity', formula, parity: 'symmetric' }))),
  row(/(?<![\w\\])([a-zA-Z])\(\s*[-−]\s*([a-z])\s*\)\s*=\s*([-−]?)\s*\1\(\s*\2\s*\)/g, ([, name, , sign]) => ({ kind: 'parity', name, parity: sign ? 'odd' : 'even' })),
  row(anyCase`${MARK}(?:\s*-\s*|\s+)(?:class(?:es)?|categor(?:y|ies)|Klassen|clases|classi)(?!\w)`, ofFirst({ kind: 'classes' })),
  row(anyCase`${MARK}\s*(?:is|denotes?|be|=|,)\s+the\s+(?:total\s+)?number\s+of\s+(?:\w+\s+)?(?:classes|categories)`, ofFirst({ kind: 'classes' })),
  row(anyCase`\b(?:the|a)\s+(?:total\s+)?number\s+of\s+(?:\w+\s+)?(?:classes|categories)\s*(?:is|be|,|:)?\s*${MARK}`, ofFirst({ kind: 'classes' })),
  ...held(), ...slices(),
  ...named('sigmoid\\w*|logistic|Sigmoidfunktion|logistische\\w*|sigmoïde|logistique|sigmoide', 'sigmoid'), ...named('softmax', 'softmax'), ...named('hyperbolic tangent|tanh', 'tanh'), ...named('ReLU|rectified linear|rectifier', 'relu'), ...named('softplus', 'softplus'),
  ...named('(?:CDF|cumulative distribution function) of (?:the|a) standard normal|standard normal (?:CDF|cumulative|distribution function)', 'normalcdf'), ...named('(?:density|pdf) of (?:the|a) standard normal|standard normal (?:density|pdf)', 'normalpdf'),
];

/** Before a name: what is said is said of its columns, or only supposed. */
const OF_PARTS = /\b(?:columns?|rows?|vectors?|entr(?:y|ies)|elements?|features?)\s+(?:of|in)\s*$/i;
const CASE = new RegExp(String.raw`(?:\b(?:if|when|whenever|in case|se|${IFS})\s*(?:both|the (?:matrix|matrices|vector))?|${IF_SIGNS})\s*$`, 'i');
const SUPPOSED = /\b(?:[Uu]nless|[Ww]hether|[Ww]ere|Is|Are|[Uu]nlike|[Ll]ike)\s*(?:both|the (?:matrix|matrices|vector))?\s*$/;

/** "not necessarily symmetric", "non-symmetric": the word is denied where it stands. */
const NEGATED = /\b(?:not|never|neither|nicht|keine?|pas|non|no|não|nunca|jamais)(?:\s+\w+){0,2}\s+[\w-]+(?:\s[\w-]+)?$|\b(?:non|un|a)-?symmetric/i;

/** What can be found in a sentence without a formula. */
const WITHOUT_FORMULA = PATTERNS.filter(({ pattern }) => !/⟦\(?\\d\+\)?⟧/.test(pattern.source));

/** All that the table finds in a sentence. */
export function readSentence(sentence: string): Finding[] {
  const findings: Finding[] = [];
  for (const { pattern, find, words } of sentence.includes('⟦') ? PATTERNS : WITHOUT_FORMULA) {
    if (words && !words.test(sentence)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
      if (!NEGATED.test(match[0])) findings.push(...[find(match)].flat().flatMap((finding) => asSaid(finding, sentence.slice(0, match.index), match[0])));
    }
  }
  return findings;
}

/** A property of a name's parts, or one that is only supposed, restricts the name and is not its own. */
function asSaid(finding: Finding, before: string, words: string): Finding | [] {
  if (finding.kind === 'lettered') return [CASE, SUPPOSED, OF_PARTS].some((pattern) => pattern.test(before)) ? [] : finding;
  if (finding.kind !== 'domain') return finding;
  if ((CASE.test(before) || /[면ら]$/.test(words)) && !/\bwere\b/.test(words)) return { ...finding, supposed: true };
  const isOfParts = OF_PARTS.test(before) && !(finding.domain === 'one-hot' && /\brows?\s+(?:of|in)\s*$/i.test(before));
  return isOfParts || SUPPOSED.test(before) || /\bwere\b/.test(words) ? { kind: 'restricted', formula: finding.formula } : finding;
}
