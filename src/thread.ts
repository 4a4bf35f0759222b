/** Threads of Node as ports, from both ends. */
import { parentPort, Worker } from 'node:worker_threads';
import type { EndingPort, Port } from './rpc';

/** Starts a script in a thread of its own. */
export function threadPort(file: string): EndingPort {
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

/** The way back to whoever started this thread; undefined where that is nobody. */
export function startersPort(): Port | undefined {
  const port = parentPort;
  return port ? { send: (message) => port.postMessage(message), receive: (listener) => port.on('message', listener) } : undefined;
}
