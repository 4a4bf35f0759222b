/** Draws equations in a thread of its own, on the desktop; started at the first hover. Writes reports as well. */
import { parentPort } from 'node:worker_threads';
import { writeHandout } from './handout';
import { drawPicture } from './picture';
import { serve } from './rpc';

const port = parentPort!;
serve({ send: (message) => port.postMessage(message), receive: (listener) => port.on('message', listener) }, { drawPicture, writeHandout });
