/** Meaning as terms over named indices: every term is a number for each choice of its free indices. Matrix notation becomes index notation here. */

/** Letters for the student's own free indices, `i#3` for bound ones, `~7` for places of a vector or matrix. */
export type Index = string;

export type ElementwiseName =
  | 'add' | 'sub' | 'mul' | 'div' | 'neg' | 'pow' | 'exp' | 'log' | 'sqrt' | 'abs' | 'sign' | 'floor'
  | 'sin' | 'cos' | 'tan' | 'asin' | 'acos' | 'atan' | 'sinh' | 'cosh' | 'tanh' | 'sigmoid' | 'softplus' | 'relu' | 'erf' | 'gamma'
  | 'maximum' | 'minimum' | 'less' | 'lessEqual' | 'equal' | 'notEqual' | 'and' | 'or' | 'select';

export type Term =
  | { op: 'num'; value: number }
  /** Entry of a symbol; one index for each of its axes. */
  | { op: 'symbol'; key: string; at: Index[] }
  /** The index itself as a number, counted from 1. */
  | { op: 'index'; index: Index }
  /** How many values an index takes. */
  | { op: 'size'; index: Index }
  | { op: 'map'; fn: ElementwiseName; args: Term[] }
  | { op: 'reduce'; fn: 'sum' | 'prod' | 'max' | 'min'; over: Index[]; body: Term; where?: Term }
  /** The body with an index set to a value, or renamed. */
  | { op: 'at'; body: Term; index: Index; value: number }
  /** Entry of the derivative of `of` by a symbol; the graph is cut at the symbol. */
  | { op: 'derivative'; of: Term; key: string; at: Index[] }
  /** `of` with symbols replaced by other terms, then (if `by`) differentiated by the replaced symbol's entry; `held`: by nothing through these. */
  | { op: 'let'; key: string; axes: Index[]; value: Term; body: Term; by?: { at: Index[] }[]; held?: boolean }
  | { op: 'inverse'; body: Term; rows: Index; columns: Index; at: [Index, Index] }
  | { op: 'det'; body: Term; rows: Index; columns: Index; log: boolean }
  /** One term for each value of an index: matrix and vector literals. */
  | { op: 'stack'; index: Index; contents: Term[] }
  /** Blocks one after the other along an index; each is bound over a range of its own. */
  | { op: 'join'; index: Index; blocks: Block[] }
  /** All entries one after the other along an index, the last of the places fastest: those of a matrix by its columns, or pairs of a Kronecker product. */
  | { op: 'flatten'; by: 'columns' | 'pairs'; index: Index; over: Index[]; body: Term }
  /** A function of which nothing is known but that it is smooth; `order` derivatives by its only argument. */
  | { op: 'smooth'; name: string; args: { term: Term; over: Index[] }[]; order: number; out: Index[] }
  /** Weighted sum over values given to a symbol: expectations, limits and integrals. */
  | { op: 'average'; key: string; axes: Index[]; rule: AverageRule; body: Term };

export interface Block { term: Term; over: Index }

export type AverageRule =
  | { kind: 'normal'; mean: Term; variance: Term }
  /** The sum over whole numbers from 0, for each entry. */
  | { kind: 'values'; upTo: number }
  | { kind: 'limit'; to: number }
  /** A weighted sum over places, which any integral over a fixed range is close to. */
  | { kind: 'measure'; /** Over all that a law is of, whose chances add up to 1. */ ofLaw?: true }
  | { kind: 'integral'; from: IntegralBound; to: IntegralBound };

export type IntegralBound = Term | '-∞' | '∞';

export const num = (value: number): Term => ({ op: 'num', value });
export const map = (fn: ElementwiseName, ...args: Term[]): Term => ({ op: 'map', fn, args });
export const sumOver = (over: Index[], body: Term, where?: Term): Term => (over.length ? { op: 'reduce', fn: 'sum', over, body, ...(where ? { where } : {}) } : body);
export const delta = (a: Index, b: Index): Term => (a === b ? num(1) : map('equal', { op: 'index', index: a }, { op: 'index', index: b }));

/** Free indices in order of first occurrence. A term's own binders are not among them. */
export function freeIndices(term: Term, found: Set<Index> = new Set()): Set<Index> {
  const without = (inner: Set<Index>, bound: Index[]) => { for (const i of inner) if (!bound.includes(i)) found.add(i); };
  switch (term.op) {
    case 'index': found.add(term.index); break;
    case 'symbol': term.at.forEach((i) => found.add(i)); break;
    case 'map': case 'average': parts(term).forEach((part) => freeIndices(part, found)); break;
    case 'reduce': without(new Set([...freeIndices(term.body), ...(term.where ? freeIndices(term.where) : [])]), term.over); break;
    case 'at': without(freeIndices(term.body), [term.index]); break;
   
    case 'derivative': freeIndices(term.of, found); term.at.forEach((i) => found.add(i)); break;
    case 'let': freeIndices(term.body, found); without(freeIndices(term.value), term.axes); term.by?.forEach((b) => b.at.forEach((i) => found.add(i))); break;
    case 'inverse': without(freeIndices(term.body), [term.rows, term.columns]); term.at.forEach((i) => found.add(i)); break;
    case 'det': without(freeIndices(term.body), [term.rows, term.columns]); break;
    case 'stack': found.add(term.index); term.contents.forEach((t) => freeIndices(t, found)); break;
    case 'join': found.add(term.index); term.blocks.forEach((block) => without(freeIndices(block.term), [block.over])); break;
    case 'flatten': found.add(term.index); without(freeIndices(term.body), term.over); break;
    case 'smooth': term.args.forEach((a) => without(freeIndices(a.term), a.over)); term.out.forEach((i) => found.add(i)); break;
  }
  return found;
}

