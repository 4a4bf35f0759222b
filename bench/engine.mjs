// Our rows: the tasks on the tensor engine.

/** Value and gradients of a network by reverse mode, compiled once. */
export function network(tensor, data) {
  const { n, d, h, o } = data;
  const g = tensor.createGraph();
  const [X, y, W1, b1, W2, b2] = [g.input('X', [n, d]), g.input('y', [n, o]), g.input('W1', [d, h]), g.input('b1', [h]), g.input('W2', [h, o]), g.input('b2', [o])];
  const H = tensor.sigmoid(tensor.add(tensor.matmul(X, W1), b1));
  const Z = tensor.add(tensor.matmul(H, W2), b2);
  const loss = o === 1
    ? tensor.mean(tensor.sub(tensor.softplus(Z), tensor.mul(y, Z)))
    : tensor.neg(tensor.div(tensor.sum(tensor.mul(y, tensor.logSoftmax(Z))), g.constant(n)));
  const program = tensor.compile([loss, ...tensor.gradients(loss, [W1, b1, W2, b2])]);
  const inputs = new Map(['X', 'y', 'W1', 'b1', 'W2', 'b2'].map((name) => [name, data[name]]));
  return () => {
    const { values } = program.run(inputs, 1, { transient: true });
    return { loss: values[0][0], W1: values[1], b1: values[2], W2: values[3], b2: values[4] };
  };
}

/** The claim, its derivative and their largest difference, compiled. */
function buildVerification(tensor, { examples, features, X, y }) {
  const g = tensor.createGraph();
  const [w, b] = [g.input('w', [features]), g.input('b', [])];
  const data = g.constant(X, [examples, features]);
  const labels = g.constant(y);
  const one = g.constant(1);
  const p = tensor.sigmoid(tensor.add(tensor.einsum([data, w], [['i', 'j'], ['j']], ['i']), b));
  const E = tensor.neg(tensor.sum(tensor.add(tensor.mul(labels, tensor.log(p)), tensor.mul(tensor.sub(one, labels), tensor.log(tensor.sub(one, p))))));
  const miss = tensor.sub(p, labels);
  const claims = [tensor.einsum([miss, data], [['i'], ['i', 'j']], ['j']), tensor.sum(miss)];
  return tensor.compile([...tensor.gradients(E, [w, b]), ...claims]);
}

/** With `rebuild`, the graph, its derivative and the program are made anew at every call. */
export function verification(tensor, data, rebuild) {
  const inputs = new Map([['w', data.w], ['b', data.b]]);
  const kept = buildVerification(tensor, data);
  return () => {
    const program = rebuild ? buildVerification(tensor, data) : kept;
    const { values } = program.run(inputs, data.points, { transient: true });
    return Math.max(worst(values[0], values[2]), worst(values[1], values[3]));
  };
}

function worst(a, b) {
  let error = 0;
  for (let i = 0; i < a.length; i++) error = Math.max(error, Math.abs(a[i] - b[i]) / Math.max(1, Math.abs(b[i])));
  return error;
}
