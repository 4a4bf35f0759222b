/** One short item in the status bar: how the document stands. */
import { type Disposable, l10n, StatusBarAlignment, window, workspace } from 'vscode';
import { sayTally, tally } from '../words';
import { atMostEvery } from './calm';
import { commandIds } from './commands';
import { isHomework } from './documents';
import type { Parts } from './parts';
import { setting } from './settings';

export function registerStatus({ checks }: Parts): Disposable[] {
  const item = window.createStatusBarItem('gradlens.tally', StatusBarAlignment.Right, 95);
  item.name = 'Gradlens';
  item.command = commandIds.openPanel;

  function show() {
    const document = window.activeTextEditor?.document;
    const checked = document && isHomework(document) && setting('statusBar') ? checks.known(document) : undefined;
    if (!checked || checked.outline.items.length === 0) return item.hide();
    const counted = tally(checked.equations);
    const nothingYet = checked.equations.every((equation) => !equation);
    item.text = nothingYet ? '$(symbol-operator) Gradlens' : sayTally(counted) + (checked.pending.size > 0 ? ' …' : '');
    item.tooltip = l10n.t('Gradlens: {0} verified, {1} refuted, {2} undecided. Opens the list.', counted.verified, counted.refuted, counted.undecided);
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
  }

  const refresh = atMostEvery(60, show);
  refresh();
  return [item, checks.onDidChange(refresh), window.onDidChangeActiveTextEditor(refresh), workspace.onDidChangeConfiguration(refresh)];
}
