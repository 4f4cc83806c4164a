/** Writes a record as the `crm.item` methods answer it: every field of the type, also empty ones. */
import {isObject, type JsonObject} from '../../../model/parse/reading.js';
import type {StatusSeed} from './crm-seed.js';
import type {CrmRecord} from './crm-store.js';
import type {CrmType} from './crm-type.js';
import {derivedValue} from './derived-fields.js';
import type {Field} from './field.js';

export interface ItemView {
  /** User fields under their original codes (`useOriginalUfNames=Y`). */
  readonly originalNames: boolean;
  readonly statuses: readonly StatusSeed[];
  /** The origin of links to files. */
  readonly origin: string;
  /** The token in links for machines: that of the request. */
  readonly accessToken: string;
}

export function viewItem(type: CrmType, record: CrmRecord, view: ItemView): JsonObject {
  const known = type.fields.map(
    (field) => [answerName(field, view), itemValue(type, record, field, view)] as const,
  );
  return {...unknownFields(type, record), ...Object.fromEntries(known)};
}

/** The key of a field in an answer. */
export function answerName(field: Field, view: Pick<ItemView, 'originalNames'>): string {
  return view.originalNames ? field.name : field.camelName;
}

/** One field's value. */
export function itemValue(
  type: CrmType,
  {id, fields}: CrmRecord,
  field: Field,
  view: ItemView,
): unknown {
  if (field.isDisabled) return null;
  if (field.name === 'id') return id;
  if (Object.hasOwn(fields, field.name)) return withFileLinks(field, fields[field.name], view);
  const source = {typeId: type.id, fields, statuses: view.statuses};
  return derivedValue(field.name, source) ?? emptyValue(field);
}

/** Values of a record under names that its type does not describe. */
function unknownFields(type: CrmType, {fields}: CrmRecord): JsonObject {
  const known = new Set(type.fields.map(({name}) => name));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !known.has(name)));
}

function emptyValue(field: Field): unknown {
  return field.isMultiple ? [] : null;
}

/** A file user field is stored as `{id}`; its links are made for each request. */
function withFileLinks(field: Field, value: unknown, view: ItemView): unknown {
  if (field.type !== 'file' || !field.isDynamic) return value;
  if (Array.isArray(value)) return (value as unknown[]).map((one) => fileLinks(one, view));
  return fileLinks(value, view);
}

function fileLinks(value: unknown, {origin, accessToken}: ItemView): unknown {
  if (!isObject(value) || 'url' in value) return value;
  const id = String(value['id']);
  return {
    ...value,
    url: `${origin}/bitrix/services/main/ajax.php?action=crm.controller.item.getFile&fileId=${id}`,
    urlMachine: `${origin}/rest/crm.controller.item.getFile.json?auth=${accessToken}&token=crm%7C${id}`,
  };
}
