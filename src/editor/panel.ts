/** The equation panel: a webview beside the text that follows the cursor. */
import { commands, type Disposable, type ExtensionContext, type TextDocument, Uri, ViewColumn, type Webview, type WebviewPanel, window, workspace } from 'vscode';
import type { FromPanel, KeptState, PanelState, ToPanel } from '../panel/state';
import { renderable } from '../words';
import { atMostEvery } from './calm';
import type { Checked } from './checks';
import { commandIds } from './commands';
import { homeworkEditor, isHomework, sourceOf } from './documents';
import { equationAt, linkAt } from './find';
import type { Parts } from './parts';
import { toRange } from './positions';
import { setting } from './settings';

const VIEW = 'gradlens.panel';

/** Milliseconds: each altered version is a check of its own. */
const STRENGTH_LIMIT = 30_000;

/** One panel, its document, and whether the user wants it to stay there. */
interface Shown {
  panel: WebviewPanel;
  document: TextDocument | undefined;
  pinned: boolean;
  /** Asked for before the script was there to hear it. */
  wanted?: number;
}

export function registerPanel(parts: Parts): Disposable[] {
  const { checks, context, engine } = parts;
  let shown: Shown | undefined;

  function open(document: TextDocument | undefined, index?: number) {
    if (!shown) adopt(window.createWebviewPanel(VIEW, 'Equations', { viewColumn: ViewColumn.Beside, preserveFocus: true }, {}), document);
    shown!.document = document ?? shown!.document;
    shown!.panel.reveal(undefined, true);
    shown!.wanted = index;
    sendState();
    if (index !== undefined) send({ type: 'active', index, reveal: true });
  }

  function adopt(panel: WebviewPanel, document: TextDocument | undefined) {
    shown = { panel, document, pinned: false };
    panel.iconPath = Uri.joinPath(context.extensionUri, 'media', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist')] };
    panel.webview.onDidReceiveMessage((message: FromPanel) => receive(message));
    panel.webview.html = page(panel.webview, context);
    panel.onDidDispose(() => {
      shown = undefined;
    });
  }

  function send(message: ToPanel) {
    shown?.panel.webview.postMessage(message);
  }

  async function sendState() {
    const document = shown?.document;
    const checked = document && (await checks.current(document));
    if (!document || !checked) return send({ type: 'empty' });
    if (shown?.document === document) send({ type: 'state', state: stateOf(document, checked) });
  }

  /** Beside mathematics the panel keeps what it shows. */
  async function sendActive() {
    const editor = window.visibleTextEditors.find(({ document }) => document === shown?.document);
    const checked = editor && (await checks.current(editor.document));
    const index = checked && equationAt(checked.outline, editor.selection.active);
    const equation = index === undefined ? undefined : checked?.equations[index];
    const link = equation && linkAt(equation, editor!.selection.active);
    if (index !== undefined) send({ type: 'active', index, ...(link ? { link: equation.links.indexOf(link) } : {}), reveal: false });
  }

  function follow() {
    const document = window.activeTextEditor?.document;
    if (!shown || shown.pinned || !document || !isHomework(document) || document === shown.document) return;
    shown.document = document;
    sendState();
  }

  function receive(message: FromPanel) {
    const answers: { [K in FromPanel['type']]: (message: Extract<FromPanel, { type: K }>) => unknown } = {
      ready: async () => {
        await sendState();
        if (shown?.wanted === undefined) await sendActive();
        else send({ type: 'active', index: shown.wanted, reveal: true });
      },
      pin: ({ pinned }) => {
        if (shown) shown.pinned = pinned;
      },
      goTo: ({ range }) => shown?.document && commands.executeCommand(commandIds.goTo, shown.document.uri.toString(), range),
      verify: ({ index }) => shown?.document && checks.verify(shown.document, [index]),
      draw: async ({ index }) => {
        const { document } = shown ?? {};
        const checked = document && (await checks.current(document));
        const line = checked?.outline.items[index]?.range.start.line;
        if (document && line !== undefined) send({ type: 'figure', index, figured: await engine.figure(sourceOf(document), line, setting('timeLimit', document) * 1000) });
      },
      strength: async ({ index }) => {
        const { document } = shown ?? {};
        const equation = document && (await engine.strengthOf(sourceOf(document), index, STRENGTH_LIMIT));
        send({ type: 'strength', index, found: equation ? { strengths: equation.links.map(({ evidence }) => evidence?.strength) } : { problem: 'it took too long' } });
      },
      verifyAll: () => shown?.document && checks.verify(shown.document),
      export: () => shown?.document && commands.executeCommand('gradlens.exportReport', { uri: shown.document.uri.toString() }),
      applyEdits: ({ version, edits }) => shown?.document && commands.executeCommand(commandIds.applyEdits, shown.document.uri.toString(), version, edits),
      copyScript: ({ equation, link, dialect }) => shown?.document && commands.executeCommand(commandIds.copyScript, shown.document.uri.toString(), { equation, link }, dialect),
      declare: ({ version, link }) => shown?.document && commands.executeCommand(commandIds.declare, shown.document.uri.toString(), version, link),
    };
    answers[message.type](message as never);
  }

  const refresh = atMostEvery(120, sendState);
  const followCursor = atMostEvery(60, sendActive);
  return [
    commands.registerCommand(commandIds.openPanel, () => open(homeworkEditor()?.document, cursorEquation(parts))),
    commands.registerCommand(commandIds.showInPanel, async (uri: string, index: number) => open(await workspace.openTextDocument(Uri.parse(uri)), index)),
    window.registerWebviewPanelSerializer(VIEW, {
      deserializeWebviewPanel: async (panel, kept: KeptState | undefined) => adopt(panel, await reopen(kept)),
    }),
    checks.onDidChange((document) => document === shown?.document && refresh()),
    window.onDidChangeActiveTextEditor(follow),
    window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor.document === shown?.document && followCursor()),
  ];
}

function cursorEquation({ checks }: Parts): number | undefined {
  const editor = homeworkEditor();
  const checked = editor && checks.known(editor.document);
  return checked && equationAt(checked.outline, editor.selection.active);
}

/** The document that the panel showed before the window was reloaded; it may be gone by now. */
async function reopen(kept: KeptState | undefined): Promise<TextDocument | undefined> {
  if (!kept?.uri) return homeworkEditor()?.document;
  return workspace.openTextDocument(Uri.parse(kept.uri)).then((document) => document, () => homeworkEditor()?.document);
}

function stateOf(document: TextDocument, { outline, equations, pending, version }: Checked): PanelState {
  const listed = [...outline.items.keys()].filter((index) => outline.items[index].claims);
  return {
    uri: document.uri.toString(),
    title: document.uri.path.split('/').pop() ?? '',
    version,
    macros: outline.macros,
    equations: listed.map((index) => {
      const { range, tex } = outline.items[index];
      const source = version === document.version ? document.getText(toRange(range)) : '';
      return { index, range, tex: renderable(tex, source), links: equations[index]?.links, pending: pending.has(index) };
    }),
  };
}

/** Nothing but the panel's own files may run, be drawn or be fetched. */
function page(webview: Webview, { extensionUri }: ExtensionContext): string {
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', name));
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; font-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('panel.css')}">
<title>Equations</title>
</head>
<body><script nonce="${nonce}" src="${file('panel.js')}"></script></body>
</html>`;
}
