/** The checker in a thread of its own, on the desktop. */
import { createChecker } from './checker';
import { withContext } from './context';
import { serve } from './rpc';
import { startersPort } from './thread';

serve(startersPort()!, withContext(createChecker()));
