/** Copies the check of one relation as a script, to be run elsewhere by whoever wants to see the two numbers for himself. */
import { commands, type Disposable, env, l10n, Uri, window, workspace } from 'vscode';
import type { DialectName } from '../script';
import { gravestLink } from '../words';
import { commandIds } from './commands';
import { homeworkEditor, sourceOf } from './documents';
import type { LinkPlace } from './engine';
import { equationAt, linksIn } from './find';
import type { Parts } from './parts';
import { setting } from './settings';

export const dialects: DialectName[] = ['numpy', 'pytorch'];
export const dialectLabels: Record<DialectName, string> = { numpy: 'NumPy', pytorch: 'PyTorch' };

export function registerScripts(parts: Parts): Disposable[] {
  return [
    commands.registerCommand(commandIds.copyAsNumpy, () => copyAtCursor(parts, 'numpy')),
    commands.registerCommand(commandIds.copyAsPytorch, () => copyAtCursor(parts, 'pytorch')),
    commands.registerCommand(commandIds.copyScript, (uri: string, place: LinkPlace, dialect: DialectName) => copy(parts, uri, place, dialect)),
  ];
}

async function copyAtCursor(parts: Parts, dialect: DialectName) {
  const editor = homeworkEditor();
  const checked = editor && (await parts.checks.current(editor.document));
  const equation = checked && equationAt(checked.outline, editor.selection.active);
  const known = equation === undefined ? undefined : checked?.equations[equation];
  const link = known && gravestLink(linksIn(known, editor!.selection));
  if (!known || !link) return say(l10n.t('there is no checked equation at the cursor.'));
  return copy(parts, editor!.document.uri.toString(), { equation: equation!, link: known.links.indexOf(link) }, dialect);
}

async function copy({ engine, pictures }: Parts, uri: string, place: LinkPlace, dialect: DialectName) {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const point = await engine.point(sourceOf(document), place, setting('timeLimit', document) * 1000);
  const script = 'problem' in point ? point : await pictures.script(point, dialect);
  if ('problem' in script) return say(script.problem);
  await env.clipboard.writeText(script.code);
  say(l10n.t('copied the check as {0}.', dialectLabels[dialect]));
}

function say(what: string) {
  window.setStatusBarMessage(`Gradlens: ${what}`, 8000);
}
