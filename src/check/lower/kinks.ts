/** Integrands with a kink, for which a rule converges too slowly to be trusted. */
import { type ElementwiseName, hasTerm, type IntegralBound, map, num, rewriteTerm, type Term, visitTerm } from '../../meaning/term';
import type { World } from '../../meaning/world';

type Integral = Extract<Term, { op: 'average' }>;

const KINKED: ReadonlySet<ElementwiseName> = new Set(['abs', 'sign', 'floor', 'relu', 'maximum', 'minimum', 'less', 'lessEqual', 'select']);

/** Whether the integrand bends or jumps somewhere as its variable moves. */
export function isKinked({ key, body }: Integral): boolean {
  const moving = new Set([key]);
  visitTerm(body, (term) => { if (term.op === 'let') moving.add(term.key); });
  return hasTerm(body, (term) => term.op === 'map' && KINKED.has(term.fn) && hasTerm(term, (part) => part.op === 'symbol' && moving.has(part.key)));
}

/** A term with the definitions of numbers written out, and with what functions are of. */
export function writtenOut(term: Term, definitions: World['definitions']): Term {
  return rewriteTerm(term, (part) => {
    if (part.op === 'let' && !part.by && part.axes.length === 0) {
      const [value, body] = [writtenOut(part.value, definitions), writtenOut(part.body, definitions)];
      const isWhole = !hasTerm(body, ({ op, ...rest }) => op === 'symbol' && 'key' in rest && rest.key !== part.key && definitions.has(rest.key));
      return isWhole ? rewriteTerm(body, (inner) => (inner.op === 'symbol' && inner.key === part.key ? value : undefined)) : { ...part, value, body };
    }
    const definition = part.op === 'symbol' && part.at.length === 0 ? definitions.get(part.key) : undefined;
    return definition?.axes.length === 0 ? writtenOut(definition.term, definitions) : undefined;
  });
}

/** An integral over the whole line with an |a x + b| in it as two, from where that is zero. */
export function splitAtZero(term: Integral): Term | undefined {
  const { key, rule } = term;
  if (rule.kind !== 'integral' || rule.from !== '-∞' || rule.to !== '∞') return undefined;
  let size: Extract<Term, { op: 'map' }> | undefined;
  visitTerm(term.body, (part) => { if (part.op === 'map' && part.fn === 'abs' && mentions(part, key) && isLinear(part.args[0], key)) size ??= part; });
  if (!size) return undefined;
  const [arg, written] = [size.args[0], JSON.stringify(size)];
  const at = (value: Term): Term => rewriteTerm(arg, (part) => (part.op === 'symbol' && part.key === key ? value : undefined));
  const slope = map('sub', at(num(1)), at(num(0)));
  const zero = map('neg', map('div', at(num(0)), slope));
  const x: Term = { op: 'symbol', key, at: [] };
  const half = (from: IntegralBound, to: IntegralBound, distance: Term): Term => ({ ...term, rule: { ...rule, from, to }, body: rewriteTerm(term.body, (part) => (JSON.stringify(part) === written ? map('mul', map('abs', slope), distance) : undefined)) });
  return map('add', half('-∞', zero, map('sub', zero, x)), half(zero, '∞', map('sub', x, zero)));
}

const mentions = (term: Term, key: string): boolean => hasTerm(term, (part) => part.op === 'symbol' && part.key === key);

function isLinear(term: Term, key: string): boolean {
  if (!mentions(term, key) || term.op === 'symbol') return true;
  if (term.op !== 'map') return false;
  const [first, second] = term.args;
  switch (term.fn) {
    case 'add': case 'sub': case 'neg': return term.args.every((arg) => isLinear(arg, key));
    case 'mul': return term.args.filter((arg) => mentions(arg, key)).length === 1 && term.args.every((arg) => isLinear(arg, key));
    case 'div': return isLinear(first, key) && !mentions(second, key);
    default: return false;
  }
}
