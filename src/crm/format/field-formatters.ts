/** A page's own formatters: tried before the kit's, and never trusted more than a record. */
import {quoted, isObject, lookUp, type JsonObject} from '../../model/parse/reading.js';
import type {RecordField} from '../record.js';
import type {FieldDisplay} from './field-display.js';

/**
 * Describes how the value of a field is shown. Of a multiple field it gets the whole list, and of an
 * empty one whatever the portal sent; `{kind: 'none'}` shows nothing.
 */
export type FieldFormatter = (value: unknown, field: RecordField) => FieldDisplay;

/** By the name of a field (`UF_CRM_SIZE`, `SOURCE_ID`, `sourceId`) or by a type (`rest_5_rating`). */
export type FieldFormatters = Readonly<Record<string, FieldFormatter>>;

const REPORTED = new WeakSet<FieldFormatter>();

/**
 * The field as the page wants it shown; as it is where the page has no formatter for it. One that
 * throws, or quoteds what can't be shown, is reported once and passed over.
 */
export function formattedBy(formatters: FieldFormatters, field: RecordField): RecordField {
  const formatter = [field.code, field.key, field.type]
    .map((name) => lookUp(formatters, name))
    .find((found) => found !== undefined);
  if (formatter === undefined) return field;
  try {
    const display: unknown = formatter(field.value, field);
    if (isDisplay(display)) return {...field, display};
    throw new TypeError(wrongDisplay(field.code, display));
  } catch (error) {
    if (!REPORTED.has(formatter)) reportError(error);
    REPORTED.add(formatter);
    return field;
  }
}

/** What must be true of each kind: addresses that do nothing but open, and colours that are ones. */
const CHECKS: {readonly [K in FieldDisplay['kind']]: (display: JsonObject) => boolean} = {
  none: () => true,
  text: ({text}) => isText(text),
  lines: ({text}) => isText(text),
  boolean: ({value}) => typeof value === 'boolean',
  link: ({href, text}) => isText(text) && isWebAddress(href),
  chip: ({text, color}) => isText(text) && (color === null || matches(color, /^#[\da-f]{6}$/i)),
  phone: ({number}) => isText(number),
  email: ({address}) => isText(address),
  reference: ({text, path, entity}) =>
    isText(text) &&
    (path === null || matches(path, /^\/(?![/\\])/)) &&
    (entity === null || isObject(entity)),
  file: ({id, href}) => isText(id) && (href === null || isWebAddress(href)),
  list: ({items}) => Array.isArray(items) && items.every(isDisplay),
};

/** What was returned, and what is allowed: for a kind that there is, what is wrong about the rest of it. */
function wrongDisplay(code: string, display: unknown): string {
  const returned = `The formatter of ${code} returned ${isPromise(display) ? 'a promise' : quoted(display)}`;
  const kinds = Object.keys(CHECKS).join(', ');
  const kind = isObject(display) ? display['kind'] : undefined;
  return isText(kind) && Object.hasOwn(CHECKS, kind)
    ? `${returned}, which lacks something of a FieldDisplay of the kind ${kind}, or has it wrong.`
    : `${returned}. Expected is a FieldDisplay, for example {kind: 'text', text: '…'}, whose kind is one of ${kinds}.`;
}

function isPromise(value: unknown): boolean {
  return isObject(value) && 'then' in value;
}

function isDisplay(value: unknown): value is FieldDisplay {
  if (!isObject(value) || !isText(value['kind'])) return false;
  return lookUp<(display: JsonObject) => boolean>(CHECKS, value['kind'])?.(value) === true;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isWebAddress(value: unknown): boolean {
  return matches(value, /^https?:\/\//i);
}

function matches(value: unknown, pattern: RegExp): boolean {
  return isText(value) && pattern.test(value);
}
