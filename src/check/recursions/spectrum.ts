/** Names that words make extreme eigenvalues of the document's matrix: "largest eigenvalue L", "f is L-smooth", "eigenvalues between μ and L". */
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import { type Expr, isSymbol } from '../../notation/expression';
import { print } from '../../notation/print';
import { symmetricEigen } from '../../tensor';
import { unitOf } from '../../meaning/document';

export type Extreme = 'least' | 'largest' | 'condition';

const M = '⟦⟧';
const MARKS = new RegExp(M, 'g');
const LARGEST = '(?:largest|maximal|maximum|greatest|top)';
const LEAST = '(?:smallest|minimal|minimum|least)';

/** The last marks of a match are the names, in the order given. */
const PATTERNS: readonly { pattern: RegExp; are: readonly Extreme[] }[] = ([
  [`${LARGEST} eigenvalue[^.;${M}]{0,20}${M}`, 'largest'],
  [`${LEAST} eigenvalue[^.;${M}]{0,20}${M}`, 'least'],
  [`${LEAST} and (?:the )?${LARGEST} eigenvalues?[^.;${M}]{0,20}${M} and ${M}`, 'least', 'largest'],
  [`${LARGEST} and (?:the )?${LEAST} eigenvalues?[^.;${M}]{0,20}${M} and ${M}`, 'largest', 'least'],
  [`eigenvalues[^.;${M}]{0,25}(?:between|from) ${M} (?:and|to) ${M}`, 'least', 'largest'],
  [`condition number[^.;${M}]{0,15}${M}`, 'condition'],
  [`${M}(?=-smooth|-Lipschitz|,? (?:(?:is|be|denotes?) )?(?:its|the) ${LARGEST} eigenvalue)`, 'largest'],
  [`${M}(?=-strongly|,? (?:(?:is|be|denotes?) )?(?:its|the) ${LEAST} eigenvalue)`, 'least'],
  [`${M}(?=,? (?:(?:is|be|denotes?) )?(?:its|the) condition number)`, 'condition'],
] as const).map(([pattern, ...are]) => ({ pattern: new RegExp(pattern, 'g'), are }));

/** By name as written. */
export function extremesIn(document: DocumentMeaning, link: LinkSyntax): Map<string, Extreme> {
  const { text, marks } = document.wording;
  const found = new Map<string, Extreme>([['\\lambda_{\\text{max}}', 'largest'], ['\\lambda_{\\text{min}}', 'least'], ['\\lambda_{max}', 'largest'], ['\\lambda_{min}', 'least']]);
  for (const { pattern, are } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const places = [...match[0].matchAll(MARKS)].slice(-are.length).map((mark) => match.index + mark.index);
      are.forEach((extreme, k) => { const name = nameIn(document, link, marks.indexOf(places[k])); if (name) found.set(name, extreme); });
    }
  }
  return found;
}

/** The name that a region is, or begins with: `\kappa = L/\mu` is about \kappa. */
function nameIn(document: DocumentMeaning, { unit }: LinkSyntax, region: number): string | undefined {
  const expr: Expr | undefined = document.equations[region]?.statements[0]?.members[0]?.expr;
  return expr && isSymbol(expr) && unitOf(document, region) === unit ? print(expr) : undefined;
}

/** The extremes of a symmetric matrix, row by row. */
export function extremesOf(entries: Float64Array, n: number): Record<Extreme, number> {
  const { values } = symmetricEigen(entries, n);
  return { least: values[0], largest: values[n - 1], condition: values[n - 1] / values[0] };
}
