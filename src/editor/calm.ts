/** Keeps what repeats from happening more often than anybody can see. */

/** At once the first time, then at most once in so many milliseconds, and always once after the last call. */
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
    action();
    setTimeout(() => {
      waiting = false;
      if (again) call();
    }, milliseconds);
  };
}
