/** Limits and readers of values in messages between frames and in storage. */

/** The longest message that is read, in UTF-16 code units. A record with 300 fields has 200,000. */
export const MOST_HUB_CHARACTERS = 500_000;

/** The largest number of calls or actions in a message, and of those that a frame stores. */
export const MOST_HUB_ITEMS = 64;

/** The longest text of an error in a message, in UTF-16 code units. */
export const MOST_HUB_WORDS = 500;

/** Reads an id of at most 80 characters, so that maps with ids as keys stay small. */
export function readId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w-]{1,80}$/.test(value) ? value : undefined;
}

/** Reads a counter: an integer below 2^50, which leaves room for exact counting. */
export function readCount(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 50
    ? Number(value)
    : undefined;
}

export function readList<T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.slice(0, MOST_HUB_ITEMS).flatMap((item) => read(item) ?? []);
}
