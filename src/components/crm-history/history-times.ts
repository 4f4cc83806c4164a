/** When something happened, in words: pure rules. */
import {dateFormat} from '../../crm/format/intl.js';
import {writtenLocale} from '../../model/call/language.js';

/** Where and in which language a time is read. */
export interface Reader {
  /** BCP 47. */
  readonly locale: string;
  /** The browser's, if the portal's is unknown. */
  readonly timeZone: string | null;
}

const DAY_MS = 86_400_000;
/** The portal's own calendar and digits: Thai years and Arabic digits are not what it shows. */
const PORTAL = {calendar: 'gregory', numberingSystem: 'latn'} as const;
const TIME = {timeStyle: 'short'} as const;

/**
 * A moment as short as it can be: `yesterday 14:05` from the day before to the day after, `3 Mar 14:05`
 * in the same year, `3 Mar 2024` before.
 *
 * @param at - milliseconds since the epoch, and so is `now`
 */
export function momentText(at: number, now: number, reader: Reader): string {
  const days = (dayOf(at, reader) - dayOf(now, reader)) / DAY_MS;
  if (Math.abs(days) < 2) return `${dayWord(days, reader)} ${format(at, reader, TIME)}`;
  if (yearOf(at, reader) !== yearOf(now, reader)) return format(at, reader, {dateStyle: 'medium'});
  return `${format(at, reader, {day: 'numeric', month: 'short'})} ${format(at, reader, TIME)}`;
}

/** The whole moment, as a tooltip has it. */
export function wholeMomentText(at: number, reader: Reader): string {
  return format(at, reader, {dateStyle: 'full', timeStyle: 'short'});
}

/** `yesterday`, `today`, `tomorrow` as the browser says it. */
function dayWord(days: number, {locale}: Reader): string {
  return new Intl.RelativeTimeFormat(writtenLocale(locale), {numeric: 'auto'}).format(days, 'day');
}

/** The midnight of the day in the reader's time zone, as if it were UTC. */
function dayOf(at: number, {timeZone}: Reader): number {
  // The one locale of `Intl` that writes a day as ISO 8601 does.
  const day = format(at, {locale: 'sv', timeZone}, {dateStyle: 'short'});
  return Date.parse(day);
}

function yearOf(at: number, reader: Reader): number {
  return new Date(dayOf(at, reader)).getUTCFullYear();
}

function format(
  at: number,
  {locale, timeZone}: Reader,
  options: Intl.DateTimeFormatOptions,
): string {
  try {
    return dateFormat(locale, {...options, ...PORTAL, ...(timeZone && {timeZone})}).format(at);
  } catch {
    // The portal may know a time zone that this browser does not: its own is the next best.
    return dateFormat(locale, {...options, ...PORTAL}).format(at);
  }
}
