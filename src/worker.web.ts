/** The checker in a thread of its own, in the browser. */
import { createChecker } from './checker';
import { withContext } from './context';
import { serve } from './rpc';

serve({ send: (message) => postMessage(message), receive: (listener) => addEventListener('message', ({ data }) => listener(data)) }, withContext(createChecker()));
