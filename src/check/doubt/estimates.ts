/** Lines that hold where the model that is given for a name is the one of its estimate. */
import type { SymbolUse } from '../../meaning/symbols';
import { type Differing, evaluateBy, usesOf } from './differing';

/** `y = \theta x` beside `(y - \hat y)^2`, where nothing says what `\hat y` is: it is likely what the model gives, and y what was measured. */
export function modelsOfEstimates(differing: Differing): SymbolUse[] {
  const { sides, evaluation } = differing;
  const { world } = sides;
  const pairs = evaluation.leaves.flatMap(({ name: estimate }) => {
    const measured = /^hat\((.*)\)$/.exec(estimate)?.[1];
    const model = measured === undefined ? undefined : world.definitions.get(measured);
    return measured !== undefined && model && model.axes.length === world.symbols.get(estimate)?.axes.length ? [{ estimate, measured, model }] : [];
  });
  if (pairs.length === 0) return [];
  const definitions = new Map(world.definitions);
  for (const { estimate, measured, model } of pairs) definitions.set(estimate, model).delete(measured);
  const found = evaluateBy(differing, definitions);
  return found?.outcome === 'agree' && !found.vacuous ? usesOf(sides, pairs.map(({ estimate }) => estimate)) : [];
}
