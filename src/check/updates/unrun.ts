/** What a line of an update rule may come to: no value. */

/** The line cannot be run: a construct that is not known here, or shapes that do not fit. Thrown often, and so without a stack. */
class Unrun {}

export function unrun(): never {
  throw new Unrun();
}

/** What is made, or undefined where it cannot be run. */
export function attempt<T>(make: () => T): T | undefined {
  try { return make(); } catch (error) {
    if (error instanceof Unrun) return undefined;
    throw error;
  }
}
