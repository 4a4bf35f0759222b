/** What is known of every open document: its outline, and the verdicts as they arrive. The editor's surfaces read it and listen to it. */
import { type Disposable, type Event, EventEmitter, type TextDocument, window } from 'vscode';
import type { Equation, Outline } from '../report';
import { carryOver } from './carry';
import { isHomework, sourceOf } from './documents';
import type { Engine } from './engine';
import { setting } from './settings';

export interface Checked {
  /** Of the document, when the outline was taken. */
  version: number;
  outline: Outline;
  /** By index of the outline; undefined where nothing was checked yet. */
  equations: (Equation | undefined)[];
  /** Indices that still show the verdict of the text before, or none, and wait for theirs. */
  pending: Set<number>;
}

export interface Checks extends Disposable {
  /** What is known now; may be of an older version of the text. */
  known(document: TextDocument): Checked | undefined;
  /** Brought up to the document as it is; undefined for what is no homework, is too large, or was closed meanwhile. */
  current(document: TextDocument): Promise<Checked | undefined>;
  /** Checks the equations with these indices, or all, those in view first; ends when done or overtaken by a newer text. */
  verify(document: TextDocument, wanted?: number[]): Promise<Checked | undefined>;
  /** Gives up the check under way; what it has found stays. */
  stop(document: TextDocument): void;
  forget(document: TextDocument): void;
  readonly onDidChange: Event<TextDocument>;
}

/** A check under way, or the last one. */
interface Run {
  controller: AbortController;
  done: Promise<void>;
}

export function createChecks(engine: Engine, log: (problem: string) => void): Checks {
  const states = new Map<string, Checked>();
  const outlining = new Map<string, Promise<Checked | undefined>>();
  const runs = new Map<string, Run>();
  const closings = new Map<string, number>();
  const changed = new EventEmitter<TextDocument>();

  const key = (document: TextDocument) => document.uri.toString();
  const known = (document: TextDocument) => states.get(key(document));

  function current(document: TextDocument): Promise<Checked | undefined> {
    const state = known(document);
    if (state?.version === document.version) return Promise.resolve(state);
    const request = `${document.version} ${key(document)}`;
    const asked = outlining.get(request) ?? takeOutline(document).finally(() => outlining.delete(request));
    outlining.set(request, asked);
    return asked;
  }

  async function takeOutline(document: TextDocument): Promise<Checked | undefined> {
    if (!isHomework(document) || document.isClosed || isTooLarge(document)) return undefined;
    const { version } = document;
    const isOpen = stillOpen(document);
    const outline = await engine.outline(sourceOf(document)).catch((error: Error) => log(`outline: ${error.message}`));
    if (!outline || !isOpen()) return undefined;
    if (document.version !== version) return current(document);
    const state = nextState(known(document), version, outline, setting('check', document) === 'automatically');
    states.set(key(document), state);
    changed.fire(document);
    return state;
  }

  async function verify(document: TextDocument, wanted?: number[]): Promise<Checked | undefined> {
    const isOpen = stillOpen(document);
    const state = await current(document);
    if (!state || !isOpen()) return undefined;
    for (const index of wanted ?? state.outline.items.keys()) state.pending.add(index);
    const indices = inViewFirst(document, state.outline, [...new Set([...(wanted ?? []), ...state.pending])]);
    startRun(document, (signal) => readFindings(document, state, indices, signal));
    await lastRun(document);
    return known(document);
  }

  async function readFindings(document: TextDocument, state: Checked, indices: number[], signal: AbortSignal) {
    changed.fire(document);
    const request = { source: sourceOf(document), outline: state.outline, indices, limit: setting('timeLimit', document) * 1000, signal };
    for await (const findings of engine.check(request)) {
      if (signal.aborted || document.version !== state.version) break;
      for (const { index, equation } of findings) {
        state.equations[index] = equation;
        state.pending.delete(index);
      }
      changed.fire(document);
    }
  }

  /** A newer check of the same document takes the place of the older one, and takes over what that one has left. */
  function startRun(document: TextDocument, work: (signal: AbortSignal) => Promise<void>) {
    runs.get(key(document))?.controller.abort();
    const controller = new AbortController();
    runs.set(key(document), { controller, done: work(controller.signal) });
  }

  async function lastRun(document: TextDocument): Promise<void> {
    const last = runs.get(key(document))?.done;
    await last;
    if (last !== runs.get(key(document))?.done) await lastRun(document);
  }

  /** Tells whether the document was closed since; it may have been opened again. */
  function stillOpen(document: TextDocument): () => boolean {
    const before = closings.get(key(document));
    return () => !document.isClosed && closings.get(key(document)) === before;
  }

  function stop(document: TextDocument) {
    runs.get(key(document))?.controller.abort();
    known(document)?.pending.clear();
    changed.fire(document);
  }

  function forget(document: TextDocument) {
    closings.set(key(document), (closings.get(key(document)) ?? 0) + 1);
    runs.get(key(document))?.controller.abort();
    runs.delete(key(document));
    states.delete(key(document));
    engine.forget(key(document));
    changed.fire(document);
  }

  return {
    known, current, verify, stop, forget,
    onDidChange: changed.event,
    dispose() {
      for (const { controller } of runs.values()) controller.abort();
      changed.dispose();
    },
  };
}

function nextState(before: Checked | undefined, version: number, outline: Outline, keepVerdicts: boolean): Checked {
  const equations = keepVerdicts && before ? carryOver(before.equations, outline) : outline.items.map(() => undefined);
  return { version, outline, equations, pending: new Set(keepVerdicts ? outline.items.keys() : []) };
}

function isTooLarge(document: TextDocument): boolean {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end) > setting('maxFileSize', document) * 1000;
}

/** The reader looks at these; the others can wait. What stands in one piece of the document is checked in order, so all of the piece comes first. */
function inViewFirst(document: TextDocument, { items }: Outline, indices: number[]): number[] {
  const visible = window.visibleTextEditors.filter((editor) => editor.document === document).flatMap((editor) => editor.visibleRanges);
  const inView = new Set(items.filter(({ range }) => visible.some(({ start, end }) => range.end.line >= start.line && range.start.line <= end.line)).map(({ piece }) => piece));
  const inOrder = [...indices].sort((a, b) => a - b);
  return [...inOrder.filter((index) => inView.has(items[index].piece)), ...inOrder.filter((index) => !inView.has(items[index].piece))];
}
