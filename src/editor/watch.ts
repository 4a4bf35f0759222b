/** Starts checks when the setting says so: while writing, on saving, or not at all. */
import { Disposable, type Tab, TabInputText, type TextDocument, window, workspace } from 'vscode';
import { isHomework } from './documents';
import { cellsAfter, markdownCells } from './notebooks';
import type { Parts } from './parts';
import { setting } from './settings';

export function watchDocuments({ checks }: Parts): Disposable {
  const timers = new Map<TextDocument, NodeJS.Timeout | number>();

  function checkSoon(document: TextDocument, delay: number) {
    cancel(document);
    timers.set(document, setTimeout(() => checks.verify(document), delay));
  }

  function cancel(document: TextDocument) {
    clearTimeout(timers.get(document));
    timers.delete(document);
  }

  function onShown(document: TextDocument) {
    const unchecked = checks.known(document)?.version !== document.version;
    if (isHomework(document) && unchecked && setting('check', document) !== 'onDemand') checkSoon(document, 0);
  }

  function onEdited(document: TextDocument) {
    if (!isHomework(document)) return;
    if (setting('check', document) === 'automatically') for (const each of [document, ...cellsAfter(document)]) checkSoon(each, setting('delay', document));
    else checks.current(document);
  }

  function close(document: TextDocument) {
    cancel(document);
    checks.forget(document);
  }

  /** Cells stand there rendered, without an editor of their own, and their problems count as well. */
  const showAll = () => {
    for (const document of [...window.visibleTextEditors.map((editor) => editor.document), ...workspace.notebookDocuments.flatMap(markdownCells)]) onShown(document);
  };
  showAll();
  return Disposable.from(
    window.onDidChangeVisibleTextEditors(showAll),
    workspace.onDidOpenNotebookDocument(showAll),
    workspace.onDidChangeNotebookDocument(({ contentChanges }) => contentChanges.length > 0 && showAll()),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && onEdited(document)),
    workspace.onDidSaveTextDocument((document) => isHomework(document) && setting('check', document) === 'onSave' && checkSoon(document, 0)),
    workspace.onDidCloseTextDocument(close),
    window.tabGroups.onDidChangeTabs(({ closed }) => closed.map(documentOf).filter((document) => document !== undefined).forEach(close)),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('gradlens.check') && showAll()),
    new Disposable(() => [...timers.keys()].forEach(cancel)),
  );
}

/** The document of a tab that no other tab shows. The editor itself may keep a document for minutes after its last tab is gone. */
function documentOf({ input }: Tab): TextDocument | undefined {
  if (!(input instanceof TabInputText)) return undefined;
  const uri = input.uri.toString();
  const shown = window.tabGroups.all.flatMap(({ tabs }) => tabs).some((tab) => tab.input instanceof TabInputText && tab.input.uri.toString() === uri);
  return shown ? undefined : workspace.textDocuments.find((document) => document.uri.toString() === uri);
}
