/** `crm.item.update`: checks the fields and works out what changes in a record. */
import {asText, isObject, type JsonObject} from '../../../model/reading.js';
import {portalDateTime} from '../rest-answer.js';
import {RestError} from '../rest-error.js';
import type {RecordFields, StatusSeed} from './crm-seed.js';
import type {CrmRecord} from './crm-store.js';
import {fieldNamed, stageDictionary, type CrmType} from './crm-type.js';
import {multifields} from './derived-fields.js';
import type {Field} from './field.js';

export interface ItemUpdate {
  readonly type: CrmType;
  readonly record: CrmRecord;
  readonly fields: JsonObject;
  readonly statuses: readonly StatusSeed[];
  readonly userId: number;
  readonly now: number;
}

/** The changed fields. Unknown and read-only names are ignored in silence, as the portal does. */
export function updateItem(update: ItemUpdate): RecordFields {
  const {type, record, fields, userId, now} = update;
  const at = portalDateTime(now);
  const changes: Record<string, unknown> = {updatedTime: at, updatedBy: userId};
  for (const [name, value] of Object.entries(fields)) {
    const field = fieldNamed(type, name);
    if (field === undefined || field.isReadOnly) continue;
    changes[field.name] =
      field.name === 'fm' ? changedPhones(record, value) : checked(field, value);
  }
  if ('stageId' in changes)
    Object.assign(changes, movedTo(update, changes), {movedTime: at, movedBy: userId});
  if ('contactId' in changes) changes['contactIds'] = [Number(changes['contactId'])];
  delete changes['contactId'];
  return changes;
}

function checked(field: Field, value: unknown): unknown {
  if (field.isMultiple && typeof value !== 'object') {
    throw new RestError('100', `Value for field ${field.upperName} must be iterable.`);
  }
  if (field.isRequired && (value === '' || value === null)) {
    throw new RestError('CRM_FIELD_ERROR_REQUIRED', `Field "${field.title}" is required.`);
  }
  return isNumeric(field, value) ? Number(value) : value;
}

function isNumeric(field: Field, value: unknown): boolean {
  const numeric = /^(?:integer|double|user|crm_company|crm_contact|crm_category)$/.test(field.type);
  return numeric && typeof value === 'string' && value !== '' && Number.isFinite(Number(value));
}

/** A stage must be one of the pipeline that the record is in, or moves to in the same update. */
function movedTo({type, record, statuses}: ItemUpdate, changes: RecordFields): RecordFields {
  const categoryId = Number(changes['categoryId'] ?? record.fields['categoryId'] ?? 0);
  const dictionary = stageDictionary(type.id, categoryId);
  const stageId = asText(changes['stageId']);
  const known = statuses.some(
    ({entityId, statusId}) => entityId === dictionary && statusId === stageId,
  );
  if (known) return {stageId};
  throw new RestError('CRM_FIELD_ERROR_VALUE_NOT_VALID', 'Invalid value for field "Stage".');
}

/** `n0` adds a row, a row's id changes it, an empty value deletes it. */
function changedPhones(record: CrmRecord, value: unknown): JsonObject[] {
  const rows = new Map(multifields(record.fields).map((row) => [String(row['id']), row]));
  let newest = Math.max(0, ...[...rows.keys()].map(Number));
  for (const [key, row] of isObject(value) ? Object.entries(value) : []) {
    if (!isObject(row)) continue;
    const present = rows.get(key);
    if (row['value'] === '') {
      rows.delete(key);
      continue;
    }
    const id = present === undefined ? ++newest : Number(key);
    rows.set(String(id), {...present, ...row, id});
  }
  return [...rows.values()];
}
