/** `crm.item.update`: checks the fields, and computes the changes of a record. */
import {asText, type JsonObject} from '../../../model/parse/reading.js';
import {portalDateTime} from '../endpoint/rest-answer.js';
import {RestError} from '../endpoint/rest-error.js';
import type {RecordFields, StatusSeed} from './crm-seed.js';
import type {CrmRecord} from './crm-store.js';
import {fieldNamed, stageDictionary, type CrmType} from './crm-type.js';
import {multifields} from './derived-fields.js';
import type {Field} from './field.js';
import {multifieldRows} from './multifield-rows.js';

export interface ItemUpdate {
  readonly type: CrmType;
  readonly record: CrmRecord;
  readonly fields: JsonObject;
  readonly statuses: readonly StatusSeed[];
  readonly userId: number;
  readonly now: number;
}

/** The changed fields. Like the portal, it ignores unknown and read-only names in silence. */
export function updateItem({
  type,
  record,
  fields,
  statuses,
  userId,
  now,
}: ItemUpdate): RecordFields {
  const at = portalDateTime(now);
  const present = multifields(record.fields);
  const newest = Math.max(0, ...present.map((row) => Number(row['id'])));
  const changes = checkedFields(type, fields, (rows) => multifieldRows(present, rows, newest + 1));
  const changed = {updatedTime: at, updatedBy: userId, ...changes};
  if (!('stageId' in changes)) return changed;
  // The stage must belong to the record's pipeline, which the same update may change.
  const categoryId = Number(changes['categoryId'] ?? record.fields['categoryId'] ?? 0);
  const dictionary = stageDictionary(type.id, categoryId);
  const stageId = checkedStage(statuses, dictionary, changes['stageId']);
  return {...changed, stageId, movedTime: at, movedBy: userId};
}

/**
 * The given fields by their names, as a record stores them.
 *
 * @param rowsOf - the stored rows of the given phones and e-mails
 */
export function checkedFields(
  type: CrmType,
  given: JsonObject,
  rowsOf: (written: unknown) => readonly JsonObject[],
): RecordFields {
  const checked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const field = fieldNamed(type, name);
    if (field === undefined || field.isReadOnly) continue;
    checked[field.name] = field.name === 'fm' ? rowsOf(value) : checkedValue(field, value);
  }
  // The single contact of older apps.
  if ('contactId' in checked) checked['contactIds'] = [Number(checked['contactId'])];
  delete checked['contactId'];
  return checked;
}

/**
 * The stage.
 *
 * @throws RestError - the dictionary does not have it
 */
export function checkedStage(
  statuses: readonly StatusSeed[],
  dictionary: string | undefined,
  stage: unknown,
): string {
  const stageId = asText(stage);
  const known = statuses.some(
    ({entityId, statusId}) => entityId === dictionary && statusId === stageId,
  );
  if (known && stageId !== undefined) return stageId;
  throw new RestError('CRM_FIELD_ERROR_VALUE_NOT_VALID', 'Invalid value for field "Stage".');
}

/**
 * Checks a required field.
 *
 * @throws RestError - it is empty
 */
export function requireValue({title}: Field, value: unknown): void {
  const isEmpty = Array.isArray(value) ? value.length === 0 : (value ?? '') === '';
  if (isEmpty) throw new RestError('CRM_FIELD_ERROR_REQUIRED', `Field "${title}" is required.`);
}

function checkedValue(field: Field, value: unknown): unknown {
  if (field.isMultiple && typeof value !== 'object') {
    throw new RestError('100', `Value for field ${field.upperName} must be iterable.`);
  }
  if (field.isRequired) requireValue(field, value);
  return isNumeric(field, value) ? Number(value) : value;
}

function isNumeric(field: Field, value: unknown): boolean {
  const numeric = /^(?:integer|double|user|crm_company|crm_contact|crm_category)$/.test(field.type);
  return numeric && typeof value === 'string' && value !== '' && Number.isFinite(Number(value));
}
