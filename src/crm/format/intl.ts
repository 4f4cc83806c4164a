/** Formatters of `Intl`: each takes longer to make than all the values of a record to format. */
import {writtenLocale} from '../../model/call/language.js';

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** Throws a `RangeError` for a currency that is none. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return known(
    numbers,
    locale,
    options,
    () => new Intl.NumberFormat(writtenLocale(locale), options),
  );
}

export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return known(
    dates,
    locale,
    options,
    () => new Intl.DateTimeFormat(writtenLocale(locale), options),
  );
}

function known<T>(formats: Map<string, T>, locale: string, options: object, make: () => T): T {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}
