/** Keeps what repeats from happening more often than anybody can see. */

/** What runs on and on in a long document may take one part in so many of the time. */
const SHARE = 20;
/** But waits no longer than this, in milliseconds: the machine may have been held up by something else. */
const LONGEST = 1000;

/** At once the first time, then at most once in so many milliseconds, less often when it takes long, and always once after the last call. */
export function atMostEvery(milliseconds: number, action: () => void): () => void {
  let waiting = false;
  let again = false;
  return function call() {
    if (waiting) {
      again = true;
      return;
    }
    waiting = true;
    again = false;
    const start = performance.now();
    action();
    setTimeout(() => {
      waiting = false;
      if (again) call();
    }, Math.max(milliseconds, Math.min(LONGEST, SHARE * (performance.now() - start))));
  };
}
