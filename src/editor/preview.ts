/** The equation under the cursor, drawn behind its last line while one writes it. */
import { Disposable, Range, type TextEditor, type TextEditorDecorationType, ThemeColor, Uri, window, workspace } from 'vscode';
import type { Picture } from '../picture';
import { renderable } from '../words';
import { atMostEvery } from './calm';
import { isHomework } from './documents';
import { equationAt } from './find';
import { ink } from './ink';
import type { Parts } from './parts';
import { toRange } from './positions';
import { setting } from './settings';

export function registerPreview({ checks, pictures }: Parts): Disposable[] {
  let shown: TextEditorDecorationType | undefined;

  function clear() {
    shown?.dispose();
    shown = undefined;
  }

  async function show(editor: TextEditor | undefined) {
    if (!editor || !isHomework(editor.document) || !setting('preview', editor.document)) return clear();
    const { document, selection } = editor;
    const checked = await checks.current(document);
    const index = checked && equationAt(checked.outline, selection.active);
    if (!checked || index === undefined) return clear();
    const { tex, range, display } = checked.outline.items[index];
    const drawn = await pictures.draw({ tex: renderable(tex, document.getText(toRange(range))), display, macros: checked.outline.macros, color: ink() });
    if (checked.version !== document.version || !('picture' in drawn)) return; // half an equation keeps the picture of the whole one before
    clear();
    shown = window.createTextEditorDecorationType({ after: { contentIconPath: asUri(drawn.picture), margin: '0 0 0 2em', border: '1px solid', borderColor: new ThemeColor('editorWidget.border'), backgroundColor: new ThemeColor('editorWidget.background') } });
    const { end } = document.lineAt(range.end.line).range;
    editor.setDecorations(shown, [new Range(end, end)]);
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

function asUri({ svg }: Picture): Uri {
  return Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
}
