/** The extension in the browser: its workers are web workers. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import { type Api, start } from './editor/start';
import type { EndingPort } from './rpc';

export function activate(context: ExtensionContext): Api {
  return start(context, (script) => workerPort(Uri.joinPath(context.extensionUri, 'dist', `${script}.web.js`)));
}

/** Messages wait until the script is there. */
function workerPort(script: Uri): EndingPort {
  const starting = startWorker(script);
  const listeners: ((reason: string) => void)[] = [];
  const end = (reason: string) => {
    for (const listener of listeners) listener(reason);
  };
  starting.then((worker) => worker.addEventListener('error', ({ message }) => end(message)), (error: Error) => end(error.message));
  const withWorker = (action: (worker: Worker) => void) => starting.then(action, () => {});
  return {
    send: (message) => withWorker((worker) => worker.postMessage(message)),
    receive: (listener) => withWorker((worker) => worker.addEventListener('message', ({ data }) => listener(data))),
    ended: (listener) => listeners.push(listener),
    stop: () => {
      withWorker((worker) => worker.terminate());
      end('the worker was stopped');
    },
  };
}

/** From a copy in memory, because a worker cannot be started from the address of an extension that lies on a remote machine. */
async function startWorker(script: Uri): Promise<Worker> {
  const source = await workspace.fs.readFile(script);
  const address = URL.createObjectURL(new Blob([source as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
  const worker = new Worker(address);
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true }); // it reads the copy some time after its start
  return worker;
}
