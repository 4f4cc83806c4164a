/** A CRM type of one portal with its fields. */
import {
  COMPANY,
  CONTACT,
  DEAL,
  LEAD,
  QUOTE,
  SMART_DOCUMENT,
  SMART_INVOICE,
} from '../../../model/entity/entity-type.js';
import type {CrmTypeSeed, TypeSwitch} from './crm-seed.js';
import {userFields, type Field} from './field.js';
import {parentField, standardFields} from './standard-fields.js';

export interface CrmType {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly Field[];
}

/** The fields that belong to each switch of a smart process. */
const SWITCHED_FIELDS: Readonly<Record<TypeSwitch, readonly string[]>> = {
  stages: ['stageId', 'previousStageId', 'movedBy', 'movedTime'],
  categories: ['categoryId'],
  dates: ['begindate', 'closedate'],
  client: ['companyId', 'contactId', 'contactIds'],
  products: [
    ...['opportunity', 'currencyId', 'taxValue', 'isManualOpportunity', 'accountCurrencyId'],
    ...['opportunityAccount', 'taxValueAccount'],
  ],
  'my-company': ['mycompanyId'],
  source: ['sourceId', 'sourceDescription'],
  observers: ['observers'],
};

export function crmType(seed: CrmTypeSeed): CrmType {
  const parents = (seed.parents ?? []).map(({typeId, title}) => parentField(typeId, title));
  const absent = new Set((seed.without ?? []).flatMap((name) => SWITCHED_FIELDS[name]));
  const stages = stageDictionary(seed.id, seed.defaultCategoryId ?? 0);
  const standard = standardFields(seed.id, stages)
    .filter(({name}) => !absent.has(name))
    .map((field) => ({...field, title: seed.titles?.[field.name] ?? field.title}));
  return {
    id: seed.id,
    name: seed.name,
    fields: [...standard, ...parents, ...userFields(seed.userFields)],
  };
}

/** The field with a name, which may be any of its names. */
export function fieldNamed(type: CrmType, name: string): Field | undefined {
  return type.fields.find(
    (field) => field.name === name || field.camelName === name || field.upperName === name,
  );
}

type DictionaryName = (categoryId: number) => string | undefined;

const STAGE_DICTIONARIES: ReadonlyMap<number, DictionaryName> = new Map<number, DictionaryName>([
  [LEAD, () => 'STATUS'],
  [DEAL, (categoryId) => (categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`)],
  [CONTACT, () => undefined],
  [COMPANY, () => undefined],
  [QUOTE, () => 'QUOTE_STATUS'],
  [SMART_INVOICE, (categoryId) => `SMART_INVOICE_STAGE_${categoryId}`],
  [SMART_DOCUMENT, (categoryId) => `SMART_DOCUMENT_STAGE_${categoryId}`],
]);

/** The dictionary of a record's stages; `undefined` for a type without stages. */
export function stageDictionary(typeId: number, categoryId: number): string | undefined {
  const name = STAGE_DICTIONARIES.get(typeId);
  return name === undefined ? `DYNAMIC_${typeId}_STAGE_${categoryId}` : name(categoryId);
}
