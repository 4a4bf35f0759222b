/** Lines whose shapes do not fit, whatever the conventions: wrong where every shape is known and one change of shape makes the line hold. */
import type { World } from '../meaning/world';
import type { Finding } from './document';

/** `repaired`: an edit of shapes alone was found under which the line is verified. */
export function withShapeErrors(finding: Finding, repaired: boolean): Finding {
  const { judgement } = finding;
  if (!repaired || judgement?.verdict !== 'undecided' || judgement.reason.code !== 'misfit' || !judgement.world || !areShapesKnown(judgement.world)) return finding;
  return { ...finding, verdict: 'refuted', code: 'ill-shaped', judgement: undefined, note: `The shapes do not fit: ${judgement.reason.what}. With one change they do.` };
}

/** No shape is guessed, save that what is only differentiated is a number. */
export function areShapesKnown(world: World): boolean {
  const infos = [...world.symbols.values()];
  return [...world.guesses].every(([base, [likeliest]]) => likeliest === 0 && infos.some(({ use, dependsOn }) => use.base === base && dependsOn.length > 0));
}
