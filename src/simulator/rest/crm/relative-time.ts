/** Times of the seed that are so many days from now, so that what is planned stays so. */
import {isObject, type JsonObject} from '../../../model/parse/reading.js';

const DAY_MS = 86_400_000;
/** The sample portal's. */
const OFFSET_MS = 2 * 3_600_000;
const DAYS = 'daysFromNow';
const SECONDS = 'andSeconds';

/** @param days - below zero for the past; parts of days are hours */
export function daysFromNow(days: number, andSeconds = 0): JsonObject {
  return {[DAYS]: days, [SECONDS]: andSeconds};
}

/** The fields with the times of now, in the portal's spelling: `2026-03-02T16:31:00+02:00`. */
export function withTimes(fields: JsonObject, now: number): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, timeOf(value, now) ?? value]),
  );
}

function timeOf(value: unknown, now: number): string | undefined {
  const days = isObject(value) ? value[DAYS] : undefined;
  if (!isObject(value) || typeof days !== 'number') return undefined;
  // Whole minutes, as the portal's people enter them.
  const minute = Math.floor((now + days * DAY_MS) / 60_000) * 60_000;
  const time = minute + Number(value[SECONDS]) * 1000;
  return `${new Date(time + OFFSET_MS).toISOString().slice(0, 19)}+02:00`;
}
