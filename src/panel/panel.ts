/** The script of the equation panel: shows what the editor sends, and asks the editor for the rest. */
import { sayTally, tally } from '../words';
import type { Figured } from '../report';
import { button, element, setChildren } from './dom';
import { matches, showEquation } from './list';
import { showRefusals } from './refusals';
import type { Filter, FromPanel, KeptState, PanelEquation, PanelState, Strengths, ToPanel } from './state';

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void; getState(): KeptState | undefined; setState(state: KeptState): void };

const filters: [Filter, string][] = [['all', 'All'], ['refuted', 'Wrong'], ['undecided', 'Undecided']];

function main() {
  const editor = acquireVsCodeApi();
  const kept: KeptState = editor.getState() ?? { pinned: false, filter: 'all', search: '' };
  const shown = new Map<number, { made: string; node: HTMLElement }>();
  let state: PanelState | undefined;
  let active = kept.active;
  const figures = new Map<number, Figured>();
  const strengths = new Map<number, Strengths | 'asked'>();
  const chosen = new Map<number, number>();

  const title = element('h1');
  const counts = element('p', { class: 'tally', role: 'status' });
  const list = element('ol', { 'aria-label': 'Equations', onkeydown: (event: Event) => onKey(event as KeyboardEvent) });
  const empty = element('p', { class: 'empty' });
  const refusals = element('div');
  const filterButtons = filters.map(([filter, label]) => button(label, () => keep({ filter })));
  const search = element('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search equations', value: kept.search, oninput: () => keep({ search: search.value }) });
  const pin = button('Pin', () => keep({ pinned: !kept.pinned }), { title: 'Stay with this document and this equation' });
  const verifyAll = button('Verify all', () => editor.postMessage({ type: 'verifyAll' }), { class: 'primary' });
  const exporting = button('Export', () => editor.postMessage({ type: 'export' }), { title: 'A report to hand on, as HTML or Markdown' });
  const filterGroup = element('div', { role: 'group', 'aria-label': 'Filter', class: 'filters' }, ...filterButtons);
  const header = element('header', {}, title, counts, element('div', { class: 'tools' }, filterGroup, search, pin, exporting, verifyAll));
  document.body.append(header, element('main', {}, empty, refusals, list));
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target === search) return;
    event.preventDefault();
    search.focus();
  });

  function keep(change: Partial<KeptState>) {
    Object.assign(kept, change);
    if ('pinned' in change) editor.postMessage({ type: 'pin', pinned: kept.pinned });
    editor.setState(kept);
    show();
  }

  function open(index: number | undefined) {
    setActive(active === index ? undefined : index);
    show();
    focusOn(active ?? index);
  }

  function setActive(index: number | undefined) {
    active = index;
    kept.active = index;
    editor.setState(kept);
  }

  function choose(index: number, link: number) {
    chosen.set(index, link);
    show();
    list.querySelector<HTMLElement>(`[data-index="${index}"] .chain [aria-pressed=true]`)?.focus();
  }

  function askStrength(index: number) {
    strengths.set(index, 'asked');
    editor.postMessage({ type: 'strength', index });
    show();
  }

  function show() {
    const equations = (state?.equations ?? []).filter((equation) => matches(equation, kept.filter, kept.search));
    title.textContent = state?.title ?? 'Gradlens';
    counts.textContent = state ? sayTally(tally(state.equations)) : '';
    for (const [at, node] of filterButtons.entries()) node.setAttribute('aria-pressed', String(filters[at][0] === kept.filter));
    pin.setAttribute('aria-pressed', String(kept.pinned));
    empty.textContent = equations.length > 0 ? '' : emptyReason(state);
    refusals.replaceChildren(...(kept.filter === 'undecided' ? showRefusals(equations, ({ index }) => bringIntoView(index)) : []));
    const focused = document.hasFocus() ? list.querySelector<HTMLElement>('[data-index]:focus-within') : undefined; // never take it from the text
    setChildren(list, equations.map(nodeOf));
    if (focused && !focused.isConnected) focusOn(Number(focused.dataset.index));
  }

  /** What has not changed keeps its element, and with it its drawn mathematics and the reader's place. */
  function nodeOf(equation: PanelEquation): HTMLElement {
    const { index } = equation;
    const made = JSON.stringify([equation, figures.get(index), strengths.get(index), chosen.get(index), index === active, active === undefined, state!.macros]);
    const before = shown.get(index);
    if (before?.made === made) return before.node;
    const node = showEquation(equation, { macros: state!.macros, version: state!.version, active, open, all: state!.equations, figured: figures.get(index), strength: strengths.get(index), askStrength, chosen: chosen.get(index), choose, send: (message) => editor.postMessage(message) });
    shown.set(index, { made, node });
    return node;
  }

  function focusOn(index: number | undefined) {
    list.querySelector<HTMLElement>(`[data-index="${index}"] .summary`)?.focus();
  }

  function onKey(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    const buttons = [...list.querySelectorAll<HTMLElement>('.summary')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (!step || at < 0) return;
    event.preventDefault();
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)].focus();
  }

  /** With its head in view, also where the rest is longer than the window. */
  function bringIntoView(index: number) {
    const node = list.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (!node) return;
    const room = window.innerHeight - header.offsetHeight;
    node.style.scrollMarginTop = `${header.offsetHeight}px`;
    node.scrollIntoView({ block: node.offsetHeight > room ? 'start' : 'nearest' });
  }

  const receive: { [K in ToPanel['type']]: (message: Extract<ToPanel, { type: K }>) => void } = {
    state(message) {
      if (state?.uri !== message.state.uri) shown.clear();
      if (state?.uri !== message.state.uri || state.version !== message.state.version) for (const asked of [figures, strengths, chosen]) asked.clear();
      if (kept.uri !== message.state.uri) setActive(undefined);
      state = message.state;
      kept.uri = state.uri;
      editor.setState(kept);
      show();
    },
    active({ index, link, reveal }) {
      if (kept.pinned && !reveal) return;
      setActive(index);
      if (link !== undefined) chosen.set(index, link);
      show();
      bringIntoView(index);
    },
    figure({ index, figured }) {
      figures.set(index, figured);
      show();
    },
    strength({ index, found }) {
      strengths.set(index, found);
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
