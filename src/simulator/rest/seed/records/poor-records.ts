/** Of every type an empty record, 102, and a broken one with a wrong value in every field, 103. */
import type {JsonObject} from '../../../../model/parse/reading.js';
import type {CrmTypeSeed, RecordFields, RecordSeed} from '../../crm/crm-seed.js';
import {crmType, stageDictionary} from '../../crm/crm-type.js';
import {isDerived} from '../../crm/derived-fields.js';
import type {Field} from '../../crm/field.js';
import {CRM_TYPES} from '../crm-types.js';
import {brokenUserValues, emptyUserValues} from '../fields/every-field.js';
import {STATUSES} from '../statuses.js';

export const EMPTY = 102;
export const BROKEN = 103;

/** The fields that the portal itself writes, so that every record has them. */
const UNAVOIDABLE: RecordFields = {
  createdTime: '2026-03-10T09:00:00+02:00',
  updatedTime: '2026-03-10T09:00:00+02:00',
  createdBy: 6,
  updatedBy: 6,
  assignedById: 6,
  opened: 'N',
};

/** The empty values of the standard fields of each type. */
const NOTHING: Readonly<Record<string, unknown>> = {
  boolean: 'N',
  integer: 0,
  double: 0,
  string: '',
  text: '',
  user: 0,
  crm_company: 0,
  crm_contact: null,
  crm_lead: 0,
  crm_deal: null,
  crm_quote: 0,
  crm_entity: 0,
  crm_category: 0,
};

const NONSENSE: Readonly<Record<string, unknown>> = {
  boolean: 'maybe',
  integer: {count: 3},
  double: 'three and a half',
  string: {text: 'in a map'},
  text: ['a', ['b']],
  date: '0000-00-00',
  datetime: '2026-02-31T25:61:00+02:00',
  location: -1,
  user: 99_999,
  crm_company: 'Müller',
  crm_contact: 999_999,
  crm_lead: -3,
  crm_deal: 'D_25',
  crm_quote: 1.5,
  crm_entity: [1, 2],
  crm_category: 'C9',
  crm_currency: 'DOLLARS',
  crm_status: 'NO_SUCH_STATUS',
  crm_multifield: [
    null,
    'not a row',
    {typeId: 'PHONE'},
    {id: 'x', typeId: 'PHONE', valueType: 'PIGEON', value: 'call the porter'},
    {id: 2, typeId: 'EMAIL', valueType: 'WORK', value: 'at example dot com'},
    {id: 3, typeId: 'FAX', valueType: 'WORK', value: {number: 4}},
  ],
  file: 'photo.png',
};

export const EMPTY_RECORDS: readonly RecordSeed[] = CRM_TYPES.map((seed) => ({
  typeId: seed.id,
  id: EMPTY,
  fields: {
    ...standardValues(seed, NOTHING),
    ...UNAVOIDABLE,
    ...firstStage(seed),
    ...emptyUserValues(seed.id),
  },
}));

export const BROKEN_RECORDS: readonly RecordSeed[] = CRM_TYPES.map((seed) => ({
  typeId: seed.id,
  id: BROKEN,
  fields: {...standardValues(seed, NONSENSE), ...brokenUserValues(seed.id)},
}));

/** The stage of a record: every record has one if its type has stages. */
function firstStage({id, defaultCategoryId = 0}: CrmTypeSeed): RecordFields {
  const dictionary = stageDictionary(id, defaultCategoryId);
  const first = STATUSES.find(({entityId}) => entityId === dictionary);
  if (first === undefined) return {};
  const category = defaultCategoryId === 0 ? {} : {categoryId: defaultCategoryId};
  return {stageId: first.statusId, ...category};
}

function standardValues(seed: CrmTypeSeed, table: JsonObject): RecordFields {
  const fields = crmType(seed).fields.filter((field) => isStored(seed.id, field));
  return Object.fromEntries(
    fields
      .filter(({type}) => type in table)
      .map(({name, type, isMultiple}) => [name, severalOf(table[type], isMultiple)]),
  );
}

/** A field with several links is empty as a list. A wrong value needs no list. */
function severalOf(value: unknown, isMultiple: boolean): unknown {
  return isMultiple && (value === 0 || value === null) ? [] : value;
}

function isStored(typeId: number, {name, isDisabled, isDynamic}: Field): boolean {
  return !isDisabled && !isDynamic && name !== 'id' && !isDerived(typeId, name);
}
