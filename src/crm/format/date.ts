/** Formats days and moments. */
import {asText} from '../../model/reading.js';
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
    ...(timeZone === undefined ? {} : {timeZone}),
  });

/**
 * Lets the browser read what it knows about dates in a language. The first time that takes it longer
 * than all the rest of a record, so it is done while the record is on its way.
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
  return textDisplay(dateFormat(locale, {...options, ...PORTAL}).format(adjust(time)));
}
