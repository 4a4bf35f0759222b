/** The Kullback-Leibler divergence of two normal laws: `D_{KL}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1))`. */
import * as build from '../../notation/build';
import { type Expr, type Group, isZero } from '../../notation/expression';
import { print } from '../../notation/print';
import { unify } from '../dims';
import { isIdentity, LAWS, withoutIdentity } from '../distributions';
import { map, num, type Term, scalar, sumOver, type Value } from '../term';
import { relabel } from '../values';
import { ifReadable, type Scope, Unreadable, type World } from '../world';

interface Normal { mean: Expr; variance: Expr }

/** The two laws, where a divergence of such is written. */
export function normalLaws(head: Expr, body: Group): [Normal, Normal] | undefined {
  if (!/^(?:D_\{)?(?:\\text\{|\\mathrm\{)?K ?L\}*$/.test(print(head)) || body.items.length !== 2) return undefined;
  const [from, to] = body.items.map(normalLaw);
  return from && to && [from, to];
}

function normalLaw(expr: Expr): Normal | undefined {
  const [head, params] = expr.kind === 'product' && expr.factors.length === 2 ? expr.factors : [];
  return head?.kind === 'name' && head.letter === 'N' && params?.kind === 'group' && params.items.length === 2 ? { mean: params.items[0], variance: params.items[1] } : undefined;
}

export function normalDivergence(world: World, scope: Scope, laws: [Normal, Normal], { span }: Group): Value {
  for (const { variance } of laws) if (variance.kind === 'name' && LAWS.normal.unclear?.test(variance.letter)) throw new Unreadable(`which parameter of the law ${variance.letter} is`, variance.span);
  const values = laws.flatMap(({ mean, variance }) => [world.read(scope, mean), entriesOf(world, scope, variance)]);
  const matrix = values.find(({ layout }) => layout.length > 1);
  // All of them are as long.
  if (matrix) for (const axis of values.flatMap(({ layout }) => layout)) unify(world.dims, axis, matrix.layout[0]);
  if (matrix) return ofVectors(world, scope, laws, { op: 'size', index: matrix.layout[0] }, span);
  const axes = values.find(({ layout }) => layout.length > 0)?.layout ?? [];
  if (axes.length === 0 && laws.some(({ variance }) => withoutIdentity(variance) !== variance)) throw new Unreadable('the divergence of laws of a number and of a vector', span, 'misfit');
  const [m, v, n, w] = values.map((value) => (value.layout.length ? relabel(world, value, axes) : value).term);
  return scalar(sumOver(axes, ofNumbers(m, v, n, w)));
}

/** ½ (log w/v + (v + (m − n)²)/w − 1). */
function ofNumbers(m: Term, v: Term, n: Term, w: Term): Term {
  const gap = map('sub', m, n);
  const spread = map('div', map('add', v, map('mul', gap, gap)), w);
  return map('div', map('sub', map('add', map('log', map('div', w, v)), spread), num(1)), num(2));
}

/** ½ (log det W − log det V + tr W⁻¹V + (m − n)ᵀ W⁻¹ (m − n) − d). A multiple of the identity counts as a number. */
function ofVectors(world: World, scope: Scope, [from, to]: [Normal, Normal], size: Term, span: Group['span']): Value {
  const spreadOf = ({ variance }: Normal): Expr => build.group(withoutIdentity(variance));
  const logDet = (law: Normal): Term => (withoutIdentity(law.variance) === law.variance ? world.read(scope, build.apply('log', build.group(build.apply('det', spreadOf(law))))).term : map('mul', size, map('log', world.read(scope, spreadOf(law)).term)));
  const inverse = build.power(spreadOf(to), build.negative(build.number(1, span)), span);
  const gap = build.group(isZero(to.mean) ? from.mean : isZero(from.mean) ? to.mean : build.difference(from.mean, to.mean), span);
  const form = build.product([build.power(gap, { kind: 'mark', mark: 'transpose', span }), inverse, gap], span);
  const trace = build.apply('tr', build.group(build.product([inverse, spreadOf(from)], span)));
  const parts = [world.read(scope, trace).term, world.read(scope, form).term, logDet(to)];
  return scalar(map('div', map('sub', parts.reduce((sum, part) => map('add', sum, part)), map('add', logDet(from), size)), num(2)));
}

/** A variance; of `\operatorname{diag}(\sigma^2)`, `\sigma^2 I` and a vector of variances the diagonal. */
function entriesOf(world: World, scope: Scope, expr: Expr): Value {
  if (isIdentity(expr)) return scalar(num(1));
  const plain = withoutIdentity(expr);
  if (plain.kind === 'group' && plain.items.length === 1) return entriesOf(world, scope, plain.items[0]);
  if (plain.kind === 'apply' && plain.fn === 'diag' && !plain.power) return entriesOf(world, scope, plain.arg);
  const [power] = plain.kind === 'scripted' && plain.sup.length === 1 && !plain.primes ? plain.sup : [];
  const isDiagonal = plain.kind === 'scripted' && plain.base.kind === 'apply' && plain.base.fn === 'diag';
  const value = isDiagonal ? undefined : ifReadable(() => world.read(scope, plain));
  if (value || power?.kind !== 'num' || plain.kind !== 'scripted') return value ?? world.read(scope, plain);
  const base = entriesOf(world, scope, plain.sub.length ? { ...plain, sup: [] } : plain.base);
  return { ...base, term: map('pow', base.term, num(power.value)) };
}
