/** Formats amounts and currencies. */
import {writtenLocale} from '../../model/call/language.js';
import {asText} from '../../model/parse/reading.js';
import {NOTHING, textDisplay, type FieldDisplay} from './field-display.js';
import type {Formatter} from './format-context.js';
import {numberFormat} from './intl.js';
import {readNumber} from './number.js';

/** `300|RUB`; the amount may be missing. */
export const formatMoney: Formatter = (value, _meta, {locale}) => {
  const text = asText(value) ?? '';
  const split = text.lastIndexOf('|');
  if (split < 0) return amountDisplay(text, '', locale);
  return amountDisplay(text.slice(0, split), text.slice(split + 1), locale);
};

/** A number whose currency is another field of the item. Zero means that none was entered. */
export const formatItemAmount: Formatter = (value, _meta, {item, locale}) =>
  readNumber(value) === 0
    ? NOTHING
    : amountDisplay(value, asText(item['currencyId']) ?? '', locale);

export const formatCurrency: Formatter = (value, _meta, {locale}) => {
  const code = asText(value) ?? '';
  try {
    const names = new Intl.DisplayNames(writtenLocale(locale), {type: 'currency'});
    return textDisplay(names.of(code) ?? code);
  } catch {
    // A portal may have currencies of its own.
    return textDisplay(code);
  }
};

function amountDisplay(amount: unknown, currency: string, locale: string): FieldDisplay {
  const number = readNumber(amount);
  if (number !== undefined) return textDisplay(inCurrency(number, currency, locale));
  const text = asText(amount)?.trim() ?? '';
  return text === '' ? NOTHING : textDisplay(`${text} ${currency}`);
}

/** With the code where the browser does not know the currency. */
export function inCurrency(number: number, currency: string, locale: string): string {
  const options: Intl.NumberFormatOptions = {
    numberingSystem: 'latn',
    ...(Number.isInteger(number) ? {minimumFractionDigits: 0} : {}),
  };
  try {
    return numberFormat(locale, {...options, style: 'currency', currency}).format(number);
  } catch {
    // `Intl` knows no code but those of three letters. The portal has a form for each of its own, but
    // tells it only to who may change the CRM's settings (reference: Bitrix24 facts, 1.8): asking for
    // it would cost everybody a request, to be refused to nearly all of them.
    return `${numberFormat(locale, options).format(number)} ${currency}`;
  }
}
