/** Values that frames write to each other and keep for each other, read so that none is too long. */
import {MOST_HUB_ITEMS} from './hub-limits.js';

/** An id is short, so that nothing that is kept by ids grows beyond bounds. */
export function readId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w-]{1,80}$/.test(value) ? value : undefined;
}

/** Below what doubles count exactly, with room for those that count on. */
export function readCount(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 50
    ? Number(value)
    : undefined;
}

export function readList<T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.slice(0, MOST_HUB_ITEMS).flatMap((item) => read(item) ?? []);
}
