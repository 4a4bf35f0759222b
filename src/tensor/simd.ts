// Products of matrices in WebAssembly SIMD: the two inner loops, written here as their instructions.
import { addPairs, choose, type Code, constant, get, increase, loadDouble, loadPair, loadSplat, moduleOf, mulPairs, plus, repeat, set, storeDouble, storePair, type WasmFunction, zeroPair } from './wasm';

/** Adds (or puts) to tiles of 4 × 4 entries, the next four rows below the last: the sum over the depth of (4 of left) ⊗ (4 of right). */
function multiplyFunction(): WasmFunction {
  const [left, right, out, tiles, depth, outRow, adds, panel, count, at, b0, b1, first] = Array.from({ length: 13 }, (_, local) => local);
  const sums = (instruction: (sum: number, half: number) => Code, row: number): Code => [0, 1].flatMap((half) => instruction(first + 2 * row + half, half));
  const rows = (instruction: (row: number) => Code): Code => [0, 1, 2, 3].flatMap(instruction);
  const load = rows((row) => [...sums((sum, half) => set(sum, loadPair(get(at), 16 * half)), row), ...increase(at, get(outRow))]);
  const clear = rows((row) => sums((sum) => set(sum, zeroPair), row));
  const body = repeat(tiles, [
    ...set(at, get(out)),
    ...choose(adds, load, clear),
    ...set(panel, get(right)),
    ...set(count, get(depth)),
    ...repeat(count, [
      ...set(b0, loadPair(get(panel))),
      ...set(b1, loadPair(get(panel), 16)),
      ...rows((row) => sums((sum, half) => set(sum, addPairs(get(sum), mulPairs(loadSplat(get(left), 8 * row), get(half ? b1 : b0)))), row)),
      ...increase(left, constant(32)),
      ...increase(panel, constant(32)),
    ]),
    ...rows((row) => [...sums((sum, half) => storePair(get(out), get(sum), 16 * half), row), ...increase(out, get(outRow))]),
  ]);
  return { name: 'multiply', parameters: 7, integers: 3, pairs: 10, body };
}

/** Lays groups of four rows side by side: for each depth the four entries, `across` bytes apart, the next depth `along` bytes on. */
function packFunction(): WasmFunction {
  const [target, source, across, along, groups, depth, twice, count, at] = Array.from({ length: 9 }, (_, local) => local);
  const body = [
    ...set(twice, plus(get(across), get(across))),
    ...repeat(groups, [
      ...set(at, get(source)),
      ...set(count, get(depth)),
      ...repeat(count, [
        ...storeDouble(get(target), loadDouble(get(at)), 0),
        ...storeDouble(get(target), loadDouble(plus(get(at), get(across))), 8),
        ...storeDouble(get(target), loadDouble(plus(get(at), get(twice))), 16),
        ...storeDouble(get(target), loadDouble(plus(plus(get(at), get(twice)), get(across))), 24),
        ...increase(target, constant(32)),
        ...increase(at, get(along)),
      ]),
      ...increase(source, plus(get(twice), get(twice))),
    ]),
  ];
  return { name: 'pack', parameters: 6, integers: 3, pairs: 0, body };
}

/** A memory with the two loops over it; addresses and strides are in bytes. */
export interface SimdMemory {
  /** As many doubles as were asked for, at the start of the memory. */
  readonly values: Float64Array;
  multiply(left: number, right: number, out: number, tiles: number, depth: number, outRow: number, adds: number): void;
  pack(target: number, source: number, across: number, along: number, groups: number, depth: number): void;
}

const PAGE = 65536;

/** Undefined where SIMD is missing or forbidden, or there is no memory left. */
export type AllocateSimd = (doubles: number) => SimdMemory | undefined;

/** Compiles the module when it is first needed. */
export function simdAllocator(): AllocateSimd {
  let module: WebAssembly.Module | undefined;
  return (doubles) => {
    try {
      module ??= new WebAssembly.Module(moduleOf([multiplyFunction(), packFunction()]));
      const memory = new WebAssembly.Memory({ initial: Math.ceil((8 * doubles) / PAGE) });
      const { multiply, pack } = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as SimdMemory;
      return { values: new Float64Array(memory.buffer, 0, doubles), multiply, pack };
    } catch {
      return undefined; // an engine without SIMD, a page that may not compile WebAssembly, or too large a memory
    }
  };
}
