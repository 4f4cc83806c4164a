/** `crm.item.list`: the selected fields of the records that match a filter, sorted, 50 a page. */
import {asObject, asText, type JsonObject} from '../../../model/parse/reading.js';
import {texts} from '../endpoint/parameters.js';
import {RestError} from '../endpoint/rest-error.js';
import type {CrmRecord} from './crm-store.js';
import {fieldNamed, type CrmType} from './crm-type.js';
import type {Field} from './field.js';
import {itemValue, viewItem, answerName, type ItemView} from './item-view.js';
import {cells, order, readFilter} from './row-filter.js';

/** The portal's fixed page size (documented). */
export const PAGE_SIZE = 50;

export interface ItemListRequest {
  readonly type: CrmType;
  readonly records: readonly CrmRecord[];
  readonly view: ItemView;
  readonly parameters: JsonObject;
  readonly start: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total?: number;
  readonly next?: number;
}

export function listItems(request: ItemListRequest): Page<JsonObject> {
  const {type, view, parameters, start} = request;
  const passing = filtered(request);
  const ordered = sorted(request, passing, asObject(parameters['order']) ?? {});
  const selected = texts(parameters['select']);
  const page = pageOf(ordered, start);
  return {...page, items: page.items.map((record) => select(type, record, view, selected))};
}

/** A page of a list. With a negative start it has no total. */
export function pageOf<T>(rows: readonly T[], start: number): Page<T> {
  const from = Math.max(0, start);
  const items = rows.slice(from, from + PAGE_SIZE);
  if (start < 0) return {items};
  const next = from + PAGE_SIZE;
  return {items, total: rows.length, ...(next < rows.length ? {next} : {})};
}

function filtered({type, records, view, parameters}: ItemListRequest): CrmRecord[] {
  const matches = matcher(asObject(parameters['filter']) ?? {}, type);
  return records.filter((record) => matches((field) => itemValue(type, record, field, view)));
}

type Matches = (valueOf: (field: Field) => unknown) => boolean;

/** A filter may have further ones under numbers; `logic` says whether all or one must hold (documented). */
function matcher(filter: JsonObject, type: CrmType): Matches {
  const {logic, ...entries} = filter;
  const isInner = (key: string): boolean => /^\d+$/.test(key);
  const inner = Object.entries(entries)
    .filter(([key]) => isInner(key))
    .map(([, part]) => matcher(asObject(part) ?? {}, type));
  const own = Object.fromEntries(Object.entries(entries).filter(([key]) => !isInner(key)));
  const conditions = readFilter(own).map((condition): Matches => {
    const field = knownField(type, condition.field);
    return (valueOf) => condition.holds(valueOf(field));
  });
  const parts = [...conditions, ...inner];
  return asText(logic)?.toUpperCase() === 'OR'
    ? (valueOf) => parts.some((part) => part(valueOf))
    : (valueOf) => parts.every((part) => part(valueOf));
}

function sorted(
  {type, view}: ItemListRequest,
  records: CrmRecord[],
  wanted: JsonObject,
): CrmRecord[] {
  const keys = Object.entries(wanted).map(([name, direction]) => ({
    field: knownField(type, name),
    sign: asText(direction)?.toUpperCase() === 'DESC' ? -1 : 1,
  }));
  return records.sort((one, other) => {
    for (const {field, sign} of keys) {
      const [a = ''] = cells(itemValue(type, one, field, view));
      const [b = ''] = cells(itemValue(type, other, field, view));
      if (order(a, b) !== 0) return sign * order(a, b);
    }
    return one.id - other.id;
  });
}

function knownField(type: CrmType, name: string): Field {
  const field = fieldNamed(type, name);
  // The portal has no filter for phones; its duplicate search finds them.
  if (field === undefined || field.name === 'fm') {
    throw new RestError('INVALID_ARG_VALUE', `Invalid filter: field '${name}' is not allowed`);
  }
  return field;
}

/** Phones (`fm`) are part of an answer with all fields only; they cannot be selected by name. */
function select(
  type: CrmType,
  record: CrmRecord,
  view: ItemView,
  selected: readonly string[],
): JsonObject {
  if (selected.length === 0 || selected.includes('*')) return viewItem(type, record, view);
  // The id is part of every answer.
  const names = new Set(['id', ...selected.map((name) => fieldNamed(type, name)?.name)]);
  names.delete('fm');
  const chosen = type.fields.filter(({name}) => names.has(name));
  return Object.fromEntries(
    chosen.map((field) => [answerName(field, view), itemValue(type, record, field, view)]),
  );
}
