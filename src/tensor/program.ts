// Compiles outputs to a list of steps over preallocated buffers, and runs it for all sample points in one pass.
import { ancestors, inputName, type Tensor } from './graph';
import { createPlan, type Inspect, isInput, type Plan, type RunResult } from './plan';
import { range, sizeOf } from './shape';

export type { RunResult } from './plan';

export interface Program {
  /** An input's array holds `samples × size` values, sample by sample, or `size` values, the same at every point. Throws where one is missing or has another length. */
  run(inputs: ReadonlyMap<string, Float64Array>, samples: number, options?: RunOptions): RunResult;
  /** Rough number of flops for one sample. */
  readonly cost: number;
}

export interface RunOptions {
  /** Also bound the rounding error of every entry; several times slower. */
  readonly rounding?: boolean;
  readonly inspect?: Inspect;
  /** The arrays of the result may be overwritten by the next run, of this program or another. */
  readonly transient?: boolean;
}

/** A program for the given outputs; buffers are laid out when it first runs with a number of samples. */
export function compile(outputs: readonly Tensor[]): Program {
  const nodes = ancestors(outputs);
  const costs = nodes.map((node) => node.row.cost(node));
  const [cost, heaviest] = [costs.reduce((a, b) => a + b, 0), costs.reduce((a, b) => Math.max(a, b), 0)];
  const entries = nodes.reduce((total, node) => total + sizeOf(node.shape), 0);
  const plans: { plain?: Plan; bounded?: Plan } = {};
  const runAtOnce: Program['run'] = (inputs, samples, { rounding = false, inspect, transient = false } = {}) => {
    const varying = varyingInputs(nodes, inputs, samples);
    const kind = rounding ? 'bounded' : 'plain';
    const known = plans[kind];
    const plan = known?.fits(varying, samples) ? known : createPlan({ nodes, outputs, varying, samples, rounding, heaviest: heaviest * samples });
    plans[kind] = plan;
    return plan.run(inputs, transient, inspect);
  };
  return {
    cost,
    run(inputs, samples, options) {
      const parts = partsOf(samples, entries);
      return parts === 1 ? runAtOnce(inputs, samples, options) : inParts(runAtOnce, sizesOfInputs(nodes), inputs, samples, parts, options);
    },
  };
}

function sizesOfInputs(nodes: readonly Tensor[]): Map<string, number> {
  return new Map(nodes.filter(isInput).map((node) => [inputName(node) as string, sizeOf(node.shape)]));
}

// ── parts ──

/** Numbers that the caches near a processor hold. */
const NEAR = 2 ** 17;

/** In how many equal parts the samples are run, so that what a part comes to stays near; parts have several samples, which tells what varies from what does not. */
function partsOf(samples: number, entries: number): number {
  let parts = 1;
  for (let more = 2; 2 * more <= samples && samples * entries > parts * NEAR; more++) if (samples % more === 0) parts = more;
  return parts;
}

/** Runs the samples part by part. */
function inParts(run: Program['run'], sizes: ReadonlyMap<string, number>, inputs: ReadonlyMap<string, Float64Array>, samples: number, parts: number, options: RunOptions = {}): RunResult {
  const some = samples / parts;
  const results = range(parts).map((part) => {
    const { inspect } = options;
    const own = new Map([...inputs].map(([name, values]): [string, Float64Array] => {
      const length = some * (sizes.get(name) ?? 0);
      return [name, values.length === parts * length ? values.subarray(part * length, (part + 1) * length) : values];
    }));
    return run(own, some, { ...options, transient: false, ...(inspect && { inspect: (node, values) => inspect(node, values, part * some) }) });
  });
  const joined = (pick: (result: RunResult) => Float64Array[]): Float64Array[] => pick(results[0]).map((first, k) => {
    const whole = new Float64Array(first.length * parts);
    results.forEach((result, part) => { whole.set(pick(result)[k], part * first.length); });
    return whole;
  });
  const kink = new Uint8Array(samples);
  results.forEach((result, part) => { kink.set(result.kink, part * some); });
  return { values: joined(({ values }) => values), rounding: joined(({ rounding }) => rounding), kink };
}

/** For every input node, in order, whether its values differ between samples. */
function varyingInputs(nodes: readonly Tensor[], inputs: ReadonlyMap<string, Float64Array>, samples: number): boolean[] {
  const varying: boolean[] = [];
  for (const node of nodes) {
    const name = inputName(node);
    if (name !== undefined) varying.push(varies(name, sizeOf(node.shape), inputs.get(name), samples));
  }
  return varying;
}

function varies(name: string, size: number, values: Float64Array | undefined, samples: number): boolean {
  if (values?.length === size) return false;
  if (values?.length === size * samples) return true;
  throw new Error(`input ${name}: ${values?.length ?? 'no'} values for ${samples} samples of size ${size}`);
}
