// One row of the bench in a process of its own: `node bench/row.mjs NAME` prints its times and errors as JSON.
import { fileURLToPath } from 'node:url';
import { network, verification } from './engine.mjs';
import { handWritten, packedProduct, simpleProduct, verifyByHand } from './floor.mjs';
import * as peers from './networks.mjs';
import { NETWORKS, networkData, neuronData, relativeError, time } from './tasks.mjs';
import * as symbolic from './verify.mjs';

const engine = async () => import(new URL('./peers/engine.mjs', import.meta.url).href);

/** Every row: how it solves a network, and how it verifies the derivative. */
const ROWS = {
  'hand-written loops': async () => ({ network: (data) => handWritten(data, simpleProduct), verify: { built: verifyByHand(neuronData()) } }),
  'hand-written packed 4×4': async () => ({ network: (data) => handWritten(data, packedProduct) }),
  gradlens: async () => {
    const tensor = await engine();
    return { network: (data) => network(tensor, data), verify: { built: verification(tensor, neuronData(), false), full: verification(tensor, neuronData(), true) } };
  },
  'tfjs-cpu float32': async () => ({ network: await peers.tfjs('cpu') }),
  'tfjs-wasm float32': async () => ({ network: await peers.tfjs('wasm') }),
  'jax-js wasm float64': async () => ({ network: await peers.jax('f64') }),
  'jax-js wasm float32': async () => ({ network: await peers.jax('f32') }),
  mathjs: async () => ({ network: await peers.mathjs(), verify: await symbolic.mathjs(neuronData()) }),
  'compute-engine': async () => ({ verify: await symbolic.computeEngine(neuronData()) }),
};

export const NAMES = Object.keys(ROWS);

async function measure(name) {
  const { network: solve, verify } = await ROWS[name]();
  const result = { name };
  for (const size of solve ? Object.keys(NETWORKS) : []) {
    const data = networkData(size);
    const [exact, own, work] = [handWritten(data, simpleProduct)(), solve(data)(), solve(data)];
    result[size] = { ms: time(work), error: Math.max(Math.abs(own.loss - exact.loss) / exact.loss, ...['W1', 'b1', 'W2', 'b2'].map((key) => relativeError(own[key], exact[key]))) };
  }
  for (const kind of Object.keys(verify ?? {})) result[kind] = { ms: time(verify[kind]), error: verify[kind]() };
  return result;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await measure(process.argv[2])));
