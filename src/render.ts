/** Draws equations in a thread of its own, on the desktop; started at the first hover. Writes reports and scripts as well. */
import { writeHandout } from './handout';
import { drawPicture } from './picture';
import { serve } from './rpc';
import { writeScript } from './script';
import { startersPort } from './thread';

serve(startersPort()!, { drawPicture, writeHandout, writeScript });
