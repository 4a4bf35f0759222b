/** Markdown cells of notebooks: each goes on from those before it, and those after it from each. */
import { type NotebookDocument, NotebookCellKind, type TextDocument, workspace } from 'vscode';

function notebookOf(document: TextDocument): NotebookDocument | undefined {
  return document.uri.scheme === 'vscode-notebook-cell' ? workspace.notebookDocuments.find((notebook) => notebook.getCells().some((cell) => cell.document === document)) : undefined;
}

export function markdownCells(notebook: NotebookDocument): TextDocument[] {
  return notebook.getCells().filter(({ kind }) => kind === NotebookCellKind.Markup).map(({ document }) => document);
}

/** The text of the cells before; undefined for what is no cell, and for the first. */
export function textBefore(document: TextDocument): string | undefined {
  const notebook = notebookOf(document);
  const cells = notebook ? markdownCells(notebook) : [];
  return cells.slice(0, cells.indexOf(document)).map((cell) => cell.getText()).join('\n\n') || undefined;
}

export function cellsAfter(document: TextDocument): TextDocument[] {
  const notebook = notebookOf(document);
  const cells = notebook ? markdownCells(notebook) : [];
  return cells.slice(cells.indexOf(document) + 1);
}
