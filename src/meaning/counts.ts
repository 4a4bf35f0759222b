/** How many there are of an indexed name: the n of `x_1, \dots, x_n`, of `\{x_i\}_{i=1}^n`, of `\frac1n \sum_i x_i` and `\sum_{i=1}^n x_i`, and of `i = 1, \dots, n` beside what has that index. */
import { equates, type EquationSyntax, everyPart, type Expr, HOW_MANY, isBig, isBracketed, isDots, isFraction, isGroup, isLetter, isName, isNum, isNumeral, isScripted, isScriptedName, isSum, pairOf, relatedBy, replace, type Statement, type Sum, variablesOf, withMembers } from '../notation/expression';
import { print } from '../notation/print';
import { familyOf } from './symbols';

/** Names by their letter and accents, with the size of their first index. */
export interface Count { families: string[]; size: Expr; at: number }

export function countsIn(equations: EquationSyntax[]): Count[] {
  const found = equations.flatMap(({ statements }, i) => {
    const counts = statements.flatMap(({ members }) => members.flatMap(({ expr }) => everyPart(expr))).flatMap((part) => listed(part) ?? braced(part) ?? summed(part) ?? []);
    const [letter, size] = statements.map(rangeOf).find(Boolean) ?? [];
    // "…, where ⟦i = 1, …, n⟧" is of the formula before.
    const about = statements.length > 1 || i === 0 ? statements : equations[i - 1].statements;
    if (letter && size) {
      const families = about.flatMap(({ members }) => members.flatMap(({ expr }) => indexedBy(expr, letter)));
      // Those of `i, j = 1, …, n` alike.
      const letters = statements.flatMap(({ members: [{ expr }] }) => (isName(expr) ? expr.letter : []));
      counts.push({ families: families.length ? families : letters.map(counting), size, at: size.span.start });
    }
    return counts;
  });
  return found.filter(({ size }) => isName(size) || isNumeral(size) || isSumOfSizes(size));
}

/** What has this index, where nothing else says how many there are. */
export const counting = (letter: string): string => `index ${letter}`;

/** In `\frac{1}{\lambda} \sum_i x_i` a \lambda that functions are of, or are differentiated by, counts nothing. */
export function withoutFalseCounts(equations: EquationSyntax[]): EquationSyntax[] {
  const statements = equations.flatMap((equation) => equation.statements);
  const called = statements.flatMap(({ members: [left], relations }) => { const [, body] = equates(relations[0]) ? pairOf(left.expr) : []; return isGroup(body, '(') ? body.contents : []; });
  const varied = statements.flatMap(({ members }) => members.flatMap(({ expr }) => everyPart(expr).flatMap(variablesOf)));
  const variables = new Set([...called, ...varied].map(print));
  const isCount = (expr: Expr): boolean => isLetter(expr, HOW_MANY) || !variables.has(print(expr));
  const untied = (expr: Expr): Expr => replace(expr, (part) => (isBig(part) && part.tied && part.above && !isCount(part.above) ? { ...part, above: undefined, body: untied(part.body) } : undefined));
  return withMembers(equations, ({ members }) => members.map((member) => ({ ...member, expr: untied(member.expr) })));
}

/** The `n - k + 1` places of a window of k. */
export const isSumOfSizes = (size: Expr): size is Sum => isSum(size) && size.terms.filter(({ expr }) => isName(expr)).length > 1 && size.terms.every(({ expr }) => isName(expr) || isNumeral(expr));

/** `x_1, \dots, x_n`, `(x^{(1)}, y^{(1)}), \dots, (x^{(n)}, y^{(n)})`. */
function listed(expr: Expr): Count | undefined {
  if (!isGroup(expr) || expr.contents.length < 3 || !isDots(expr.contents[expr.contents.length - 2])) return undefined;
  const [first, last] = [expr.contents[0], expr.contents[expr.contents.length - 1]].map((item) => (isGroup(item) ? item.contents : [item]).map(indexOf));
  const size = last[0]?.index;
  const isCounted = size && last.every((each, i) => each && print(each.index) === print(size) && first[i]?.family === each.family && (isNum(first[i].index, 1) || isNum(first[i].index, 2)));
  return isCounted ? { families: last.flatMap((each) => each?.family ?? []), size, at: expr.span.start } : undefined;
}

/** `\{x_i\}_{i=1}^n`, `\{(x_i, y_i)\}_{i=1}^n`. */
function braced(expr: Expr): Count | undefined {
  if (!isScripted(expr) || !isGroup(expr.base) || expr.sub.length !== 1 || expr.sup.length !== 1) return undefined;
  const [index, first] = relatedBy(expr.sub[0], 'equal');
  return isName(index) && isNum(first, 1) ? { families: indexedBy(expr.base, index.letter), size: expr.sup[0], at: expr.span.start } : undefined;
}

/** `\frac1n \sum_i x_i`, `\frac{\sum_i x_i}{n}`, `\sum_{i=1}^n x_i`. */
function summed(part: Expr): Count | undefined {
  const expr = isFraction(part) && isBig(part.over) && !part.over.above ? { ...part.over, above: part.under } : part;
  const [below] = isBig(expr) && isLetter(expr.above, HOW_MANY) ? expr.below : [];
  const [index, first] = isName(below) ? [below] : relatedBy(below, 'equal');
  return isBig(expr) && expr.above && isName(index) && (!first || isNum(first, 1)) ? { families: indexedBy(expr.body, index.letter), size: expr.above, at: expr.span.start } : undefined;
}

/** The i and n of `i = 1, \dots, n` and `i \in \{1, \dots, n\}`. */
function rangeOf({ members, relations }: Statement): [letter: string, size: Expr] | undefined {
  const [index, list] = members.map(({ expr }) => expr);
  if (members.length !== 2 || !/^(?:equal|in)$/.test(relations[0].name) || !isName(index) || !isGroup(list)) return undefined;
  const { contents } = list;
  return contents.length > 2 && isNum(contents[0], 1) && isDots(contents[contents.length - 2]) ? [index.letter, contents[contents.length - 1]] : undefined;
}

/** `x_i`, `x^{(i)}`: a name and what counts it. */
function indexOf(expr: Expr): { family: string; index: Expr } | undefined {
  if (!isScriptedName(expr)) return undefined;
  const [sup] = expr.sup;
  const index = expr.sub.length === 1 && expr.sup.length === 0 ? expr.sub[0] : expr.sub.length === 0 && expr.sup.length === 1 && isBracketed(sup) ? sup.contents[0] : undefined;
  return index && { family: familyOf(expr.base), index };
}

const indexedBy = (expr: Expr, letter: string): string[] => everyPart(expr).flatMap((part) => { const each = indexOf(part); return isLetter(each?.index, letter) ? [each.family] : []; });
