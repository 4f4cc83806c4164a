/** Formats days and moments. */
import {asText} from '../../model/parse/reading.js';
import type {FieldDisplay} from './field-display.js';
import {textDisplay} from './field-display.js';
import type {Formatter} from './format-context.js';
import {dateFormat} from './intl.js';

const DAY_MS = 86_400_000;
/** The portal's own calendar and digits: Thai years and Arabic digits are not what it shows. */
const PORTAL = {calendar: 'gregory', numberingSystem: 'latn'} as const;

/**
 * A day comes as UTC midnight written with the portal's offset of today, so summer time moves it by
 * an hour: the nearest midnight is the day (reference: REST, section 2.2).
 */
export const formatDate: Formatter = (value, _meta, {locale}) =>
  display(value, locale, (time) => Math.round(time / DAY_MS) * DAY_MS, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });

export const formatDateTime: Formatter = (value, {settings}, {locale, timeZone}) =>
  display(value, locale, (time) => time, {
    dateStyle: 'medium',
    timeStyle: settings['USE_SECOND'] === 'Y' ? 'medium' : 'short',
    timeZone,
  });

/**
 * Lets the browser read what it knows about dates in a language. The first time that takes it longer
 * than all the rest of a record.
 */
export function prepareDates(locale: string): void {
  dateFormat(locale, {...PORTAL, dateStyle: 'medium', timeStyle: 'short'}).format();
}

function display(
  value: unknown,
  locale: string,
  adjust: (time: number) => number,
  options: Intl.DateTimeFormatOptions,
): FieldDisplay {
  const text = asText(value) ?? '';
  const time = Date.parse(text);
  if (Number.isNaN(time)) return textDisplay(text);
  let written: string | undefined;
  return {
    kind: 'text',
    // Not before somebody looks: many a record has dates that are not shown.
    get text() {
      return (written ??= write(adjust(time), locale, {...options, ...PORTAL}));
    },
  };
}

function write(time: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  try {
    return dateFormat(locale, options).format(time);
  } catch {
    // The portal may know a time zone that this browser does not: its own is the next best.
    return dateFormat(locale, {...options, timeZone: undefined}).format(time);
  }
}
