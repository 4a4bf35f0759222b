/** The checker in a thread of its own, in the browser. */
import { createChecker } from './checker';
import { withDelivery } from './delivery';
import { serve } from './rpc';

serve({ send: (message) => postMessage(message), receive: (listener) => addEventListener('message', ({ data }) => listener(data)) }, withDelivery(createChecker()));
