/** The equations in the outline of the editor, under Go to Symbol and in the breadcrumbs. */
import { type Disposable, DocumentSymbol, l10n, languages, SymbolKind, type TextDocument } from 'vscode';
import { plain } from '../plain';
import type { OutlineItem } from '../report';
import { shorten } from '../words';
import type { Checked } from './checks';
import { homework } from './documents';
import type { Parts } from './parts';
import { toRange } from './positions';
import { setting } from './settings';

export function registerSymbols({ checks }: Parts): Disposable[] {
  const provider = { provideDocumentSymbols: async (document: TextDocument) => (setting('outline', document) ? symbolsOf(await checks.current(document)) : []) };
  return [languages.registerDocumentSymbolProvider(homework, provider, { label: l10n.t('Equations') })];
}

/** Without verdicts: the editor asks again only when the text changes, and would show old ones. */
function symbolsOf(checked: Checked | undefined): DocumentSymbol[] {
  return (checked?.outline.items ?? []).filter(({ claims }) => claims).map((item) => {
    const range = toRange(item.range);
    return new DocumentSymbol(nameOf(item), '', SymbolKind.Operator, range, range);
  });
}

const names = new WeakMap<OutlineItem, string>();

function nameOf(item: OutlineItem): string {
  const name = names.get(item) ?? shorten(plain(item.tex), 60);
  names.set(item, name);
  return name;
}
