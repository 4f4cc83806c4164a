/** Formats values that were chosen from a list. */
import {readCategoryId} from '../../model/crm/crm-category.js';
import {asText} from '../../model/parse/reading.js';
import {NOTHING, pendingFor, textDisplay} from './field-display.js';
import type {Formatter} from './format-context.js';

/** Ids come as numbers or as texts; one that is not in the list was deleted from it. */
export const formatEnumeration: Formatter = (value, {options}) => {
  const id = asText(value) ?? '';
  return id === '' ? NOTHING : textDisplay(options.get(id) ?? `#${id}`);
};

export const formatStatus: Formatter = (value, {dictionary}, {statusName}) => {
  const id = asText(value) ?? '';
  const name = dictionary === null || id === '' ? '' : statusName(dictionary, id);
  const display = textDisplay(name || id);
  return display.kind === 'text' ? {...display, ...pendingFor(name)} : display;
};

/** Without a name there is nothing to tell: a number says nothing to anybody. */
export const formatCategory: Formatter = (value, _meta, {categoryName}) => {
  const id = readCategoryId(value);
  return textDisplay((id === undefined ? undefined : categoryName(id)) ?? '');
};
