/** Reports that leave the editor: one for whoever corrects the homework, one for a bug that must not show the homework. */
import { commands, type Disposable, env, type ExtensionContext, type TextDocument, version, window, workspace } from 'vscode';
import type { Equation, Link, SymbolReading } from '../report';
import { marks, renderable, sayCounterexample, sayLink, sayTally, tally } from '../words';
import type { Checked } from './checks';
import { homeworkEditor } from './documents';
import type { Parts } from './parts';
import { toRange } from './positions';

export function registerHandouts(parts: Parts): Disposable[] {
  return [
    commands.registerCommand('gradlens.exportReport', () => exportReport(parts)),
    commands.registerCommand('gradlens.copyReport', () => copyReport(parts)),
  ];
}

/** A Markdown document with every claim, its verdict and what supports it; opened, not written to disk. */
async function exportReport({ checks }: Parts) {
  const document = homeworkEditor()?.document;
  const checked = document && (await checks.verify(document));
  if (!document || !checked) return;
  const content = reportOf(document, checked);
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }), { preview: false });
}

function reportOf(document: TextDocument, { outline, equations }: Checked): string {
  const name = document.uri.path.split('/').pop();
  const counted = sayTally(tally(equations));
  const parts = equations.flatMap((equation, index) => (equation && outline.items[index].claims ? [equationPart(document, equation)] : []));
  return [`# Gradlens on ${name}`, counted, ...parts, ''].join('\n\n');
}

function equationPart(document: TextDocument, { range, tex, links }: Equation): string {
  const shown = renderable(tex, document.getText(toRange(range)));
  return [`## Line ${range.start.line + 1}`, `$$\n${shown}\n$$`, ...links.map(linkPart)].join('\n\n');
}

function linkPart(link: Link): string {
  const evidence = link.evidence ? `${link.evidence.points} points, seed ${link.evidence.seed}` : undefined;
  const lines = [
    `- ${marks[link.verdict]} \`${link.lhs} ${link.relation} ${link.rhs}\`: ${sayLink(link)}`,
    link.counterexample && `  - they differ at ${sayCounterexample(link.counterexample)}`,
    link.repair && `  - ${link.repair.message} makes it hold`,
    link.assumptions.length > 0 && `  - assuming ${link.assumptions.join('; ')}`,
    link.reading.length > 0 && `  - read as ${link.reading.map(sayReading).join(', ')}`,
    evidence && `  - evidence: ${evidence}`,
  ];
  return lines.filter((line) => line).join('\n');
}

function sayReading({ symbol, kind, shape }: SymbolReading): string {
  return `\`${symbol}\` ${kind}${shape.length ? ` ${shape.join(' × ')}` : ''}`;
}

/** Versions, counts and the codes of messages, and nothing of the document. */
async function copyReport({ checks, context }: Parts) {
  const document = homeworkEditor()?.document;
  const checked = document && checks.known(document);
  await env.clipboard.writeText(aboutBug(context, document, checked));
  window.setStatusBarMessage('Gradlens: copied a report without any text of the document.', 6000);
}

function aboutBug({ extension }: ExtensionContext, document: TextDocument | undefined, checked: Checked | undefined): string {
  const links = (checked?.equations ?? []).flatMap((equation) => equation?.links ?? []);
  const codes = [...new Set(links.map(({ code }) => code))].map((code) => `${code} ${links.filter((link) => link.code === code).length}`);
  return [
    `Gradlens ${extension.packageJSON.version}, VS Code ${version}, ${env.appHost}`,
    `language ${document?.languageId ?? 'none'}, ${document?.lineCount ?? 0} lines, ${checked?.outline.items.length ?? 0} equations, ${checked?.pending.size ?? 0} pending`,
    `codes: ${codes.join(', ') || 'none'}`,
  ].join('\n');
}
