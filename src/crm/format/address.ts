/** Formats addresses: `text|lat;lng|id`, a text alone, or the parts as JSON. */
import {asObject, asText, isObject, parseJson} from '../../model/parse/reading.js';
import {textDisplay} from './field-display.js';
import type {Formatter} from './format-context.js';

/** The parts by the portal's numbers, which grow from the country to the door. */
const POSTAL_CODE = 50;
/** Before the town, as on a letter. */
const POSTAL_CODE_RANK = 305;

export const formatAddress: Formatter = (value) => {
  const text = asText(value)?.trim() ?? '';
  return textDisplay(addressOf(value, text) ?? text.split('|')[0] ?? '');
};

/** The address in words; nothing for what only looks like one, which is a text like any other. */
function addressOf(value: unknown, text: string): string | undefined {
  const object = asObject(isObject(value) ? value : parseJson(text)?.value);
  const parts = asObject(object?.['fieldCollection']);
  if (parts === undefined) return undefined;
  const words = Object.entries(parts)
    .sort(([a], [b]) => rankOf(b) - rankOf(a))
    .map(([, part]) => asText(part)?.trim() ?? '');
  return [...new Set(words)].filter(Boolean).join(', ');
}

function rankOf(code: string): number {
  const number = Number(code);
  return number === POSTAL_CODE ? POSTAL_CODE_RANK : number;
}
