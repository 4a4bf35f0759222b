// Arrays whose numbers nobody needs any more once the next ones are asked for: memory is touched once, and not anew in every run.

/** An array of that length, its contents arbitrary, over the same memory as the one given out before. */
export type Room = (length: number) => Float64Array;

/** Longer arrays are made for their one use, so that a single large program does not hold on to its memory. */
const LONGEST = 2 ** 21;

export function createRoom(): Room {
  let whole = new Float64Array(0);
  return (length) => {
    if (length > LONGEST) return new Float64Array(length);
    if (length > whole.length) whole = new Float64Array(Math.min(LONGEST, 2 * length));
    return new Float64Array(whole.buffer, 0, length);
  };
}
