/** The equation under the cursor, drawn beside it or below it while one writes, with the cursor marked. */
import { type DecorationRenderOptions, Disposable, Range, type TextDocument, type TextEditor, type TextEditorDecorationType, ThemeColor, Uri, window, workspace } from 'vscode';
import type { Drawn, Picture } from '../picture';
import type { Outline, OutlineItem } from '../report';
import { renderable } from '../words';
import { atMostEvery } from './calm';
import { drawMark, marked } from './caret';
import { isHomework } from './documents';
import { equationAt } from './find';
import { caretInk, ink } from './ink';
import type { Parts } from './parts';
import { toRange } from './positions';
import { type Settings, setting } from './settings';

export function registerPreview({ checks, pictures }: Parts): Disposable[] {
  let shown: TextEditorDecorationType | undefined;
  let asked = 0;

  function clear() {
    shown?.dispose();
    shown = undefined;
  }

  /** Of several under way the last one counts. */
  async function show(editor: TextEditor | undefined) {
    const call = ++asked;
    if (!editor || !isHomework(editor.document)) return clear();
    const { document, selection } = editor;
    const where = setting('preview', document);
    const checked = where === 'off' ? undefined : await checks.current(document);
    if (call !== asked) return;
    const index = checked && equationAt(checked.outline, selection.active);
    if (!checked || where === 'off' || index === undefined) return clear();
    const item = checked.outline.items[index];
    const drawn = await drawWithCursor(document, item, checked.outline, document.offsetAt(selection.active) - document.offsetAt(toRange(item.range).start));
    if (call !== asked || checked.version !== document.version || !selection.isEqual(editor.selection) || !('picture' in drawn)) return; // half an equation keeps the picture of the whole one before
    clear();
    shown = window.createTextEditorDecorationType({ after: placed(drawn.picture, where, document, item) });
    const { end } = document.lineAt(item.range.end.line).range;
    editor.setDecorations(shown, [new Range(end, end)]);
  }

  /** Where the mark would break the equation, without it. */
  async function drawWithCursor(document: TextDocument, { tex, range, display }: OutlineItem, { macros }: Outline, cursor: number): Promise<Drawn> {
    const source = document.getText(toRange(range));
    const draw = (wanted: string) => pictures.draw({ tex: wanted, display, macros, color: ink() });
    const start = source.indexOf(tex);
    const isInside = cursor >= start && cursor <= start + tex.length;
    const drawn = isInside ? await draw(drawMark(renderable(marked(tex, cursor - start), marked(source, cursor)), caretInk())) : undefined;
    return drawn && 'picture' in drawn ? drawn : draw(renderable(tex, source));
  }

  const refresh = atMostEvery(80, () => show(window.activeTextEditor));
  refresh();
  return [
    new Disposable(clear),
    checks.onDidChange(refresh),
    window.onDidChangeTextEditorSelection(refresh),
    window.onDidChangeActiveTextEditor(refresh),
    window.onDidChangeActiveColorTheme(refresh),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('gradlens.preview') && refresh()),
  ];
}

/** Taken out of the line, which would grow otherwise, by the only option that lets style through. Beside it stands clear of the longest line. */
function placed({ svg }: Picture, where: Exclude<Settings['preview'], 'off'>, document: TextDocument, { range }: OutlineItem): DecorationRenderOptions['after'] {
  const lengths = Array.from({ length: range.end.line - range.start.line + 1 }, (_, at) => document.lineAt(range.start.line + at).text.length);
  const gap = Math.max(...lengths) - lengths[lengths.length - 1] + 4;
  const place = where === 'beside' ? `top: 50%; transform: translateY(-50%); margin-left: ${gap}ch` : 'top: 100%; left: 0; margin-top: 2px';
  return {
    contentIconPath: Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`),
    textDecoration: `none; position: absolute; z-index: 1; padding: 3px 6px; line-height: 0; ${place}`,
    border: '1px solid', borderColor: new ThemeColor('editorHoverWidget.border'), backgroundColor: new ThemeColor('editorHoverWidget.background'),
  };
}
