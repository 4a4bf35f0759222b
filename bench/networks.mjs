// The networks on what a user would pick instead; each answers one call of value and gradients.

/** Imports a package from the peers' own folder. @param {string} name */
export async function load(name) {
  const { default: importPeer } = await import(new URL('./peers/load.mjs', import.meta.url).href);
  return importPeer(name);
}

/** tfjs in float32 on one of its backends. */
export async function tfjs(backend) {
  const tf = await load('@tensorflow/tfjs');
  if (backend === 'wasm') await load('@tensorflow/tfjs-backend-wasm');
  await tf.setBackend(backend);
  await tf.ready();
  return ({ d, h, o, n, ...data }) => {
    const tensor = (values, ...shape) => tf.tensor(Float32Array.from(values), shape);
    const [X, y] = [tensor(data.X, n, d), tensor(data.y, n, o)];
    const leaves = [tensor(data.W1, d, h), tensor(data.b1, h), tensor(data.W2, h, o), tensor(data.b2, o)];
    const loss = (W1, b1, W2, b2) => {
      const Z = tf.add(tf.matMul(tf.sigmoid(tf.add(tf.matMul(X, W1), b1)), W2), b2);
      return o === 1 ? tf.mean(tf.sub(tf.softplus(Z), tf.mul(y, Z))) : tf.neg(tf.div(tf.sum(tf.mul(y, tf.logSoftmax(Z))), n));
    };
    const derive = tf.valueAndGrads(loss);
    return () => tf.tidy(() => {
      const { value, grads } = derive(leaves);
      const [W1, b1, W2, b2] = grads.map((g) => g.dataSync());
      return { loss: value.dataSync()[0], W1, b1, W2, b2 };
    });
  };
}

/** jax-js on WebAssembly, jitted. */
export async function jax(type) {
  globalThis.Float16Array ??= class {}; // it asks `instanceof`, and Node 20 has none
  const { defaultDevice, init, jit, nn, numpy: np, valueAndGrad } = await load('@jax-js/jax');
  await init('wasm');
  defaultDevice('wasm');
  return ({ d, h, o, n, ...data }) => {
    const dtype = type === 'f64' ? np.float64 : np.float32;
    const array = (values, ...shape) => np.array(type === 'f64' ? values : Float32Array.from(values), { dtype }).reshape(shape);
    const loss = (W1, b1, W2, b2, X, y) => {
      const Z = np.dot(nn.sigmoid(np.dot(X, W1).add(b1)), W2).add(b2);
      return o === 1 ? np.mean(nn.softplus(Z.ref).sub(y.mul(Z))) : np.sum(y.mul(nn.logSoftmax(Z))).mul(-1 / n);
    };
    const derive = jit(valueAndGrad(loss, { argnums: [0, 1, 2, 3] }));
    const leaves = [array(data.W1, d, h), array(data.b1, h), array(data.W2, h, o), array(data.b2, o), array(data.X, n, d), array(data.y, n, o)];
    return () => {
      const [value, gradients] = derive(...leaves.map((x) => x.ref));
      const [W1, b1, W2, b2] = gradients.map((g) => g.dataSync());
      return { loss: value.dataSync()[0], W1, b1, W2, b2 };
    };
  };
}

/** mathjs matrices, with the backward pass by hand, for it has none. */
export async function mathjs() {
  const math = await load('mathjs');
  return ({ d, h, o, n, ...data }) => {
    const rows = (values, m, k) => math.matrix(Array.from({ length: m }, (_, i) => Array.from(values.subarray(i * k, (i + 1) * k))));
    const [X, y, W1, W2] = [rows(data.X, n, d), rows(data.y, n, o), rows(data.W1, d, h), rows(data.W2, h, o)];
    const ones = math.ones(n, 1);
    const [b1, b2] = [rows(data.b1, 1, h), rows(data.b2, 1, o)];
    const flat = (matrix) => Float64Array.from(matrix.toArray().flat());
    return () => {
      const H = math.map(math.add(math.multiply(X, W1), math.multiply(ones, b1)), (z) => 1 / (1 + Math.exp(-z)));
      const Z = math.add(math.multiply(H, W2), math.multiply(ones, b2)).toArray();
      const { loss, slope } = outputLayer(Z, y.toArray(), o);
      const dZ = math.matrix(slope);
      const dH = math.dotMultiply(math.multiply(dZ, math.transpose(W2)), math.dotMultiply(H, math.subtract(1, H)));
      return {
        loss,
        W1: flat(math.multiply(math.transpose(X), dH)), b1: flat(math.multiply(math.transpose(ones), dH)),
        W2: flat(math.multiply(math.transpose(H), dZ)), b2: flat(math.multiply(math.transpose(ones), dZ)),
      };
    };
  };
}

function outputLayer(Z, y, o) {
  let loss = 0;
  const slope = Z.map((row, i) => {
    if (o === 1) {
      loss += Math.max(row[0], 0) + Math.log1p(Math.exp(-Math.abs(row[0]))) - y[i][0] * row[0];
      return [(1 / (1 + Math.exp(-row[0])) - y[i][0]) / Z.length];
    }
    const top = Math.max(...row);
    const powers = row.map((z) => Math.exp(z - top));
    const total = powers.reduce((a, b) => a + b);
    loss -= row.reduce((sum, z, j) => sum + y[i][j] * (z - top - Math.log(total)), 0);
    return powers.map((p, j) => (p / total - y[i][j]) / Z.length);
  });
  return { loss: loss / Z.length, slope };
}
