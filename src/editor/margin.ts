/** ✓ ✗ ? in the margin for every relation. In a chain only the first break is red; what follows from it is grey. */
import { type Disposable, OverviewRulerLane, Range, type TextEditor, type TextEditorDecorationType, ThemeColor, Uri, window, workspace } from 'vscode';
import type { Equation, Link } from '../report';
import { followsBreak } from '../words';
import { atMostEvery } from './calm';
import type { Checked } from './checks';
import { isHomework } from './documents';
import type { Parts } from './parts';
import { setting } from './settings';

/** From what wins when two relations stand in one line to what gives way. */
const signs = ['refuted', 'undecided', 'after', 'verified', 'checking'] as const;
type Sign = (typeof signs)[number];

const rulerColors: Partial<Record<Sign, ThemeColor>> = { refuted: new ThemeColor('editorWarning.foreground') };

export function registerMargin({ context, checks }: Parts): Disposable[] {
  const styles = Object.fromEntries(signs.map((sign) => [sign, createStyle(context.extensionUri, sign)])) as Record<Sign, TextEditorDecorationType>;

  function show(editor: TextEditor) {
    const checked = setting('margin', editor.document) ? checks.known(editor.document) : undefined;
    if (checked && checked.version !== editor.document.version) return; // the marks move along with the text until the new outline is there
    const lines = checked ? signByLine(checked) : new Map<number, Sign>();
    for (const sign of signs) {
      const marked = [...lines].filter(([, its]) => its === sign).map(([line]) => new Range(line, 0, line, 0)); // empty, for a long line is wrapped
      editor.setDecorations(styles[sign], marked);
    }
  }

  const refresh = atMostEvery(60, () => window.visibleTextEditors.filter(({ document }) => isHomework(document)).forEach(show));
  refresh();
  return [...Object.values(styles), checks.onDidChange(refresh), window.onDidChangeVisibleTextEditors(refresh), workspace.onDidChangeConfiguration(refresh)];
}

function createStyle(extension: Uri, sign: Sign): TextEditorDecorationType {
  const icon = (theme: string) => ({ gutterIconPath: Uri.joinPath(extension, 'media', 'margin', `${sign}-${theme}.svg`) });
  return window.createTextEditorDecorationType({
    light: icon('light'), dark: icon('dark'), gutterIconSize: 'contain', overviewRulerColor: rulerColors[sign], overviewRulerLane: OverviewRulerLane.Right,
  });
}

function signByLine({ outline, equations, pending }: Checked): Map<number, Sign> {
  const lines = new Map<number, Sign>();
  const put = (line: number, sign: Sign) => {
    const there = lines.get(line);
    if (!there || signs.indexOf(sign) < signs.indexOf(there)) lines.set(line, sign);
  };
  outline.items.forEach(({ claims, range }, index) => {
    const equation = equations[index];
    if (equation) for (const [line, sign] of signsOf(equation)) put(line, sign);
    else if (claims && pending.has(index)) put(range.start.line, 'checking');
  });
  return lines;
}

const known = new WeakMap<Equation, [number, Sign][]>();

/** A relation stands in the line in which its right member ends. */
function signsOf(equation: Equation): [number, Sign][] {
  const { links } = equation;
  const follows = known.has(equation) ? [] : followsBreak(links);
  const signed = known.get(equation) ?? links.flatMap((link, place) => {
    const sign = signOf(link, follows[place]);
    return sign ? [[link.range.end.line, sign] as [number, Sign]] : [];
  });
  known.set(equation, signed);
  return signed;
}

function signOf({ verdict }: Link, afterBreak: boolean): Sign | undefined {
  if (verdict === 'definition' || verdict === 'assumption') return undefined;
  return afterBreak ? 'after' : verdict;
}
