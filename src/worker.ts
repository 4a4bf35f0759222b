/** The checker in a thread of its own, on the desktop. */
import { parentPort } from 'node:worker_threads';
import { createChecker } from './checker';
import { withDelivery } from './delivery';
import { serve } from './rpc';

const port = parentPort!;
serve({ send: (message) => port.postMessage(message), receive: (listener) => port.on('message', listener) }, withDelivery(createChecker()));
