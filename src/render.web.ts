/** Draws equations in a thread of its own, in the browser; started at the first hover. Writes reports and scripts as well. */
import { writeHandout } from './handout';
import { drawPicture } from './picture';
import { serve } from './rpc';
import { writeScript } from './script';

serve({ send: (message) => postMessage(message), receive: (listener) => addEventListener('message', ({ data }) => listener(data)) }, { drawPicture, writeHandout, writeScript });
