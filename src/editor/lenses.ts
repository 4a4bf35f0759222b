/** The line above an equation. It stands there from the syntax alone, and only its words change, so that the text never moves. */
import { CodeLens, type CodeLensProvider, type Command, type Disposable, EventEmitter, l10n, languages, type TextDocument, window, workspace } from 'vscode';
import type { OutlineItem } from '../report';
import { gravestLink, sayEquation, sayOffer, shorten } from '../words';
import { atMostEvery } from './calm';
import type { Checked } from './checks';
import { commandIds } from './commands';
import { homework, isHomework } from './documents';
import type { Parts } from './parts';
import { toRange } from './positions';
import { setting } from './settings';

const LONGEST = 110;

/** A lens knows its place; its words are asked for only where it is in view. */
interface Place {
  document: TextDocument;
  indices: number[];
  say: typeof verdictCommand;
}

export function registerLenses({ checks }: Parts): Disposable[] {
  const changed = new EventEmitter<void>();
  const refresh = atMostEvery(150, () => changed.fire());
  const provider: CodeLensProvider<CodeLens & Place> = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: async (document) => lensesOf(document, await checks.current(document)).map(inView(document)),
    resolveCodeLens: worded,
  };

  function worded(lens: CodeLens & Place): CodeLens & Place {
    const checked = checks.known(lens.document);
    if (checked) lens.command = lens.say(lens.document, checked, lens.indices);
    return lens;
  }

  /** What is in view has its words at once; the editor asks for the others a moment after they come into view. */
  function inView(document: TextDocument): (lens: CodeLens & Place) => CodeLens & Place {
    const visible = window.visibleTextEditors.filter((editor) => editor.document === document).flatMap((editor) => editor.visibleRanges);
    return (lens) => (visible.some((range) => range.intersection(lens.range)) ? worded(lens) : lens);
  }

  return [
    languages.registerCodeLensProvider(homework, provider),
    checks.onDidChange(refresh),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('gradlens.codeLens') && refresh()),
    window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => isHomework(document) && setting('codeLens', document) === 'atCursor' && refresh()),
    changed,
  ];
}

/** One line of lenses for the equations that begin in the same line of text. */
function lensesOf(document: TextDocument, checked: Checked | undefined): (CodeLens & Place)[] {
  const where = setting('codeLens', document);
  if (!checked || where === 'off') return [];
  const lines = claimsByLine(checked.outline.items);
  return [...lines.values()].filter((indices) => where === 'all' || hasCursor(document, checked, indices)).flatMap((indices) => lensLine(document, checked, indices));
}

function claimsByLine(items: OutlineItem[]): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  items.forEach(({ claims, range }, index) => {
    if (claims) lines.set(range.start.line, [...(lines.get(range.start.line) ?? []), index]);
  });
  return lines;
}

function hasCursor(document: TextDocument, { outline }: Checked, indices: number[]): boolean {
  const cursors = window.visibleTextEditors.filter((editor) => editor.document === document).map(({ selection }) => selection.active.line);
  return cursors.some((line) => indices.some((index) => outline.items[index].range.start.line <= line && line <= outline.items[index].range.end.line));
}

function lensLine(document: TextDocument, checked: Checked, indices: number[]): (CodeLens & Place)[] {
  const range = toRange(checked.outline.items[indices[0]].range);
  return [verdictCommand, actionCommand].map((say) => Object.assign(new CodeLens(range), { document, indices, say }));
}

function verdictCommand({ uri }: TextDocument, { equations, pending }: Checked, indices: number[]): Command {
  const [first] = indices;
  const links = indices.flatMap((index) => equations[index]?.links ?? []);
  const waiting = indices.some((index) => pending.has(index));
  if (links.length === 0 && !indices.some((index) => equations[index]))
    return { title: waiting ? l10n.t('checking …') : l10n.t('Verify this gradient'), command: commandIds.verify, arguments: [uri.toString(), indices] };
  const title = shorten(sayEquation({ links }), LONGEST) + (waiting ? ' …' : '');
  return { title, tooltip: l10n.t('Show in the equation panel'), command: commandIds.showInPanel, arguments: [uri.toString(), equationToShow(equations, indices) ?? first] };
}

function equationToShow(equations: Checked['equations'], indices: number[]): number | undefined {
  return ['refuted', 'undecided'].map((verdict) => indices.find((index) => equations[index]?.links.some((link) => link.verdict === verdict))).find((index) => index !== undefined);
}

/** What one can do about it: the fix that was verified, the line that is missing, else a closer look. */
function actionCommand({ uri }: TextDocument, { equations, version }: Checked, indices: number[]): Command {
  const links = indices.flatMap((index) => equations[index]?.links ?? []);
  const link = gravestLink(links);
  if (link?.verdict === 'refuted' && link.repair) return { title: l10n.t('Fix: {0}', shorten(sayOffer(link.repair), 50)), tooltip: l10n.t('The line was checked with this change, and holds'), command: commandIds.applyEdits, arguments: [uri.toString(), version, link.repair.edits] };
  if (link?.verdict === 'undecided' && link.declare) return { title: l10n.t('Declare'), tooltip: l10n.t('Writes above the line: {0}', link.declare), command: commandIds.declare, arguments: [uri.toString(), version, link] };
  return { title: l10n.t('Show'), tooltip: l10n.t('What was tested, and how each symbol was read'), command: commandIds.showInPanel, arguments: [uri.toString(), indices[0]] };
}
