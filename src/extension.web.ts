/** The extension in the browser: its workers are web workers. */
import { type ExtensionContext, Uri } from 'vscode';
import { start } from './editor/start';
import type { EndingPort } from './rpc';

export function activate(context: ExtensionContext): void {
  start(context, (script) => workerPort(Uri.joinPath(context.extensionUri, 'dist', `${script}.web.js`).toString(true)));
}

function workerPort(address: string): EndingPort {
  const worker = new Worker(address);
  const listeners: ((reason: string) => void)[] = [];
  const end = (reason: string) => {
    for (const listener of listeners) listener(reason);
  };
  worker.onerror = ({ message }) => end(message);
  return {
    send: (message) => worker.postMessage(message),
    receive: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    ended: (listener) => listeners.push(listener),
    stop: () => {
      worker.terminate();
      end('the worker was stopped');
    },
  };
}
