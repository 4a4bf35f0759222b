/** Conditions for convergence of a rule on the document's own quadratic: `0 < \eta < 2/\lambda_{\max}`, held against the eigenvalues of what one step does to a distance. */
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import { print } from '../../notation/print';
import { symmetricEigen, range } from '../../tensor';
import { POINTS } from '../sample';
import { freeStart, type Prepared, prepared, SHARE, START_AT } from './course';
import { boundIn, isKnown, rateOf } from './rates';
import { type Recursion, stepped } from './recursion';
import type { Stability } from './stable';

const WITHIN = [0.05, 0.3, 0.6, 0.9, 0.999];
const BEYOND = [1.001, 1.1, 1.5, 2, 4];

/** What the bound on the rate is for the recursion; undefined where the step is not linear, or cannot be run. */
export function radiusWithin(document: DocumentMeaning, link: LinkSyntax, recursion: Recursion): Stability | undefined {
  const rate = rateOf(document, link, recursion);
  const upper = rate && boundIn(link, print(rate.expr));
  const start = freeStart(recursion);
  const next = stepped(recursion.sides[recursion.sides.length - 1], recursion, 1, start);
  const ready = upper && isKnown(document, link, upper.bound) && next && prepared(document, link, { expr: rate.expr, size: 'bounded', ...upper }, { lhs: next, rhs: start });
  if (!ready) return undefined;
  let enough: Stability | undefined;
  for (const share of [...WITHIN, ...BEYOND]) {
    for (const radius of radii(ready, share) ?? [undefined]) {
      if (radius === undefined) return undefined;
      const found = { values: { [`${print(rate.expr)} over its bound`]: share }, factor: radius };
      if (share < 1 && radius > 1 + 1e-9) return { kind: 'wrong', ...found };
      if (share > 1 && radius < 1 - 1e-9) enough ??= { kind: 'enough', ...found };
    }
  }
  return enough ?? { kind: 'exact', values: {}, factor: 0 };
}

/** At every point the largest eigenvalue of a step, by size; undefined where a step is not linear with a symmetric matrix. */
function radii({ evaluation, inputs }: Prepared, share: number): number[] | undefined {
  const start = evaluation.leaves.find(({ name }) => name.includes(String(START_AT)));
  if (!start || start.shape.length > 1 || !inputs.has(SHARE)) return undefined;
  const [n = 1] = start.shape;
  const at = (entries: (i: number) => number): Float64Array => {
    const given = new Map(inputs).set(SHARE, new Float64Array(POINTS).fill(share)).set(start.name, Float64Array.from({ length: POINTS * n }, (_, k) => entries(k % n)));
    return evaluation.program.run(given, POINTS).values[0].slice();
  };
  const origin = at(() => 0);
  const columns = range(n).map((j) => at((i) => Number(i === j)));
  const far = at((i) => 3.7 * (i + 1));
  return all(POINTS, (p) => {
    const M = Float64Array.from({ length: n * n }, (_, k) => columns[k % n][p * n + Math.floor(k / n)] - origin[p * n + Math.floor(k / n)]);
    const scale = 1 + Math.max(...M.map(Math.abs));
    const isLinear = all(n, (i) => { const expected = M.subarray(i * n, i * n + n).reduce((sum, entry, j) => sum + 3.7 * (j + 1) * entry, origin[p * n + i]); return Math.abs(far[p * n + i] - expected) <= 1e-6 * scale * n ? 0 : undefined; });
    const isSymmetric = M.every((entry, k) => Math.abs(entry - M[(k % n) * n + Math.floor(k / n)]) <= 1e-9 * scale);
    return isLinear && isSymmetric ? Math.max(...symmetricEigen(M, n).values.map(Math.abs)) : undefined;
  });
}

/** One for each, or undefined when one has none. */
function all(count: number, make: (i: number) => number | undefined): number[] | undefined {
  const list: number[] = [];
  for (let i = 0; i < count; i++) { const value = make(i); if (value === undefined) return undefined; list.push(value); }
  return list;
}
