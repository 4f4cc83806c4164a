/** Formats texts, and whatever a portal invents later. */
import {asText} from '../../model/parse/reading.js';
import {NOTHING, textDisplay} from './field-display.js';
import type {Formatter} from './format-context.js';
import {plainText} from './plain-text.js';

export const formatString: Formatter = (value) => textDisplay(asText(value) ?? '');

export const formatText: Formatter = (value) => textDisplay(plainText(asText(value) ?? ''));

/** A type without a rule, or none at all: what can be read is shown, an object is not. */
export const formatUnknown: Formatter = (value) =>
  textDisplay(plainText(typeof value === 'boolean' ? String(value) : (asText(value) ?? '')));

/** A link into something that this app can't read: only its number. */
export const formatId: Formatter = (value) => {
  const id = asText(value)?.trim() ?? '';
  return id === '' || id === '0' ? NOTHING : textDisplay(`#${id}`);
};

export const formatNothing: Formatter = () => NOTHING;
