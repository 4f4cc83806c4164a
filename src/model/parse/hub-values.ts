/** Readers of values in messages between frames and in storage. They reject values that are too long. */
import {MOST_HUB_ITEMS} from './hub-limits.js';

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
