/** Go to definition, references, highlights, rename and completion for the symbols of the mathematics. */
import {
  CompletionItem, CompletionItemKind, type Disposable, DocumentHighlight, l10n, languages, Location, type Position, Range, type TextDocument, WorkspaceEdit,
} from 'vscode';
import { nameFinder } from '../names';
import type { SymbolReading } from '../report';
import type { Checked } from './checks';
import { homework } from './documents';
import { equationAt } from './find';
import type { Parts } from './parts';
import { toRange } from './positions';
import { setting } from './settings';

/** A symbol where it stands, and the line that bound it there: the same name bound elsewhere is another symbol. */
interface Use {
  symbol: string;
  range: Range;
  boundAt: number | undefined;
}

export function registerNavigation({ checks }: Parts): Disposable[] {
  const current = async (document: TextDocument) => (setting('navigation', document) ? checks.current(document) : undefined);
  const sameAs = async (document: TextDocument, position: Position) => usesLike(document, await current(document), position);
  return [
    languages.registerDefinitionProvider(homework, {
      provideDefinition: async (document, position) => definition(document, await sameAs(document, position)),
    }),
    languages.registerReferenceProvider(homework, {
      provideReferences: async (document, position) => (await sameAs(document, position)).map(({ range }) => new Location(document.uri, range)),
    }),
    languages.registerDocumentHighlightProvider(homework, {
      provideDocumentHighlights: async (document, position) => (await sameAs(document, position)).map(({ range }) => new DocumentHighlight(range)),
    }),
    languages.registerRenameProvider(homework, {
      prepareRename: async (document, position) => nameHere(await sameAs(document, position), position),
      provideRenameEdits: async (document, position, name) => renameAll(document, await sameAs(document, position), name),
    }),
    languages.registerCompletionItemProvider(homework, {
      provideCompletionItems: async (document, position) => completions(await current(document), position),
    }),
  ];
}

function usesLike(document: TextDocument, checked: Checked | undefined, position: Position): Use[] {
  if (!checked || equationAt(checked.outline, position) === undefined) return [];
  const uses = allUses(document, checked);
  const here = uses.find(({ range }) => range.contains(position));
  return here ? uses.filter(({ symbol, boundAt }) => symbol === here.symbol && boundAt === here.boundAt) : [];
}

/** By the equation's own reading, else the last line before its end that bound the name: definitions have no reading of their own. */
function allUses(document: TextDocument, { outline, equations }: Checked): Use[] {
  const bindings = bindingLines(equations);
  const find = nameFinder(bindings.keys());
  return outline.items.flatMap(({ range }, index) => {
    const start = document.offsetAt(toRange(range).start);
    const own = bindingLines([equations[index]]);
    const boundAt = (name: string) => own.get(name)?.[0] ?? bindings.get(name)?.findLast((line) => line <= range.end.line);
    return find(document.getText(toRange(range))).map(({ name, ...place }) => ({
      symbol: name, boundAt: boundAt(name), range: new Range(document.positionAt(start + place.start), document.positionAt(start + place.end)),
    }));
  });
}

/** For every name that was read, the lines that bind it, in order. */
function bindingLines(equations: Checked['equations']): Map<string, number[]> {
  const lines = new Map<string, Set<number>>();
  for (const { symbol, from } of readings({ equations })) {
    const known = lines.get(symbol) ?? new Set();
    lines.set(symbol, from ? known.add(from.line) : known);
  }
  return new Map([...lines].map(([name, bound]) => [name, [...bound].sort((a, b) => a - b)]));
}

function readings({ equations }: Pick<Checked, 'equations'>): SymbolReading[] {
  return equations.flatMap((equation) => equation?.links ?? []).flatMap(({ reading }) => reading);
}

/** The symbol itself in the line that bound it, else that line. */
function definition({ uri }: TextDocument, uses: Use[]): Location[] {
  const line = uses[0]?.boundAt;
  if (line === undefined) return [];
  const there = uses.find(({ range }) => range.start.line === line);
  return [new Location(uri, there?.range ?? new Range(line, 0, line, 0))];
}

function nameHere(uses: Use[], position: Position): Range {
  const here = uses.find(({ range }) => range.contains(position));
  if (!here) throw new Error(l10n.t('There is no symbol here that Gradlens has read.'));
  return here.range;
}

function renameAll({ uri }: TextDocument, uses: Use[], name: string): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { range } of uses) edit.replace(uri, range, name);
  return edit;
}

function completions(checked: Checked | undefined, position: Position): CompletionItem[] {
  if (!checked || equationAt(checked.outline, position) === undefined) return [];
  const bySymbol = new Map(readings(checked).map((reading) => [reading.symbol, reading]));
  return [...bySymbol.values()].map(({ symbol, kind, shape, domain, from }) => {
    const item = new CompletionItem(symbol, CompletionItemKind.Variable);
    item.detail = [kind, shape.join(' × '), domain, from && `line ${from.line + 1}`].filter((part) => part).join(', ');
    return item;
  });
}
