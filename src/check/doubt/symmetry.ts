/** Lines that hold where the matrices of quadratic forms are symmetric. */
import type { Domain } from '../../meaning/declarations';
import { lawOf } from '../../meaning/distributions';
import type { DocumentMeaning } from '../../meaning/document';
import { keyOf, symbolUse, type SymbolUse, contextOf } from '../../meaning/symbols';
import { symbolsIn } from '../../meaning/world';
import { everyPart, type Expr, isGroup, isName, isProduct, isScripted } from '../../notation/expression';
import { print } from '../../notation/print';
import { evaluate } from '../evaluate';
import { seedText, type AlignedSides } from '../readings';
import { type Differing, usesOf } from './differing';

/** Matrices of quadratic forms of which nothing is declared, where the line holds if they are symmetric; of \\Sigma nothing else is expected. */
export function symmetric({ document, link, sides, evaluation }: Differing): SymbolUse[] {
  const written = [link.lhs.expr, link.rhs.expr, ...symbolsIn(sides.world).flatMap(({ binding }) => (binding ? [binding.expr] : []))];
  const around = document.links.flatMap(({ unit, lhs, rhs }) => (unit === link.unit ? [lhs.expr, rhs.expr] : []));
  const inForms = new Set([...written.flatMap((expr) => formMatrices(document, expr)), ...around.flatMap((expr) => [...formMatrices(document, expr), ...covariances(document, expr)])]);
  const open = evaluation.leaves.filter(({ name, shape, domain }) => inForms.has(name) && shape.length === 2 && shape[0] === shape[1] && !domain && !isShaped(sides, name));
  if (open.length === 0) return [];
  const domains = new Map(open.map(({ name }): [string, Domain] => [name, 'symmetric']));
  return evaluate(sides, { seed: seedText(link), choice: evaluation.choice, domains, brief: true })?.outcome === 'agree' ? usesOf(sides, domains.keys()) : [];
}

/** Keys of S in `\mathcal{N}(\mu, S)`. */
function covariances({ traces }: DocumentMeaning, expr: Expr): string[] {
  return everyPart(expr).filter(isProduct).flatMap(({ factors }) => factors.flatMap((factor, i) => {
    const body = factors[i + 1];
    const isNormal = isName(factor) && lawOf(factor.letter, 2) === 'normal' && isGroup(body) && body.contents.length > 1;
    const use = isNormal ? symbolUse(body.contents[body.contents.length - 1], contextOf({ traces })) : undefined;
    return use ? [keyOf(use)] : [];
  }));
}

/** Keys of A in `x^T A x`. */
function formMatrices({ traces }: DocumentMeaning, expr: Expr): string[] {
  return everyPart(expr).filter(isProduct).flatMap(({ factors }) => factors.flatMap((factor, i) => {
    const [before, after] = [factors[i - 1], factors[i + 1]];
    const use = isScripted(before) && after && print(before.base) === print(after) ? symbolUse(factor, contextOf({ traces })) : undefined;
    return use ? [keyOf(use)] : [];
  }));
}

function isShaped({ world, at }: AlignedSides, name: string): boolean {
  const use = world.symbols.get(name)?.use;
  return !!use && use.base !== '\\Sigma' && world.declarations.shape(use.base, at) !== undefined;
}
