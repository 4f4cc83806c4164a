/** The calls behind a record, and their keys in a batch. A key names one call wherever it is used. */
import type {EntityRef} from '../model/entity-ref.js';
import type {EntityType} from '../model/entity-type.js';
import type {BatchCalls} from '../portal/portal.js';

// Fields of the user keep their codes: the camelCase names can't be turned back.
const ORIGINAL_NAMES = {useOriginalUfNames: 'Y'} as const;

export const itemKey = ({typeId, id}: EntityRef): string => `item_${typeId}_${id}`;
export const stageKey = ({typeId, id}: EntityRef): string => `stage_${typeId}_${id}`;
export const fieldsKey = (typeId: number): string => `fields_${typeId}`;
export const categoriesKey = (typeId: number): string => `categories_${typeId}`;

/** The record itself, and its stage where the type has stages. */
export function recordCalls(ref: EntityRef, type: EntityType | undefined): BatchCalls {
  const {typeId: entityTypeId, id} = ref;
  const item = {
    [itemKey(ref)]: {
      method: 'crm.item.get',
      parameters: {entityTypeId, id, ...ORIGINAL_NAMES},
    },
  };
  if (!type?.hasStages) return item;
  // The stage is known to the portal only; a reference works for a whole value, and this is one.
  const STATUS_ID = `$result[${itemKey(ref)}][item][stageId]`;
  return {
    ...item,
    [stageKey(ref)]: {method: 'crm.status.list', parameters: {filter: {STATUS_ID}}},
  };
}

/** What is the same for all records of a type. */
export function typeCalls(typeId: number, type: EntityType | undefined): BatchCalls {
  const entityTypeId = typeId;
  const fields = {
    [fieldsKey(typeId)]: {
      method: 'crm.item.fields',
      parameters: {entityTypeId, ...ORIGINAL_NAMES},
    },
  };
  if (!type?.hasCategories) return fields;
  return {
    ...fields,
    [categoriesKey(typeId)]: {method: 'crm.category.list', parameters: {entityTypeId}},
  };
}
