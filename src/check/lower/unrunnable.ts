/** Claims that can be read and cannot be run. */
import { Unreadable } from '../../meaning/world';
import { ShapeError } from '../../tensor';

/** The claim cannot be run: it needs more numbers at once than a check is worth, its definitions go round in a circle, or no sizes suit its blocks. */
export class Unrunnable extends Error {
  constructor(readonly code: 'too-large' | 'circular' | 'sizes') { super(code); }
}

/** The result; undefined where what is written cannot be read or run. Faults of ours are thrown on. */
export function ifRunnable<T>(run: () => T): T | undefined {
  try { return run(); } catch (error) {
    if (error instanceof Unreadable || error instanceof Unrunnable || error instanceof ShapeError) return undefined;
    throw error;
  }
}
