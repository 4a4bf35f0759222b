/** The extension on the desktop: its workers are threads of Node. */
import { Worker } from 'node:worker_threads';
import { type ExtensionContext, Uri } from 'vscode';
import { type Api, start } from './editor/start';
import type { EndingPort } from './rpc';

export function activate(context: ExtensionContext): Api {
  return start(context, (script) => threadPort(Uri.joinPath(context.extensionUri, 'dist', `${script}.js`).fsPath));
}

function threadPort(file: string): EndingPort {
  const worker = new Worker(file);
  return {
    send: (message) => worker.postMessage(message),
    receive: (listener) => worker.on('message', listener),
    ended: (listener) => {
      worker.on('error', (error) => listener(error.message));
      worker.on('exit', () => listener('the worker ended'));
    },
    stop: () => worker.terminate(),
  };
}
