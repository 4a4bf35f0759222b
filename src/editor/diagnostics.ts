/** Squiggles and problems for what is refuted. The line that is being written is left in peace until the hand rests. */
import { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, type Disposable, l10n, languages, Location, Position, Range, type TextDocument, workspace } from 'vscode';
import { nameFinder } from '../names';
import { plain } from '../plain';
import type { Equation, Link } from '../report';
import { sayLink } from '../words';
import { atMostEvery } from './calm';
import { explanationOf } from './codes';
import { isHomework } from './documents';
import type { Parts } from './parts';
import { toRange } from './positions';
import { setting } from './settings';

export const SOURCE = 'Gradlens';

const severities = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information, off: undefined };

/** Lines under the hand, and until when. */
interface Writing {
  lines: Range;
  timer: NodeJS.Timeout | number;
}

export function registerDiagnostics({ checks }: Parts): Disposable[] {
  const collection = languages.createDiagnosticCollection('gradlens');
  const writing = new Map<TextDocument, Writing>();
  const waiting = new Set<TextDocument>();
  const refreshSoon = atMostEvery(60, () => {
    for (const document of waiting) refresh(document);
    waiting.clear();
  });

  function refresh(document: TextDocument) {
    const checked = checks.known(document);
    const severity = severities[setting('diagnostics', document)];
    if (document.isClosed || !checked || severity === undefined) return collection.delete(document.uri);
    if (checked.version !== document.version) return;
    const held = writing.get(document)?.lines;
    const found = checked.equations.flatMap((equation) => (equation ? diagnosticsOf(document, equation, severity) : []));
    collection.set(document.uri, found.filter(({ range }) => !held?.intersection(range)));
  }

  function hold(document: TextDocument, changed: Range) {
    clearTimeout(writing.get(document)?.timer);
    const timer = setTimeout(() => {
      writing.delete(document);
      refresh(document);
    }, setting('diagnosticsDelay', document));
    const lines = changed.with(new Position(changed.start.line, 0), new Position(changed.start.line + 1, 0));
    writing.set(document, { lines, timer });
  }

  return [
    collection,
    checks.onDidChange((document) => {
      waiting.add(document);
      refreshSoon();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => {
      if (change && isHomework(document)) hold(document, change.range);
    }),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('gradlens.diagnostics') && workspace.textDocuments.forEach(refresh)),
  ];
}

function diagnosticsOf(document: TextDocument, equation: Equation, severity: DiagnosticSeverity): Diagnostic[] {
  return equation.links.filter(({ verdict }) => verdict === 'refuted').map((link) => {
    const diagnostic = new Diagnostic(smallestRange(document, link), sayLink(link), severity);
    diagnostic.source = SOURCE;
    diagnostic.code = { value: link.code, target: explanationOf(link.code) };
    diagnostic.relatedInformation = related(document, equation, link);
    return diagnostic;
  });
}

/** What the repair would replace, else the right member, else the whole relation. */
function smallestRange(document: TextDocument, { range, rhs, repair }: Link): Range {
  const whole = toRange(range);
  const repaired = repair?.edits.map((edit) => toRange(edit.range)).filter((edited) => !edited.isEmpty && whole.contains(edited)) ?? [];
  if (repaired.length > 0) return repaired.reduce((all, edited) => all.union(edited));
  const at = document.getText(whole).lastIndexOf(rhs);
  if (rhs === '' || at < 0) return whole;
  const start = document.offsetAt(whole.start) + at;
  return whole.with(document.positionAt(start), document.positionAt(start + rhs.length));
}

/** Where the symbols come from, and the step before in the chain. */
function related(document: TextDocument, { links }: Equation, link: Link): DiagnosticRelatedInformation[] {
  const { uri } = document;
  const before = links[links.indexOf(link) - 1];
  const step = before ? [new DiagnosticRelatedInformation(new Location(uri, toRange(before.range)), l10n.t('the step before: {0}', sayLink(before)))] : [];
  const bound = link.reading.flatMap(({ symbol, kind, from }) =>
    from ? [new DiagnosticRelatedInformation(new Location(uri, placeIn(document, from.line, symbol)), l10n.t('{0} is read as {1} from here', plain(symbol), kind))] : []);
  return [...step, ...bound];
}

/** The symbol itself, where it stands in the line that binds it. */
function placeIn(document: TextDocument, line: number, symbol: string): Range | Position {
  const [found] = nameFinder([symbol])(document.lineAt(line).text);
  return found ? new Range(line, found.start, line, found.end) : new Position(line, 0);
}
