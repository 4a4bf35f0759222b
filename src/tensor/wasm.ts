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

/** Runs one of two codes by whether a local is zero. */
export const choose = (local: number, yes: Code, no: Code): Code => [...get(local), 0x04, 0x40, ...yes, 0x05, ...no, 0x0b];

export const loadDouble = (address: Code): Code => [...address, 0x2b, 3, 0];
export const storeDouble = (address: Code, value: Code, offset: number): Code => [...address, ...value, 0x39, 3, ...leb(offset)];

const simd = (opcode: number, ...rest: number[]): number[] => [0xfd, ...leb(opcode), ...rest];

/** Two doubles at an address. */
export const loadPair = (address: Code, offset = 0): Code => [...address, ...simd(0x00, 3, ...leb(offset))];
/** One double, twice. */
export const loadSplat = (address: Code, offset = 0): Code => [...address, ...simd(0x0a, 3, ...leb(offset))];
export const storePair = (address: Code, value: Code, offset = 0): Code => [...address, ...value, ...simd(0x0b, 3, ...leb(offset))];
export const addPairs = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf0)];
export const mulPairs = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf2)];
export const zeroPair: Code = simd(0x0c, ...new Array<number>(16).fill(0));

/** A function of integer parameters, with more integer locals and locals of two doubles after them. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly integers: number;
  readonly pairs: number;
  readonly body: Code;
}

const I32 = 0x7f;
const V128 = 0x7b;

/** The bytes of a module that exports the functions and imports `env.memory`. */
export function moduleOf(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const each = (part: (f: WasmFunction, index: number) => readonly number[]): number[] => [functions.length, ...functions.flatMap(part)];
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, each(({ parameters }) => [0x60, ...leb(parameters), ...new Array<number>(parameters).fill(I32), 0])),
    ...section(2, [1, ...text('env'), ...text('memory'), 0x02, 0x00, 1]),
    ...section(3, each((_, index) => [index])),
    ...section(7, each(({ name }, index) => [...text(name), 0x00, index])),
    ...section(10, each(functionCode)),
  ]);
}

function functionCode({ integers, pairs, body }: WasmFunction): number[] {
  const code = [2, ...leb(integers), I32, ...leb(pairs), V128, ...body, 0x0b];
  return [...leb(code.length), ...code];
}

function section(id: number, content: Code): number[] {
  return [id, ...leb(content.length), ...content];
}

function text(name: string): number[] {
  return [name.length, ...Array.from(name, (letter) => letter.charCodeAt(0))];
}
