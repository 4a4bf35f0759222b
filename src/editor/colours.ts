/** Colours the names of the mathematics by what they were read as, where the setting asks for it. */
import { type Disposable, EventEmitter, languages, SemanticTokensBuilder, SemanticTokensLegend, type TextDocument, workspace } from 'vscode';
import { nameFinder } from '../names';
import { atMostEvery } from './calm';
import type { Checked } from './checks';
import { homework } from './documents';
import type { Parts } from './parts';
import { toRange } from './positions';
import { setting } from './settings';

/** By how the kind of a reading begins; what a theme makes of each is told in package.json. */
const kinds: [begins: string, token: string][] = [['size', 'mathSize'], ['number', 'mathNumber'], ['vector', 'mathVector'], ['matrix', 'mathMatrix'], ['array', 'mathMatrix'], ['arbitrary smooth function', 'mathFunction']];
const legend = new SemanticTokensLegend([...new Set(kinds.map(([, token]) => token))]);

export function registerColours({ checks }: Parts): Disposable[] {
  const changed = new EventEmitter<void>();
  const refresh = atMostEvery(300, () => changed.fire());
  const provider = {
    onDidChangeSemanticTokens: changed.event,
    provideDocumentSemanticTokens: (document: TextDocument) => {
      const checked = setting('colours', document) ? checks.known(document) : undefined;
      return checked?.version === document.version ? tokensOf(document, checked) : null;
    },
  };
  return [
    changed, checks.onDidChange(refresh),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('gradlens.colours') && refresh()),
    languages.registerDocumentSemanticTokensProvider(homework, provider, legend),
  ];
}

/** As the equation itself was read, else as the last one that mentions the name. */
function tokensOf(document: TextDocument, { outline, equations }: Checked) {
  const builder = new SemanticTokensBuilder(legend);
  const read = equations.map((equation) => new Map(equation?.links.flatMap(({ reading }) => reading.map(({ symbol, kind }) => [symbol, kind]))));
  const anywhere = new Map(read.flatMap((own) => [...own]));
  const find = nameFinder(anywhere.keys());
  outline.items.forEach((item, index) => {
    const range = toRange(item.range);
    const start = document.offsetAt(range.start);
    for (const use of find(document.getText(range))) {
      const token = tokenOf(read[index].get(use.name) ?? anywhere.get(use.name) ?? '');
      const [from, to] = [document.positionAt(start + use.start), document.positionAt(start + use.end)];
      if (token !== undefined && from.line === to.line) builder.push(from.line, from.character, to.character - from.character, token);
    }
  });
  return builder.build();
}

function tokenOf(kind: string): number | undefined {
  const token = kinds.find(([begins]) => kind.startsWith(begins))?.[1];
  return token === undefined ? undefined : legend.tokenTypes.indexOf(token);
}
