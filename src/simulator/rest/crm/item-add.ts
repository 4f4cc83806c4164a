/** `crm.item.add`: checks the fields of a new record, and adds those that the portal fills in itself. */
import type {JsonObject} from '../../../model/parse/reading.js';
import {portalDateTime} from '../endpoint/rest-answer.js';
import type {CategorySeed, PortalSeed, RecordFields} from './crm-seed.js';
import {stageDictionary, type CrmType} from './crm-type.js';
import type {Field} from './field.js';
import {checkedFields, checkedStage, requireValue} from './item-update.js';
import {multifieldRows} from './multifield-rows.js';

export interface ItemAddition {
  readonly type: CrmType;
  /** The id that the record will have. */
  readonly id: number;
  readonly fields: JsonObject;
  readonly seed: PortalSeed;
  /** The lowest id above those of all phones and e-mails. */
  readonly rowId: number;
  readonly userId: number;
  readonly now: number;
}

const DAYS_UNTIL_CLOSED = 7;
const DAY = 24 * 60 * 60 * 1000;

/** The fields of the new record. Like the portal, it ignores unknown and read-only names in silence. */
export function addItem(addition: ItemAddition): RecordFields {
  const {type, seed, rowId} = addition;
  const given = checkedFields(type, addition.fields, (rows) => multifieldRows([], rows, rowId));
  const categoryId = Number(given['categoryId'] ?? defaultCategory(type.id, seed.categories));
  const dictionary = stageDictionary(type.id, categoryId);
  const first = seed.statuses.find(({entityId}) => entityId === dictionary)?.statusId;
  // A pipeline without stages does not exist.
  const hasStages = type.fields.some(({name}) => name === 'stageId');
  const stageId = hasStages
    ? checkedStage(seed.statuses, dictionary, given['stageId'] ?? first)
    : undefined;
  const record = {...ownFields({...addition, categoryId, stageId}), ...given};
  for (const field of type.fields) {
    if (field.isRequired) requireValue(field, record[field.name]);
  }
  return record;
}

/** The fields that the portal fills in where none were given, of those that the type has. */
function ownFields(
  addition: ItemAddition & {readonly categoryId: number; readonly stageId: unknown},
): RecordFields {
  const {type, id, seed, userId, now, categoryId, stageId} = addition;
  const at = portalDateTime(now);
  // A date is midnight in UTC.
  const today = now - (now % DAY);
  const values: RecordFields = {
    title: `${type.name} #${id}`,
    opened: 'Y',
    assignedById: userId,
    ...{createdTime: at, updatedTime: at, movedTime: at, lastActivityTime: at},
    ...{createdBy: userId, updatedBy: userId, movedBy: userId, lastActivityBy: userId},
    categoryId,
    stageId,
    currencyId: seed.currencies[0]?.['CURRENCY'],
    isManualOpportunity: 'N',
    opportunity: 0,
    begindate: portalDateTime(today),
    closedate: portalDateTime(today + DAYS_UNTIL_CLOSED * DAY),
  };
  const own = type.fields.map((field): [string, unknown] => [
    field.name,
    values[field.name] ?? firstStatus(field, seed),
  ]);
  return Object.fromEntries(own.filter(([, value]) => value !== undefined));
}

/** The default source and kind of a record: the first entry of the dictionary. */
function firstStatus({name, statusType}: Field, {statuses}: PortalSeed): string | undefined {
  if (name !== 'sourceId' && name !== 'typeId') return undefined;
  return statuses.find(({entityId}) => entityId === statusType)?.statusId;
}

/** The default pipeline. That of contacts and companies is always 0. */
function defaultCategory(typeId: number, categories: readonly CategorySeed[]): number {
  if (stageDictionary(typeId, 0) === undefined) return 0;
  return categories.find((one) => one.entityTypeId === typeId && one.isDefault)?.id ?? 0;
}
