/** Positions of the checker and of the editor, both ways. */
import * as vscode from 'vscode';
import type { Position, Range } from '../report';

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function fromPosition({ line, character }: vscode.Position): Position {
  return { line, character };
}
