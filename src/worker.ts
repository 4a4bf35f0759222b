/** The checker in a thread of its own, on the desktop. */
import { createChecker } from './checker';
import { withDelivery } from './delivery';
import { serve } from './rpc';
import { startersPort } from './thread';

serve(startersPort()!, withDelivery(createChecker()));
