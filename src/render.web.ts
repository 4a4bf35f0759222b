/** Draws equations in a thread of its own, in the browser; started at the first hover. */
import { drawPicture } from './picture';
import { serve } from './rpc';

serve({ send: (message) => postMessage(message), receive: (listener) => addEventListener('message', ({ data }) => listener(data)) }, { drawPicture });
