/** Outcomes that are kept from one check to the next. A key says all that its outcome rests on. */

/** How much is kept. */
export interface Room { size: number }

/** The outcome known by the key, or a new one. */
export type Memory = <T>(key: string, make: () => T) => T;

/** Keeps the outcomes asked for last, up to so many; the limit may grow. */
export function createMemory(limit: number | Room): Memory {
  const room = typeof limit === 'number' ? { size: limit } : limit;
  const known = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    const value = known.has(key) ? (known.get(key) as T) : make();
    known.delete(key);
    known.set(key, value);
    for (const oldest of known.keys()) { if (known.size <= room.size) break; known.delete(oldest); }
    return value;
  };
}

export const forgetful: Memory = (_, make) => make();
