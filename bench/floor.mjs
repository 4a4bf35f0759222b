// The floor: loops written by hand for the one task, with simple products and with packed 4 × 4 ones.

/** Value and gradients of a network, over preallocated arrays. `product(C, A, B, m, n, k, ta, tb)` adds A B to C. */
export function handWritten(data, product) {
  const { d, h, o, n, X, y, W1, b1, W2, b2 } = data;
  const H = new Float64Array(n * h), Z = new Float64Array(n * o), dZ = new Float64Array(n * o), dH = new Float64Array(n * h);
  const g = { W1: new Float64Array(d * h), b1: new Float64Array(h), W2: new Float64Array(h * o), b2: new Float64Array(o) };
  return () => {
    for (let i = 0; i < n; i++) H.set(b1, i * h);
    product(H, X, W1, n, h, d, false, false);
    for (let i = 0; i < n * h; i++) H[i] = 1 / (1 + Math.exp(-H[i]));
    for (let i = 0; i < n; i++) Z.set(b2, i * o);
    product(Z, H, W2, n, o, h, false, false);
    const loss = o === 1 ? binary(Z, y, dZ, n) : softmax(Z, y, dZ, n, o);
    for (const array of [g.W1, g.b1, g.W2, g.b2, dH]) array.fill(0);
    product(g.W2, H, dZ, h, o, n, true, false);
    for (let i = 0; i < n; i++) for (let j = 0; j < o; j++) g.b2[j] += dZ[i * o + j];
    product(dH, dZ, W2, n, h, o, false, true);
    for (let i = 0; i < n * h; i++) dH[i] *= H[i] * (1 - H[i]);
    product(g.W1, X, dH, d, h, n, true, false);
    for (let i = 0; i < n; i++) for (let j = 0; j < h; j++) g.b1[j] += dH[i * h + j];
    return { loss, ...g };
  };
}

function binary(Z, y, dZ, n) {
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const z = Z[i];
    loss += Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)));
    dZ[i] = (1 / (1 + Math.exp(-z)) - y[i]) / n;
  }
  return loss / n;
}

function softmax(Z, y, dZ, n, o) {
  let loss = 0;
  for (let i = 0; i < n; i++) {
    let top = -Infinity, total = 0;
    for (let j = 0; j < o; j++) top = Math.max(top, Z[i * o + j]);
    for (let j = 0; j < o; j++) total += dZ[i * o + j] = Math.exp(Z[i * o + j] - top);
    for (let j = 0; j < o; j++) {
      if (y[i * o + j]) loss -= Z[i * o + j] - top - Math.log(total);
      dZ[i * o + j] = (dZ[i * o + j] / total - y[i * o + j]) / n;
    }
  }
  return loss / n;
}

/** C += op(A) op(B), innermost loop along the rows of B where it can be. */
export function simpleProduct(C, A, B, m, n, k, ta, tb) {
  for (let i = 0; i < m; i++) {
    for (let l = 0; l < k; l++) {
      const a = ta ? A[l * m + i] : A[i * k + l];
      if (tb) for (let j = 0; j < n; j++) C[i * n + j] += a * B[j * k + l];
      else for (let j = 0; j < n; j++) C[i * n + j] += a * B[l * n + j];
    }
  }
}

/** The same with 4 × 4 blocks of C in registers, over strips of A and panels of B packed before. */
export function packedProduct(C, A, B, m, n, k, ta, tb) {
  if (m < 4 || n < 4 || k < 4) return simpleProduct(C, A, B, m, n, k, ta, tb);
  const strips = packFour(A, m, k, ta ? 1 : k, ta ? m : 1);
  const panels = packFour(B, n, k, tb ? k : 1, tb ? 1 : n);
  for (let i = 0; i < m; i += 4) {
    for (let j = 0; j < n; j += 4) {
      block(strips, i * k, panels, j * k, 4 * k);
      const [rows, columns] = [Math.min(4, m - i), Math.min(4, n - j)];
      for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) C[(i + r) * n + j + c] += sums[4 * r + c];
    }
  }
}

function packFour(source, count, k, across, along) {
  const packed = new Float64Array(4 * Math.ceil(count / 4) * k);
  for (let i = 0; i < count; i++) {
    let at = (i - (i % 4)) * k + (i % 4);
    for (let l = 0, p = i * across; l < k; l++, at += 4, p += along) packed[at] = source[p];
  }
  return packed;
}

const sums = new Float64Array(16);

function block(a, p, b, q, length) {
  let c00 = 0, c01 = 0, c02 = 0, c03 = 0, c10 = 0, c11 = 0, c12 = 0, c13 = 0, c20 = 0, c21 = 0, c22 = 0, c23 = 0, c30 = 0, c31 = 0, c32 = 0, c33 = 0;
  for (const end = p + length; p < end; p += 4, q += 4) {
    const b0 = b[q], b1 = b[q + 1], b2 = b[q + 2], b3 = b[q + 3];
    const a0 = a[p], a1 = a[p + 1], a2 = a[p + 2], a3 = a[p + 3];
    c00 += a0 * b0; c01 += a0 * b1; c02 += a0 * b2; c03 += a0 * b3;
    c10 += a1 * b0; c11 += a1 * b1; c12 += a1 * b2; c13 += a1 * b3;
    c20 += a2 * b0; c21 += a2 * b1; c22 += a2 * b2; c23 += a2 * b3;
    c30 += a3 * b0; c31 += a3 * b1; c32 += a3 * b2; c33 += a3 * b3;
  }
  sums[0] = c00; sums[1] = c01; sums[2] = c02; sums[3] = c03; sums[4] = c10; sums[5] = c11; sums[6] = c12; sums[7] = c13;
  sums[8] = c20; sums[9] = c21; sums[10] = c22; sums[11] = c23; sums[12] = c30; sums[13] = c31; sums[14] = c32; sums[15] = c33;
}

/** Verifies ∂E/∂w = Σ (p − y) x and ∂E/∂b = Σ (p − y) against the chain rule at every point; returns the largest error. */
export function verifyByHand({ points, examples, features, X, y, w, b }) {
  const exact = new Float64Array(features + 1), claim = new Float64Array(features + 1);
  return () => {
    let worst = 0;
    for (let s = 0; s < points; s++) {
      exact.fill(0);
      claim.fill(0);
      for (let i = 0; i < examples; i++) {
        let z = b[s];
        for (let j = 0; j < features; j++) z += w[s * features + j] * X[i * features + j];
        const p = 1 / (1 + Math.exp(-z));
        const slope = (-y[i] / p + (1 - y[i]) / (1 - p)) * p * (1 - p);
        for (let j = 0; j < features; j++) exact[j] += slope * X[i * features + j];
        exact[features] += slope;
        for (let j = 0; j < features; j++) claim[j] += (p - y[i]) * X[i * features + j];
        claim[features] += p - y[i];
      }
      for (let j = 0; j <= features; j++) worst = Math.max(worst, Math.abs(exact[j] - claim[j]) / Math.max(1, Math.abs(claim[j])));
    }
    return worst;
  };
}
