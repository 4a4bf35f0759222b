/** Quick fixes at a problem: the repair that was itself verified first, then what settles or silences the equation. */
import { CodeAction, CodeActionKind, type CodeActionContext, type Command, type Disposable, l10n, languages, type Range, type TextDocument } from 'vscode';
import { plainSentence } from '../plain';
import type { Link } from '../report';
import { declared, sayOffer } from '../words';
import type { Checked } from './checks';
import { commandIds } from './commands';
import { SOURCE } from './diagnostics';
import { homework } from './documents';
import { commentAbove, editsOf, ignoreAbove } from './edits';
import type { LinkPlace } from './engine';
import { linksIn } from './find';
import type { Parts } from './parts';
import { toRange } from './positions';
import { dialectLabels, dialects } from './scripts';

export function registerFixes({ checks }: Parts): Disposable[] {
  const provider = { provideCodeActions: (document: TextDocument, range: Range, context: CodeActionContext) => fixesAt(document, checks.known(document), range, context) };
  return [languages.registerCodeActionsProvider(homework, provider, { providedCodeActionKinds: [CodeActionKind.QuickFix] })];
}

function fixesAt(document: TextDocument, checked: Checked | undefined, range: Range, { diagnostics }: CodeActionContext): CodeAction[] {
  if (checked?.version !== document.version) return [];
  return checked.equations.flatMap((equation, index) => {
    if (!equation || !toRange(equation.range).intersection(range)) return [];
    return linksIn(equation, range).flatMap((link) => fixesOf(document, link, { equation: index, link: equation.links.indexOf(link) })).map((fix) => {
      fix.diagnostics = diagnostics.filter(({ source }) => source === SOURCE);
      return fix;
    });
  });
}

function fixesOf(document: TextDocument, link: Link, place: LinkPlace): CodeAction[] {
  if (link.verdict !== 'refuted' && link.verdict !== 'undecided') return rewritings(document, link);
  return [...repairs(document, link), ...declarations(document, link), showing(document, link, place), ...copying(document, link, place), ignoring(document, link)];
}

function repairs({ uri }: TextDocument, { repair }: Link): CodeAction[] {
  if (!repair) return [];
  const fix = quickFix(l10n.t('Fix: {0} (verified)', sayOffer(repair)));
  fix.edit = editsOf(uri, repair.edits);
  fix.isPreferred = true;
  return [fix];
}

/** What holds by a convention can be written so that it holds as it stands. */
function rewritings({ uri }: TextDocument, { rewrite }: Link): CodeAction[] {
  if (!rewrite) return [];
  const fix = quickFix(l10n.t('{0} (verified)', plainSentence(rewrite.message)));
  fix.edit = editsOf(uri, rewrite.edits);
  return [fix];
}

function declarations(document: TextDocument, { range, declare }: Link): CodeAction[] {
  if (!declare) return [];
  const fix = quickFix(l10n.t('Declare: {0}', declared(declare)));
  fix.edit = commentAbove(document, range, declare);
  return [fix];
}

function ignoring(document: TextDocument, { range }: Link): CodeAction {
  const fix = quickFix(l10n.t('Ignore this equation'));
  fix.edit = ignoreAbove(document, range);
  return fix;
}

function showing({ uri }: TextDocument, { counterexample }: Link, { equation }: LinkPlace): CodeAction {
  return calling({ title: counterexample ? l10n.t('Show the counterexample') : l10n.t('Show in the equation panel'), command: commandIds.showInPanel, arguments: [uri.toString(), equation] });
}

function copying({ uri }: TextDocument, { verdict }: Link, place: LinkPlace): CodeAction[] {
  if (verdict !== 'refuted') return [];
  return dialects.map((dialect) => calling({ title: l10n.t('Copy check as {0}', dialectLabels[dialect]), command: commandIds.copyScript, arguments: [uri.toString(), place, dialect] }));
}

function calling(command: Command): CodeAction {
  const fix = quickFix(command.title);
  fix.command = command;
  return fix;
}

function quickFix(title: string): CodeAction {
  return new CodeAction(title, CodeActionKind.QuickFix);
}
