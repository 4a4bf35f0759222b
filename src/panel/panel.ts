/** The script of the equation panel: shows what the editor sends, and asks the editor for the rest. */
import { sayTally, tally } from '../words';
import { button, element } from './dom';
import type { Figured } from '../report';
import { matches, showEquation } from './list';
import type { Filter, FromPanel, KeptState, PanelEquation, PanelState, ToPanel } from './state';

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void; getState(): KeptState | undefined; setState(state: KeptState): void };

const filters: [Filter, string][] = [['all', 'All'], ['refuted', 'Wrong'], ['undecided', 'Undecided']];

function main() {
  const editor = acquireVsCodeApi();
  const kept: KeptState = editor.getState() ?? { pinned: false, filter: 'all', search: '' };
  const shown = new Map<number, { made: string; node: HTMLElement }>();
  let state: PanelState | undefined;
  let active: number | undefined;
  const figures = new Map<number, Figured>();

  const title = element('h1');
  const counts = element('p', { class: 'tally', role: 'status' });
  const list = element('ol', { 'aria-label': 'Equations', onkeydown: (event: Event) => onKey(event as KeyboardEvent) });
  const empty = element('p', { class: 'empty' });
  const filterButtons = filters.map(([filter, label]) => button(label, () => choose({ filter })));
  const search = element('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search equations', value: kept.search, oninput: () => choose({ search: search.value }) });
  const pin = button('Pin', () => choose({ pinned: !kept.pinned }), { title: 'Stay with this document and this equation' });
  const verifyAll = button('Verify all', () => editor.postMessage({ type: 'verifyAll' }), { class: 'primary' });
  const exporting = button('Export', () => editor.postMessage({ type: 'export' }), { title: 'A report to hand on, as HTML or Markdown' });
  const filterGroup = element('div', { role: 'group', 'aria-label': 'Filter', class: 'filters' }, ...filterButtons);
  document.body.append(element('header', {}, title, counts, element('div', { class: 'tools' }, filterGroup, search, pin, exporting, verifyAll)), element('main', {}, empty, list));

  function choose(change: Partial<KeptState>) {
    Object.assign(kept, change);
    if ('pinned' in change) editor.postMessage({ type: 'pin', pinned: kept.pinned });
    editor.setState(kept);
    show();
  }

  function open(index: number | undefined) {
    active = active === index ? undefined : index;
    show();
    focusOn(active ?? index);
  }

  function show() {
    const equations = (state?.equations ?? []).filter((equation) => matches(equation, kept.filter, kept.search));
    title.textContent = state?.title ?? 'Gradlens';
    counts.textContent = state ? sayTally(tally(state.equations)) : '';
    for (const [at, node] of filterButtons.entries()) node.setAttribute('aria-pressed', String(filters[at][0] === kept.filter));
    pin.setAttribute('aria-pressed', String(kept.pinned));
    empty.textContent = equations.length > 0 ? '' : emptyReason(state);
    list.replaceChildren(...equations.map(nodeOf));
  }

  /** What has not changed keeps its element, and with it its drawn mathematics and the reader's place. */
  function nodeOf(equation: PanelEquation): HTMLElement {
    const made = JSON.stringify([equation, figures.get(equation.index), equation.index === active, active === undefined, state!.macros]);
    const before = shown.get(equation.index);
    if (before?.made === made) return before.node;
    const node = showEquation(equation, { macros: state!.macros, version: state!.version, active, open, all: state!.equations, figured: figures.get(equation.index), send: (message) => editor.postMessage(message) });
    shown.set(equation.index, { made, node });
    return node;
  }

  function focusOn(index: number | undefined) {
    list.querySelector<HTMLElement>(`[data-index="${index}"] .summary`)?.focus();
  }

  function onKey(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...list.querySelectorAll<HTMLElement>('.summary')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (!step || at < 0) return;
    event.preventDefault();
    buttons[at + step]?.focus();
  }

  const receive: { [K in ToPanel['type']]: (message: Extract<ToPanel, { type: K }>) => void } = {
    state(message) {
      if (state?.uri !== message.state.uri) shown.clear();
      if (state?.uri !== message.state.uri || state.version !== message.state.version) figures.clear();
      state = message.state;
      kept.uri = state.uri;
      editor.setState(kept);
      show();
    },
    active({ index, reveal }) {
      if (kept.pinned && !reveal) return;
      active = index;
      show();
      list.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: 'nearest' });
    },
    figure({ index, figured }) {
      figures.set(index, figured);
      show();
    },
    empty() {
      state = undefined;
      show();
    },
  };

  window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => receive[data.type](data as never));
  editor.postMessage({ type: 'ready' });
  editor.postMessage({ type: 'pin', pinned: kept.pinned });
}

function emptyReason(state: PanelState | undefined): string {
  if (!state) return 'Open a Markdown or LaTeX file with equations, and their verdicts appear here.';
  return state.equations.length > 0 ? 'No equation matches.' : 'There is no equation in this document yet. Write one between $$ and $$.';
}

main();
