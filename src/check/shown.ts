/** Numbers as they are shown. */
export const shown = (x: number): number => Number(x.toPrecision(6));
