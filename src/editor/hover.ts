/** The picture of an equation, its verdict, how it was read, and what one can do, wherever the mouse rests on mathematics. */
import { type Disposable, Hover, l10n, languages, MarkdownString, type Position, type TextDocument } from 'vscode';
import { plain, plainSentence } from '../plain';
import type { Equation, Link, Repair, SymbolReading } from '../report';
import { declared, gravestLink, isTested, marks, renderable, sayAssumptions, sayLink, sayOffer } from '../words';
import type { Checked } from './checks';
import { commandIds } from './commands';
import { homework } from './documents';
import { equationAt, linkAt } from './find';
import { ink } from './ink';
import type { Parts } from './parts';
import { toRange } from './positions';
import { dialectLabels, dialects } from './scripts';
import { setting } from './settings';

const WIDEST = 560;

export function registerHover(parts: Parts): Disposable[] {
  return [languages.registerHoverProvider(homework, { provideHover: (document, position) => provideHover(parts, document, position) })];
}

async function provideHover({ checks, pictures }: Parts, document: TextDocument, position: Position): Promise<Hover | undefined> {
  const checked = setting('hover', document) ? await checks.current(document) : undefined;
  const index = checked && equationAt(checked.outline, position);
  if (!checked || index === undefined) return undefined;
  const item = checked.outline.items[index];
  const drawn = await pictures.draw({
    tex: renderable(item.tex, document.getText(toRange(item.range))),
    display: item.display,
    macros: checked.outline.macros,
    color: ink(),
  });
  const picture = 'picture' in drawn ? image(drawn.picture, item.tex) : `\`${oneLine(item.tex)}\`\n\n*${drawn.problem}*`;
  return new Hover(trusted([picture, ...verdictPart(document, checked, index, position)].join('\n\n')), toRange(item.range));
}

/** Only the extension's own commands can be called from the text, whatever the document says. */
function trusted(value: string): MarkdownString {
  const markdown = new MarkdownString(value, true);
  markdown.isTrusted = { enabledCommands: Object.values(commandIds) };
  return markdown;
}

function image({ svg, width, height }: { svg: string; width: number; height: number }, tex: string): string {
  const shrink = Math.min(1, WIDEST / width);
  const size = `width=${Math.round(width * shrink)},height=${Math.round(height * shrink)}`;
  return `![${entities(plain(tex))}](data:image/svg+xml;base64,${base64(svg)}|${size})`;
}

function verdictPart(document: TextDocument, checked: Checked, index: number, position: Position): string[] {
  const equation = checked.equations[index];
  if (!equation) return checked.outline.items[index].claims ? [commandLink(l10n.t('Verify this gradient'), commandIds.verify, [document.uri.toString(), [index]])] : [];
  const link = linkAt(equation, position) ?? gravestLink(equation.links);
  if (!link) return [];
  return [sentence(link), ...assumptions(link), actions(document, checked, index, link), ...otherLinks(equation, link), ...readingTable(document, link.reading)];
}

function sentence(link: Link): string {
  return `**${marks[link.verdict]}** ${escaped(sayLink(link))}`;
}

function assumptions(link: Link): string[] {
  return link.assumptions.length ? [`assuming ${escaped(sayAssumptions(link))}`] : [];
}

function readingTable(document: TextDocument, reading: SymbolReading[]): string[] {
  if (reading.length === 0) return [];
  const columns = reading.some(({ shape }) => shape.length > 0) ? ['read as', 'kind', 'shape', 'domain', 'from'] : ['read as', 'kind', 'domain', 'from'];
  const row = (symbol: SymbolReading): Record<string, string> => ({
    'read as': code(plain(symbol.symbol)), kind: escaped(symbol.kind), shape: code(symbol.shape.join(' × ')), domain: escaped(symbol.domain), from: origin(document, symbol),
  });
  const line = (cells: string[]) => `| ${cells.join('&emsp; | ')} |`; // the hover leaves no room between columns
  return [[line(columns), `|${columns.map(() => ':--|').join('')}`, ...reading.map(row).map((cells) => line(columns.map((column) => cells[column])))].join('\n')];
}

function origin({ uri }: TextDocument, { from }: SymbolReading): string {
  if (!from) return 'notation';
  const place = { line: from.line, character: 0 };
  return commandLink(l10n.t('line {0}', from.line + 1), commandIds.goTo, [uri.toString(), { start: place, end: place }]);
}

function actions({ uri }: TextDocument, { version, equations }: Checked, index: number, link: Link): string {
  const place = { equation: index, link: equations[index]!.links.indexOf(link) };
  const copies = isTested(link) ? dialects.map((dialect) => commandLink(l10n.t('Copy as {0}', dialectLabels[dialect]), commandIds.copyScript, [uri.toString(), place, dialect])) : [];
  const applying = (label: string, { edits }: Repair) => commandLink(label, commandIds.applyEdits, [uri.toString(), version, edits]);
  const fix = [...(link.repair ? [applying(l10n.t('Fix: {0}', sayOffer(link.repair)), link.repair)] : []), ...(link.rewrite ? [applying(plainSentence(link.rewrite.message), link.rewrite)] : [])];
  const declare = link.declare ? [commandLink(l10n.t('Declare: {0}', declared(link.declare)), commandIds.declare, [uri.toString(), version, link])] : [];
  return [...fix, ...declare, commandLink(l10n.t('Show in panel'), commandIds.showInPanel, [uri.toString(), index]), ...copies].join(' · ');
}

/** The rest of a chain in one line, so that the whole can be judged at a glance. */
function otherLinks({ links }: Equation, shown: Link): string[] {
  return links.length > 1 ? [`this chain: ${links.map((link) => (link === shown ? `**${marks[link.verdict]}**` : marks[link.verdict])).join(' ')}`] : [];
}

function commandLink(label: string, command: string, args: unknown[]): string {
  return `[${escaped(label)}](command:${command}?${encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;
}

function code(text: string): string {
  return text ? `\`${text.replace(/[`|]/g, ' ')}\`` : '';
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, '\\$&');
}

/** The text of an image is taken as it stands, so backslashes before signs would be read out; entities are not. */
function entities(text: string): string {
  return text.replace(/[^\w\s.,;:=+/-]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

function oneLine(tex: string): string {
  return tex.trim().replace(/\s+/g, ' ');
}

/** Extension hosts in a browser have no Buffer; `btoa` takes bytes only. */
function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
