/** A CRM type of one portal with its fields. */
import type {CrmTypeSeed} from './crm-seed.js';
import {userFields, type Field} from './field.js';
import {parentField, standardFields} from './standard-fields.js';

export interface CrmType {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly Field[];
}

export function crmType(seed: CrmTypeSeed): CrmType {
  const parents = (seed.parents ?? []).map(({typeId, title}) => parentField(typeId, title));
  return {
    id: seed.id,
    name: seed.name,
    fields: [...standardFields(seed.id), ...parents, ...userFields(seed.userFields)],
  };
}

/** The field behind any of its names. */
export function fieldNamed(type: CrmType, name: string): Field | undefined {
  return type.fields.find(
    (field) => field.name === name || field.camelName === name || field.upperName === name,
  );
}

/** The dictionary of a record's stages: by its pipeline, and none where the type has no stages. */
export function stageDictionary(typeId: number, categoryId: number): string | undefined {
  switch (typeId) {
    case 1:
      return 'STATUS';
    case 2:
      return categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`;
    case 3:
    case 4:
      return undefined;
    case 7:
      return 'QUOTE_STATUS';
    case 31:
      return `SMART_INVOICE_STAGE_${categoryId}`;
    default:
      return `DYNAMIC_${typeId}_STAGE_${categoryId}`;
  }
}
