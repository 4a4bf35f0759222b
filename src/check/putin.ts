/** Numbers put in: `\frac12 (y - a)^2 = \frac12 (1 - 0.6)^2` gives names without a definition their values, and claims nothing that could be tested. */
import { type DocumentMeaning, type LinkSyntax, startOf } from '../meaning/document';
import { numberIn } from '../meaning/declarations';
import { contextOf, symbolUse, usesIn } from '../meaning/symbols';
import { type Expr, hasPart, isApply, isFraction, isGroup, isName, isNumeral, isPair, isProduct, isScripted, isScriptedName, isSum, type Product, unbracketed, withoutPrimes } from '../notation/expression';
import { print } from '../notation/print';

/** What the line gives, in words; undefined where the right side is not the left with numbers for its names, each the same wherever it stands. */
export function numbersPutIn(document: DocumentMeaning, link: LinkSyntax): string | undefined {
  const { lhs, rhs, relation } = link;
  if (relation.name !== 'equal' && relation.name !== 'approx') return undefined;
  if (isPlainName(lhs.expr) || lhs.expr.kind === 'derivative') return isNumeric(rhs.expr) && isNew(document, link) ? 'Taken as given: states a value.' : undefined;
  let values = new Map<string, Expr>();
  let names: Expr[] = [];
  if (!isBuiltAlike(unbracketed(lhs.expr), unbracketed(rhs.expr)) || names.length === 0 || !names.every(agrees)) return undefined;
  return `Taken as given: numbers are put in, ${names.slice(0, SHOWN).map((name) => `${print(name)} = ${print(values.get(print(name)) as Expr)}`).join(', ')}${names.length > SHOWN ? ' and so on' : ''}.`;

  function corresponds(formula: Expr, instance: Expr): boolean {
    return print(formula) === print(instance) || oneOf(() => isBuiltAlike(formula, instance), () => isNumeric(instance) && isReplaceable(document, formula) && put(formula, instance));
  }

  /** What was put in on a way that leads nowhere is forgotten. */
  function oneOf(...ways: (() => boolean)[]): boolean {
    return ways.some((way) => {
      const [known, count] = [new Map(values), names.length];
      if (way()) return true;
      values = known;
      names = names.slice(0, count);
      return false;
    });
  }

  /** The same operation of parts that correspond. */
  function isBuiltAlike(formula: Expr, instance: Expr): boolean {
    if (isSum(formula) && isSum(instance)) return alike(formula.terms, instance.terms, (a, b) => a.sign === b.sign && part(a.expr, b.expr));
    if (isProduct(formula) && isProduct(instance)) return oneOf(() => alike(formula.factors, instance.factors, part), () => { const factors = factorsOf(document, formula); return factors.length > 1 && alike(factors, factorsOf(document, instance), part); });
    if (isFraction(formula) && isFraction(instance)) return part(formula.over, instance.over) && part(formula.under, instance.under);
    if (formula.kind === 'root' && instance.kind === 'root') return !formula.degree && !instance.degree && part(formula.body, instance.body);
    if (isApply(formula) && isApply(instance)) return formula.fn === instance.fn && formula.sub.length + instance.sub.length === 0 && part(formula.arg, instance.arg);
    if (!isScripted(formula) || !isScripted(instance) || instance.sub.length || formula.sup.length !== 1 || instance.sup.length !== 1) return false;
    return part(formula.sup[0], instance.sup[0]) && part(formula.sub.length ? { ...formula, sup: [] } : formula.base, instance.base);
  }

  function part(formula: Expr, instance: Expr): boolean { return corresponds(unbracketed(formula), unbracketed(instance)); }

  function put(name: Expr, value: Expr): boolean {
    const known = values.get(print(name));
    if (known) return print(known) === print(value);
    values.set(print(name), value);
    names.push(name);
    return true;
  }

  /** A number that the name was given before is the one that is put in. */
  function agrees(name: Expr): boolean {
    const use = symbolUse(name, contextOf(document));
    const given = use && document.bindings.get(use.base)?.findLast((binding) => binding.isValue && binding.at < lhs.span.start);
    const [before, now] = [given && numberIn(given.expr), numberIn(values.get(print(name)) as Expr)];
    return before === undefined || now === undefined || before === now;
  }
}

const SHOWN = 4;

const alike = <T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean => a.length === b.length && a.every((item, i) => same(item, b[i]));

/** Made of numbers alone. */
const isNumeric = (expr: Expr): boolean => hasPart(expr, isNumeral) && !hasPart(expr, (e) => /^(?:unread|words|dots|chain|derivative|nabla|big|integral)$/.test(e.kind) || (isName(e) && !/^(?:e|T|\\pi)$/.test(e.letter)));

const isPlainName = (expr: Expr): boolean => isName(expr) || (isScriptedName(expr) && !expr.sup.some(isNumeral));

/** A name, what a function gives, or a derivative. */
const isReplaceable = (document: DocumentMeaning, expr: Expr): boolean => isPlainName(expr) || expr.kind === 'derivative' || (isPair(expr) && isCall(document, expr, 0));

function isCall(document: DocumentMeaning, { factors, signs }: Product, at: number): boolean {
  const [head, body] = [factors[at], factors[at + 1]];
  const use = signs[at] === 'implicit' && isGroup(body, '(') ? symbolUse(withoutPrimes(head), contextOf(document)) : undefined;
  return use !== undefined && document.surroundings.isFunction(use.base, head.span.start);
}

/** Factors one by one, with a function and its argument as one. */
function factorsOf(document: DocumentMeaning, product: Product): Expr[] {
  const out: Expr[] = [];
  for (let i = 0; i < product.factors.length; i++) {
    if (!isCall(document, product, i)) { out.push(product.factors[i]); continue; }
    out.push({ kind: 'product', factors: product.factors.slice(i, i + 2), signs: ['implicit'], span: product.factors[i].span });
    i++;
  }
  return out;
}

/** Nothing in the document says what any name of the left side is, and nothing before the line speaks of it: else its value may have been worked out. */
function isNew(document: DocumentMeaning, { lhs, statement, unit }: LinkSyntax): boolean {
  const own = basesIn(document, lhs.expr);
  const before = document.links.filter((other) => other.unit === unit && (other.statement === statement ? other.lhs.span.end < lhs.span.start : startOf(other) < lhs.span.start));
  const spoken = new Set(before.flatMap((other) => [...basesIn(document, other.lhs.expr), ...(other.statement === statement ? [] : basesIn(document, other.rhs.expr))]));
  return own.every((base) => !document.bindings.has(base) && !spoken.has(base));
}

const basesIn = (document: DocumentMeaning, expr: Expr): string[] => usesIn(document, expr).map(({ base }) => base);
