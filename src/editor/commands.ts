/** The commands. Those with arguments are for the extension's own lenses, hovers and fixes. */
import { commands, type Disposable, l10n, ProgressLocation, type Selection, Uri, window, workspace, type TextDocument } from 'vscode';
import type { Edit, Link } from '../report';
import { gravestLink, marks, sayLink, sayTally, tally } from '../words';
import { homeworkEditor } from './documents';
import { commentAbove, editsOf, ignoreAbove } from './edits';
import { equationAt, equationsIn, linksIn } from './find';
import type { Parts } from './parts';
import { toRange } from './positions';

export const commandIds = {
  verify: 'gradlens.verify',
  verifyAll: 'gradlens.verifyAll',
  openPanel: 'gradlens.openPanel',
  showInPanel: 'gradlens.showInPanel',
  applyEdits: 'gradlens.applyEdits',
  declare: 'gradlens.declare',
  ignore: 'gradlens.ignore',
  goTo: 'gradlens.goTo',
  copyAsNumpy: 'gradlens.copyAsNumpy',
  copyAsPytorch: 'gradlens.copyAsPytorch',
  copyScript: 'gradlens.copyScript',
} as const;

export function registerCommands(parts: Parts): Disposable[] {
  return [
    commands.registerCommand(commandIds.verify, (place?: unknown, indices?: number[]) => verify(parts, typeof place === 'string' ? place : undefined, indices)),
    commands.registerCommand(commandIds.verifyAll, () => verifyAll(parts)),
    commands.registerCommand(commandIds.applyEdits, (uri: string, version: number, edits: Edit[]) => onSameVersion(uri, version, (document) => editsOf(document.uri, edits))),
    commands.registerCommand(commandIds.declare, (uri: string, version: number, { range, declare }: Link) => onSameVersion(uri, version, (document) => commentAbove(document, range, declare!))),
    commands.registerCommand(commandIds.ignore, (uri: string, version: number, { range }: Link) => onSameVersion(uri, version, (document) => ignoreAbove(document, range))),
    commands.registerCommand(commandIds.goTo, goTo),
  ];
}

/** A menu hands over what was clicked on, which the cursor knows already; lenses and hovers name document and equations.
 * Checks what is selected, or the equation at the cursor, and says the verdict where the cursor is. Returns the relations that were meant. */
async function verify({ checks, engine }: Parts, uri?: string, indices?: number[]): Promise<Link[]> {
  const editor = homeworkEditor();
  const selection = editor?.selection; // which may be another one when the check is through
  const document = uri ? await workspace.openTextDocument(Uri.parse(uri)) : editor?.document;
  const checked = document && (await checks.current(document));
  if (!document || !checked) return [];
  const wanted = indices ?? wantedBy(selection!, checked.outline);
  if (wanted.length === 0) {
    window.setStatusBarMessage(l10n.t('Gradlens: there is no equation at the cursor.'), 4000);
    return [];
  }
  engine.forgetSlow();
  const after = await checks.verify(document, wanted);
  const links = wanted.flatMap((index) => after?.equations[index] ?? []).flatMap((equation) => (indices ? equation.links : linksIn(equation, selection!)));
  sayVerdict(links);
  return links;
}

function wantedBy(selection: Selection, outline: Parameters<typeof equationsIn>[0]): number[] {
  if (!selection.isEmpty) return equationsIn(outline, selection);
  const index = equationAt(outline, selection.active);
  return index === undefined ? [] : [index];
}

function sayVerdict(links: Link[]) {
  const link = gravestLink(links);
  window.setStatusBarMessage(link ? `${marks[link.verdict]} ${sayLink(link)}` : l10n.t('Gradlens: nothing to check here.'), 8000);
}

async function verifyAll({ checks, engine }: Parts) {
  const document = homeworkEditor()?.document;
  if (!document) return;
  engine.forgetSlow();
  const checked = await withCancel(l10n.t('Gradlens is checking all equations'), checks.verify(document), () => checks.stop(document));
  if (checked) window.setStatusBarMessage(`Gradlens: ${sayTally(tally(checked.equations))}`, 8000);
}

/** Milliseconds after which somebody may want to give up. */
const PATIENCE = 3000;

/** What takes long can be cancelled; what does not shows nothing. */
async function withCancel<T>(title: string, work: Promise<T>, stop: () => void): Promise<T> {
  const isSlow = await Promise.race([work.then(() => false), new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, true))]);
  if (!isSlow) return work;
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (_, token) => {
    token.onCancellationRequested(stop);
    return work;
  });
}

/** Offers made for an older text would land in the wrong place. */
async function onSameVersion(uri: string, version: number, edit: (document: TextDocument) => ReturnType<typeof editsOf>): Promise<boolean> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  return document.version === version && workspace.applyEdit(edit(document));
}

async function goTo(uri: string, range: Link['range']) {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  await window.showTextDocument(document, { selection: toRange(range), viewColumn: shown?.viewColumn });
}
