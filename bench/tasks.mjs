// The tasks every row of the bench solves, with their data, and the clock.

/** Sizes of the three networks: inputs, hidden units, outputs, batch. */
export const NETWORKS = {
  S: { inputs: 4, hidden: 6, outputs: 1, batch: 8 },
  M: { inputs: 64, hidden: 64, outputs: 10, batch: 64 },
  L: { inputs: 784, hidden: 128, outputs: 10, batch: 64 },
};

/** Sigmoid hidden layer; one output means binary cross-entropy of a logit, several mean softmax cross-entropy. */
export function networkData(name) {
  const { inputs: d, hidden: h, outputs: o, batch: n } = NETWORKS[name];
  const random = generator(name.charCodeAt(0));
  const array = (size, scale) => Float64Array.from({ length: size }, () => scale * (2 * random() - 1));
  const y = new Float64Array(n * o);
  for (let i = 0; i < n; i++) {
    if (o === 1) y[i] = random() < 0.5 ? 1 : 0;
    else y[i * o + Math.floor(random() * o)] = 1;
  }
  return { name, d, h, o, n, X: array(n * d, 1), y, W1: array(d * h, 1 / Math.sqrt(d)), b1: array(h, 0.1), W2: array(h * o, 1 / Math.sqrt(h)), b2: array(o, 0.1) };
}

/** E(w, b) of a logistic neuron with eight examples of three features, at 32 points. */
export function neuronData() {
  const random = generator(5);
  const array = (size, scale) => Float64Array.from({ length: size }, () => scale * (2 * random() - 1));
  return { points: 32, examples: 8, features: 3, X: array(24, 1), y: Float64Array.from({ length: 8 }, () => (random() < 0.5 ? 0 : 1)), w: array(96, 1), b: array(32, 1) };
}

function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Milliseconds of one call when warm: the best of rounds that each last long enough to be read off the clock, for others use the machine, too. */
export function time(work, { rounds = 7, roundMs = 60, warmMs = 600 } = {}) {
  const start = performance.now();
  let calls = 0;
  while (performance.now() < start + warmMs || calls < 3) {
    work();
    calls++;
  }
  const perRound = Math.max(1, Math.round((calls * roundMs) / (performance.now() - start)));
  const times = Array.from({ length: rounds }, () => {
    const from = performance.now();
    for (let i = 0; i < perRound; i++) work();
    return (performance.now() - from) / perRound;
  });
  return Math.min(...times);
}

/** Largest difference relative to the largest entry. */
export function relativeError(actual, expected) {
  let [error, scale] = [0, 0];
  expected.forEach((value, i) => {
    error = Math.max(error, Math.abs(value - actual[i]));
    scale = Math.max(scale, Math.abs(value));
  });
  return error / scale;
}
