/** Formats numbers and yes or no. */
import {asBoolean, asText} from '../../model/parse/reading.js';
import {textDisplay} from './field-display.js';
import type {Formatter} from './format-context.js';
import {numberFormat} from './intl.js';
import {formatUnknown} from './text.js';

/** From here on groups of digits help; below they would turn the year 2024 into 2,024. */
const GROUPED_FROM = 10_000;
const MOST_DIGITS = 10;

export const formatInteger: Formatter = (value, meta, context) => {
  const number = readNumber(value);
  if (number === undefined) return formatUnknown(value, meta, context);
  return textDisplay(inWords(number, context.locale, 0));
};

export const formatDouble: Formatter = (value, meta, context) => {
  const number = readNumber(value);
  if (number === undefined) return formatUnknown(value, meta, context);
  const precision = readNumber(meta.settings['PRECISION']) ?? MOST_DIGITS;
  const digits = Math.min(Math.max(Math.trunc(precision), 0), MOST_DIGITS);
  return textDisplay(inWords(number, context.locale, digits));
};

/** A chance, in hundredths. */
export const formatPercent: Formatter = (value, meta, context) => {
  const number = readNumber(value);
  if (number === undefined) return formatUnknown(value, meta, context);
  const options = {style: 'percent', maximumFractionDigits: 2, numberingSystem: 'latn'} as const;
  return textDisplay(numberFormat(context.locale, options).format(number / 100));
};

export const formatBoolean: Formatter = (value, meta, context) => {
  const answer = asBoolean(value);
  if (answer === undefined) return formatUnknown(value, meta, context);
  const label = labelOf(meta.settings['LABEL'], answer);
  return label === '' ? {kind: 'boolean', value: answer} : textDisplay(label);
};

/** A number that loses nothing as one: longer codes stay texts. */
export function readNumber(value: unknown): number | undefined {
  const text = asText(value)?.trim() ?? '';
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined;
}

function inWords(number: number, locale: string, digits: number): string {
  return numberFormat(locale, {
    maximumFractionDigits: digits,
    useGrouping: Math.abs(number) >= GROUPED_FROM,
    // The portal writes its numbers so in every language.
    numberingSystem: 'latn',
  }).format(number);
}

/** `LABEL` is `[no, yes]`, blank where nobody chose words. */
function labelOf(labels: unknown, answer: boolean): string {
  if (!Array.isArray(labels)) return '';
  return asText((labels as unknown[])[answer ? 1 : 0])?.trim() ?? '';
}
