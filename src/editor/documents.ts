/** Which documents hold homework, and how they are handed to the checker. */
import { type DocumentFilter, type TextDocument, window } from 'vscode';
import type { SourceInContext } from '../context';
import type { Source } from '../report';
import { EXPLANATION } from './codes';
import { textBefore } from './notebooks';

/** The editor's language to the checker's. */
const languages: Record<string, Source['language']> = { markdown: 'markdown', quarto: 'markdown', rmd: 'markdown', latex: 'latex', tex: 'latex' };

/** Copies in a comparison, an output pane, our own explanations are nobody's homework. */
const foreignSchemes = [EXPLANATION, 'git', 'output', 'vscode-scm', 'comment'];

export const homework: DocumentFilter[] = Object.keys(languages).map((language) => ({ language }));

export function isHomework({ languageId, uri }: TextDocument): boolean {
  return languageId in languages && !foreignSchemes.includes(uri.scheme);
}

/** A cell of a notebook with the cells before it. */
export function sourceOf(document: TextDocument): SourceInContext {
  const before = textBefore(document);
  return { path: document.uri.toString(), language: checkedLanguage(document), text: document.getText(), ...(before ? { before } : {}) };
}

export function checkedLanguage({ languageId }: TextDocument): Source['language'] {
  return languages[languageId];
}

/** The homework in front of the user: the active editor, else one that is visible. */
export function homeworkEditor() {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor && isHomework(editor.document));
}
