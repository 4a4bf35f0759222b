/** The edits that the user can accept: the checker's own, and one line above an equation. */
import { Position, type TextDocument, type Uri, WorkspaceEdit } from 'vscode';
import { remark } from '../remark';
import type { Edit, Range } from '../report';
import { checkedLanguage } from './documents';
import { toRange } from './positions';

export function editsOf(uri: Uri, edits: Edit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { range, text } of edits) edit.replace(uri, toRange(range), text);
  return edit;
}

export function ignoreAbove(document: TextDocument, range: Range): WorkspaceEdit {
  return commentAbove(document, range, remark(checkedLanguage(document), 'ignore'));
}

/** A comment on a line of its own above the equation. */
export function commentAbove(document: TextDocument, { start }: Range, comment: string): WorkspaceEdit {
  const line = checkedLanguage(document) === 'latex' ? start.line : paragraphStart(document, start.line);
  const indent = document.lineAt(line).text.match(/^\s*(?:>\s?)*/)![0];
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(line, 0), `${indent}${comment}\n`);
  return edit;
}

/** A comment in the midst of a Markdown paragraph would tear it apart; a list item's mark must stay first in its line. Above a heading it would speak of another exercise. */
function paragraphStart(document: TextDocument, line: number): number {
  let start = line;
  while (start > 0 && !/^\s*(?:$|#)/.test(document.lineAt(start - 1).text) && !startsBlock(document.lineAt(start).text)) start--;
  return start;
}

function startsBlock(text: string): boolean {
  return /^\s*(?:[-*+]\s|\d+[.)]\s|\$\$|\\\[|\\begin|#)/.test(text);
}