/** Terms directly inside a term. */
export function parts(term: Term): Term[] {
  switch (term.op) {
    case 'map': return term.args;
    case 'reduce': return term.where ? [term.body, term.where] : [term.body];
    case 'at': case 'inverse': case 'det': case 'flatten': return [term.body];
    case 'derivative': return [term.of];
    case 'let': return [term.value, term.body];
    case 'stack': return term.contents;
    case 'join': return term.blocks.map((block) => block.term);
    case 'smooth': return term.args.map((a) => a.term);
    case 'average': return [term.body, ...averageParts(term.rule)];
    default: return [];
  }
}
function averageParts(rule: AverageRule): Term[] {
  if (rule.kind === 'normal') return [rule.mean, rule.variance];
  if (rule.kind === 'integral') return [rule.from, rule.to].filter((bound) => typeof bound !== 'string');
  return [];
}

/** The rule with the terms in it exchanged. */
function mapRule(rule: AverageRule, by: (term: Term) => Term): AverageRule {
  const bound = (at: IntegralBound): IntegralBound => (typeof at === 'string' ? at : by(at));
  switch (rule.kind) {
    case 'normal': return { ...rule, mean: by(rule.mean), variance: by(rule.variance) };
    case 'integral': return { ...rule, from: bound(rule.from), to: bound(rule.to) };
    default: return rule;
  }
}

/** The term with the terms directly inside it exchanged. */
export function mapParts(term: Term, by: (term: Term) => Term): Term {
  switch (term.op) {
    case 'map': return { ...term, args: term.args.map(by) };
    case 'reduce': return term.where ? { ...term, body: by(term.body), where: by(term.where) } : { ...term, body: by(term.body) };
    case 'at': case 'inverse': case 'det': case 'flatten': return { ...term, body: by(term.body) };
    case 'derivative': return { ...term, of: by(term.of) };
    case 'let': return { ...term, value: by(term.value), body: by(term.body) };
    case 'stack': return { ...term, contents: term.contents.map(by) };
    case 'join': return { ...term, blocks: term.blocks.map((block) => ({ ...block, term: by(block.term) })) };
    case 'smooth': return { ...term, args: term.args.map((a) => ({ ...a, term: by(a.term) })) };
    case 'average': return { ...term, rule: mapRule(term.rule, by), body: by(term.body) };
    default: return term;
  }
}

/** The term with parts replaced where `change` gives something; what it gives is not looked into again. */
export const rewriteTerm = (term: Term, change: (term: Term) => Term | undefined): Term => change(term) ?? mapParts(term, (part) => rewriteTerm(part, change));

export function visitTerm(term: Term, see: (term: Term) => void): void {
  see(term);
  for (const part of parts(term)) visitTerm(part, see);
}

export const symbolTerm = (key: string, at: Index[] = []): Extract<Term, { op: 'symbol' }> => ({ op: 'symbol', key, at });

/** Whether a part of a term is one. */
export const hasTerm = (term: Term, isOne: (term: Term) => boolean): boolean => isOne(term) || parts(term).some((part) => hasTerm(part, isOne));

/** A term laid out: `layout` lists the indices that are places of a vector or matrix, in order. Other free indices are the student's own. */
export interface Value {
  term: Term;
  layout: Index[];
  /** Whether a vector stands as a column, a row, or either (a gradient, whose layout is a convention). */
  stance: 'column' | 'row' | 'either';
  /** Which conventions could lay this out otherwise: the permutation is free among these. */
  free?: 'jacobian' | 'matrixGradient';
  /** Transposed as written, so that no product of it is meant entry by entry. */
  turned?: boolean;
  /** A plain number as written, which may stand for the identity or be added to each entry. */
  literal?: boolean;
}

/** How many axes it has: 0 of a number, 1 of a vector, 2 of a matrix. */
export const rank = ({ layout }: Pick<Value, 'layout'>): number => layout.length;

export const scalar = (term: Term): Value => ({ term, layout: [], stance: 'column' });
/** A number that is written as one. */
export const literal = (value: number): Value => ({ term: num(value), layout: [], stance: 'column', literal: true });
