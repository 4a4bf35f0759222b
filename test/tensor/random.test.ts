// Random streams and quadrature.
import assert from 'node:assert/strict';
import { gaussHermite, gaussLegendre, stream } from '../../src/tensor';
import { close } from './check-grad';

const total = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

describe('random streams', () => {
  it('repeat with their seed and differ with another', () => {
    assert.deepEqual(stream('a').normals(5), stream('a').normals(5));
    assert.notDeepEqual(stream('a').normals(5), stream('b').normals(5));
    assert.notDeepEqual(stream(1).normals(5), stream(2).normals(5));
  });

  it('have the moments they should', () => {
    const random = stream(3);
    const normals = random.normals(20000);
    close(total(normals) / 20000, 0, 0.03);
    close(total(normals.map((x) => x * x)) / 20000, 1, 0.05);
    const uniforms = Array.from({ length: 20000 }, () => random.uniform(-1, 3));
    close(total(uniforms) / 20000, 1, 0.03);
    assert.ok(uniforms.every((x) => x >= -1 && x < 3));
    assert.deepEqual([...new Set(Array.from({ length: 200 }, () => random.integer(2, 4)))].sort(), [2, 3, 4]);
  });

  it('draw vectors and matrices with their properties', () => {
    const random = stream('m');
    for (const n of [1, 2, 5]) {
      close(total(random.simplex(n)), 1, 1e-14);
      assert.ok(random.simplex(n).every((x) => x > 0));
      assert.deepEqual([...random.oneHot(n)].sort(), [...new Array<number>(n - 1).fill(0), 1]);
      const S = random.symmetric(n);
      S.forEach((x, at) => assert.equal(x, S[(at % n) * n + Math.floor(at / n)]));
      assert.ok(random.diagonal(n).every((x, at) => (at % (n + 1) === 0) === (x !== 0)));
    }
  });
});

describe('quadrature', () => {
  it('is exact for polynomials below degree 2n', () => {
    for (const n of [1, 2, 5, 20, 40]) {
      const [hermite, legendre] = [gaussHermite(n), gaussLegendre(n)];
      let moment = 1;
      for (let degree = 0; degree < Math.min(2 * n, 20); degree += 2) {
        if (degree > 0) moment *= degree - 1;
        close(total(hermite.nodes.map((x, i) => hermite.weights[i] * x ** degree)) / moment, 1, 1e-12, `E z^${degree} by ${n} nodes`);
        close(total(legendre.nodes.map((x, i) => legendre.weights[i] * x ** degree)), 2 / (degree + 1), 1e-13, `x^${degree} by ${n} nodes`);
      }
    }
  });

  it('integrates what is no polynomial', () => {
    const { nodes, weights } = gaussHermite(30);
    close(total(nodes.map((x, i) => weights[i] * Math.cos(x))), Math.exp(-0.5), 1e-14);
  });
});
