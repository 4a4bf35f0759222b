/** Mathematics in the panel, by KaTeX. It builds elements, so no style stands in markup and the content policy can stay strict. */
import katex from 'katex';
import { balanced } from '../words';
import { element } from './dom';

export function math(tex: string, macros: Record<string, string>, displayMode = false): HTMLElement {
  const node = element(displayMode ? 'div' : 'span', { class: 'math' });
  katex.render(balanced(tex), node, { displayMode, macros: { ...macros }, throwOnError: false, strict: 'ignore', trust: false, maxExpand: 2000, output: 'htmlAndMathml', errorColor: 'var(--vscode-errorForeground)' });
  return node;
}

/** Long documents hold hundreds of equations; each is drawn when it first comes into view. */
export function mathWhenSeen(tex: string, macros: Record<string, string>): HTMLElement {
  const place = element('div', { class: 'math-place' }, tex);
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting) return;
    observer.disconnect();
    place.replaceChildren(math(tex, macros, true));
  }, { rootMargin: '300px' });
  observer.observe(place);
  return place;
}
