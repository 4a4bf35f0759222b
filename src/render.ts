/** Draws equations in a thread of its own, on the desktop; started at the first hover. Writes reports as well. */
import { writeHandout } from './handout';
import { drawPicture } from './picture';
import { serve } from './rpc';
import { startersPort } from './thread';

serve(startersPort()!, { drawPicture, writeHandout });
