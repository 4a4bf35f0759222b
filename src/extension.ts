/** The extension on the desktop: its workers are threads of Node. */
import { type ExtensionContext, Uri } from 'vscode';
import { type Api, start } from './editor/start';
import { threadPort } from './thread';

export function activate(context: ExtensionContext): Api {
  return start(context, (script) => threadPort(Uri.joinPath(context.extensionUri, 'dist', `${script}.js`).fsPath));
}
