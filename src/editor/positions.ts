/** Ranges of the checker as the editor has them. */
import * as vscode from 'vscode';
import type { Range } from '../report';

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
