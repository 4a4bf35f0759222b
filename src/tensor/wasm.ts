// A few WebAssembly instructions as functions that return their bytes, and the module around them.

export type Code = readonly number[];

/** Unsigned LEB128. */
function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
}

/** Signed LEB128, for constants. */
function signedLeb(value: number): number[] {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signedLeb(value >> 7)];
}

export const get = (local: number): Code => [0x20, ...leb(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...leb(local)];
export const constant = (value: number): Code => [0x41, ...signedLeb(value)];
export const plus = (a: Code, b: Code): Code => [...a, ...b, 0x6a];

/** local += value. */
export const increase = (local: number, value: Code): Code => set(local, plus(get(local), value));

/** Runs the body as often as the counter says, at least once, and leaves it at zero. */
export const repeat = (counter: number, body: Code): Code => [0x03, 0x40, ...body, ...get(counter), ...constant(1), 0x6b, 0x22, ...leb(counter), 0x0d, 0, 0x0b];

const simd = (opcode: number, ...rest: number[]): number[] => [0xfd, ...leb(opcode), ...rest];

/** Two doubles at an address. */
export const loadPair = (address: Code, offset = 0): Code => [...address, ...simd(0x00, 3, ...leb(offset))];
/** One double, twice. */
export const loadSplat = (address: Code, offset = 0): Code => [...address, ...simd(0x0a, 3, ...leb(offset))];
export const storePair = (address: Code, value: Code, offset = 0): Code => [...address, ...value, ...simd(0x0b, 3, ...leb(offset))];
export const addPairs = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf0)];
export const mulPairs = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf2)];
export const zeroPair: Code = simd(0x0c, ...new Array<number>(16).fill(0));

const I32 = 0x7f;
const V128 = 0x7b;

/** The bytes of a module with one function `run` of integer parameters, over an imported memory `env.memory`. */
export function moduleOf(parameters: number, integers: number, pairs: number, body: Code): Uint8Array<ArrayBuffer> {
  const locals = [2, ...leb(integers), I32, ...leb(pairs), V128];
  const code = [...locals, ...body, 0x0b];
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [1, 0x60, ...leb(parameters), ...new Array<number>(parameters).fill(I32), 0]),
    ...section(2, [1, ...text('env'), ...text('memory'), 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('run'), 0x00, 0]),
    ...section(10, [1, ...leb(code.length), ...code]),
  ]);
}

function section(id: number, content: Code): number[] {
  return [id, ...leb(content.length), ...content];
}

function text(name: string): number[] {
  return [name.length, ...Array.from(name, (letter) => letter.charCodeAt(0))];
}
