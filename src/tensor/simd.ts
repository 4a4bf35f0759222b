// The innermost kernel of a product of matrices in WebAssembly SIMD, written here as its instructions.
import { addPairs, type Code, constant, get, increase, loadPair, loadSplat, moduleOf, mulPairs, repeat, set, storePair, zeroPair } from './wasm';

/** Parameters, then the integer locals, then the locals that hold two doubles. */
const [LEFT, RIGHT, OUT, TILES, DEPTH_OF_TILE, PANEL, COUNT, B0, B1, SUMS] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** For every tile: out[4 × 4] = Σ over the depth of (4 entries of left) ⊗ (4 entries of right). */
function kernel(): Code {
  return repeat(TILES, [
    ...sums((sum) => set(sum, zeroPair)),
    ...set(PANEL, get(RIGHT)),
    ...set(COUNT, get(DEPTH_OF_TILE)),
    ...repeat(COUNT, [
      ...set(B0, loadPair(get(PANEL))),
      ...set(B1, loadPair(get(PANEL), 16)),
      ...sums((sum, row, half) => set(sum, addPairs(get(sum), mulPairs(loadSplat(get(LEFT), 8 * row), get(half ? B1 : B0))))),
      ...increase(LEFT, constant(32)),
      ...increase(PANEL, constant(32)),
    ]),
    ...sums((sum, row, half) => storePair(get(OUT), get(sum), 32 * row + 16 * half)),
    ...increase(OUT, constant(128)),
  ]);
}

/** The same for each of the eight sums: four rows of two halves. */
function sums(instruction: (sum: number, row: number, half: number) => Code): Code {
  return [0, 1, 2, 3].flatMap((row) => [0, 1].flatMap((half) => instruction(SUMS + 2 * row + half, row, half)));
}

interface SimdTiles {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly out: Float64Array;
  multiply(panel: number, tiles: number, depth: number): void;
}

const PAGE = 65536;

/** The kernel over a memory of its own, for blocks of the given size; undefined where SIMD is missing or forbidden. */
export function simdTiles(rows: number, depth: number): SimdTiles | undefined {
  const [left, right, out] = [0, 8 * rows * depth, 16 * rows * depth];
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((out + 32 * rows) / PAGE) });
    const module = new WebAssembly.Module(moduleOf(5, 2, 10, kernel()));
    const run = new WebAssembly.Instance(module, { env: { memory } }).exports.run as (...parameters: number[]) => void;
    const view = (from: number, length: number): Float64Array => new Float64Array(memory.buffer, from, length);
    const multiply = (panel: number, tiles: number, d: number): void => run(left, right + 32 * panel * d, out, tiles, d);
    return { left: view(left, rows * depth), right: view(right, rows * depth), out: view(out, 4 * rows), multiply };
  } catch {
    return undefined; // an engine without SIMD, or a page that may not compile WebAssembly
  }
}
