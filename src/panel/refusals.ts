/** Why equations were not checked: each construct that stopped some, with the lines it stands in. */
import type { Refusal } from '../words';
import { refusalsOf } from '../words';
import { button, element } from './dom';
import type { PanelEquation } from './state';

export function showRefusals(equations: PanelEquation[], go: (equation: PanelEquation) => void): HTMLElement[] {
  const refusals = refusalsOf(equations);
  return refusals.length > 0 ? [element('section', { class: 'refusals', 'aria-label': 'Why these were not checked' }, element('ul', {}, ...refusals.map((refusal) => showRefusal(refusal, go))))] : [];
}

function showRefusal({ reason, equations }: Refusal<PanelEquation>, go: (equation: PanelEquation) => void): HTMLElement {
  const places = equations.map((equation) => button(`line ${equation.range.start.line + 1}`, () => go(equation), { class: 'as-link' }));
  return element('li', {}, `${reason}: `, ...places);
}
