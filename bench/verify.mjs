// Verifying one derivative on symbolic peers: E(w, b) of a logistic neuron, its derivatives against the claim at all points.
import { load } from './networks.mjs';

/** E as a formula with numbers for the examples, in the syntax mathjs reads. */
function formula({ examples, features, X, y }) {
  const p = (i) => `1 / (1 + exp(-(${Array.from({ length: features }, (_, j) => `${X[i * features + j]} * w${j}`).join(' + ')} + b)))`;
  const each = (term) => Array.from({ length: examples }, (_, i) => term(i)).join(' + ');
  const claim = (factor) => each((i) => `(${p(i)} - ${y[i]})${factor(i)}`);
  return {
    E: `-(${each((i) => (y[i] ? `log(${p(i)})` : `log(1 - ${p(i)})`))})`,
    claims: [...Array.from({ length: features }, (_, j) => claim((i) => ` * ${X[i * features + j]}`)), claim(() => '')],
    names: [...Array.from({ length: features }, (_, j) => `w${j}`), 'b'],
  };
}

function scopes({ points, features, w, b }) {
  return Array.from({ length: points }, (_, s) => ({ b: b[s], ...Object.fromEntries(Array.from({ length: features }, (_, j) => [`w${j}`, w[s * features + j]])) }));
}

const error = (a, b) => Math.abs(a - b) / Math.max(1, Math.abs(b));

/** mathjs: derive without simplifying (which takes seconds), compile, evaluate. */
export async function mathjs(data) {
  const math = await load('mathjs');
  const { E, claims, names } = formula(data);
  const points = scopes(data);
  const build = () => names.map((name, k) => [math.derivative(E, name, { simplify: false }).compile(), math.parse(claims[k]).compile()]);
  const check = (pairs) => Math.max(...pairs.flatMap(([slope, claim]) => points.map((point) => error(slope.evaluate(point), claim.evaluate(point)))));
  const kept = build();
  return { built: () => check(kept), full: () => check(build()) };
}

/** compute-engine: D, then compiled to JavaScript. */
export async function computeEngine(data) {
  const { ComputeEngine, compile } = await load('@cortex-js/compute-engine');
  const { examples, features, X, y } = data;
  const points = scopes(data);
  const sum = (term) => ['Add', ...Array.from({ length: examples }, (_, i) => term(i))];
  const p = (i) => ['Divide', 1, ['Add', 1, ['Exp', ['Negate', ['Add', ...Array.from({ length: features }, (_, j) => ['Multiply', X[i * features + j], `w${j}`]), 'b']]]]];
  const E = ['Negate', sum((i) => ['Ln', y[i] ? p(i) : ['Subtract', 1, p(i)]])];
  const claims = [...Array.from({ length: features }, (_, j) => sum((i) => ['Multiply', ['Subtract', p(i), y[i]], X[i * features + j]])), sum((i) => ['Subtract', p(i), y[i]])];
  const names = [...Array.from({ length: features }, (_, j) => `w${j}`), 'b'];
  const build = () => {
    const engine = new ComputeEngine();
    return names.map((name, k) => [compile(engine.box(['D', E, name]).evaluate()).run, compile(engine.box(claims[k])).run]);
  };
  const check = (pairs) => Math.max(...pairs.flatMap(([slope, claim]) => points.map((point) => error(slope(point), claim(point)))));
  const kept = build();
  return { built: () => check(kept), full: () => check(build()) };
}
