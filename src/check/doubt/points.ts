/** Points that a line leaves out. */
import { exprsOf } from '../../meaning/document';
import { keyOf, type SymbolUse, usesIn } from '../../meaning/symbols';
import { symbolsIn } from '../../meaning/world';
import { derivativesIn } from './derivatives';
import type { Differing } from './differing';

/** The f of `\nabla f \cdot \frac{dr}{dt}` beside `f(x, y)` and `r(t)`: it is taken along the path, where one side alone has its x and y, and nobody writes them. */
export function pointsLeftOut({ document, link, sides, evaluation: { leavesOf: [left, right] } }: Differing): SymbolUse[] {
  const written = new Set(usesIn(document, ...exprsOf(link)).map(keyOf));
  const variables = [sides.left, sides.right].flatMap((side) => derivativesIn(sides.world, side)).map(({ by }) => by).filter((by) => left.has(by) && right.has(by));
  return symbolsIn(sides.world).flatMap(({ use, binding }) => {
    const params = binding?.params.map(keyOf) ?? [];
    const isAlong = variables.some((by) => !params.includes(by));
    return isAlong && params.some((param) => !written.has(param) && left.has(param) !== right.has(param)) ? [use] : [];
  });
}
