/** Names that words give a formula: "p is the softmax of z", "let r be the residual y − Xβ", "e_i is the i-th unit vector". */
import { type Expr, isElided, isScripted, isScriptedName, isSymbol } from '../notation/expression';
import { print } from '../notation/print';
import { bind, type DocumentMeaning } from './document';
import type { Finding } from './prose';
import type { SymbolUse } from './symbols';
import { bound } from './testfunctions';

/** Binds the name, unless a line of the exercise says what it is. `region`: where the formula is that it is made of. */
export function declareSpoken(document: DocumentMeaning, { name }: Extract<Finding, { kind: 'spoken' }>, { base, slots, tex }: SymbolUse, { at, unit }: { at: number; unit: number }, region: number): void {
  const said = document.equations[region].statements[0]?.members[0];
  if (name === 'unit vector' && slots.length === 1) document.given.push({ ...bound(base, `(${tex})_l - \\delta_{l ${said?.tex}}`, at, unit), variables: [], said: `${tex} is a unit vector` });
  const formula = said && !slots.length && formulaOf(name.toLowerCase(), said.expr);
  if (formula && !document.links.some(({ unit: own, lhs }) => own === unit && print(lhs.expr).startsWith(tex))) bind(document, bound(base, formula, at, unit));
}

/** Of "the mean of x_1, …, x_n", "the sigmoid of z", and "the residual y − Xβ". */
function formulaOf(name: string, argument: Expr): string | undefined {
  if (FUNCTIONS.test(name)) return `\\operatorname{${name}}(${print(argument)})`;
  if (name !== 'mean') return name !== 'residual' || isSymbol(argument) ? undefined : print(argument);
  const [first, last] = isElided(argument) ? [argument.contents[0], argument.contents.at(-1)] : [];
  const count = isScripted(last) && print(last.sub[0]);
  return isScriptedName(first) && count ? `\\frac{1}{${count}} \\sum_{i=1}^{${count}} ${print(first.base)}_{i}` : undefined;
}
const FUNCTIONS = /^(?:softmax|sigmoid|relu)$/;
