/** The calls behind a record, and their keys in a batch. A key names one call wherever it is used. */
import type {EntityRef} from '../../model/entity/entity-ref.js';
import {
  COMPANY,
  CONTACT,
  DEAL,
  isDynamicTypeId,
  LEAD,
  type EntityType,
} from '../../model/entity/entity-type.js';
import {asId} from '../../model/parse/reading.js';
import type {FieldReference} from '../../model/crm/field-reference.js';
import type {BatchCalls, RequestParameters} from '../../portal/portal.js';

// Fields of the user keep their codes: the camelCase names can't be turned back.
const ORIGINAL_NAMES = {useOriginalUfNames: 'Y'} as const;

export const itemKey = ({typeId, id}: EntityRef): string => `item_${typeId}_${id}`;
export const stageKey = ({typeId, id}: EntityRef): string => `stage_${typeId}_${id}`;
export const peopleKey = ({typeId, id}: EntityRef): string => `people_${typeId}_${id}`;
export const clientsKey = ({typeId, id}: EntityRef, clientTypeId: number): string =>
  `clients_${typeId}_${id}_${clientTypeId}`;
export const fieldsKey = (typeId: number | ''): string => `fields_${typeId}`;
export const categoriesKey = (typeId: number): string => `categories_${typeId}`;
export const dictionaryKey = (dictionary: string): string => `dictionary_${dictionary}`;
export const usersKey = (ids: readonly number[]): string => `users_${ids.join('_')}`;
export const namesKey = (typeId: number, ids: readonly number[]): string =>
  `names_${typeId}_${ids.join('_')}`;
export const referredKey = ({typeId, id}: EntityRef, targetTypeId: number): string =>
  `referred_${typeId}_${id}_${targetTypeId}`;
/** The type of the records that a call names beside the clients; nothing for another call. */
export function namedTypeOf({typeId, id}: EntityRef, key: string): number | undefined {
  const prefixes = [`names_`, `referred_${typeId}_${id}_`];
  const prefix = prefixes.find((each) => key.startsWith(each));
  return prefix === undefined ? undefined : asId(key.slice(prefix.length).split('_')[0]);
}
export const PROFILE = 'profile';
export const TYPE_NAMES = 'types';

/** How many ids one call of the first batch refers to at most: as many as a list has rows. */
const MOST_REFERRED = 40;
/** How many entries of a list in a record are named with the record itself; the rest comes later. */
const REFERRED = 8;

/** The dictionaries of standard fields: known from the type, before its fields are. */
const DICTIONARIES: Readonly<Record<number, readonly string[]>> = {
  [LEAD]: ['HONORIFIC', 'SOURCE'],
  [DEAL]: ['DEAL_TYPE', 'SOURCE'],
  [CONTACT]: ['HONORIFIC', 'CONTACT_TYPE', 'SOURCE'],
  [COMPANY]: ['COMPANY_TYPE', 'INDUSTRY', 'EMPLOYEES'],
};

/** What belongs to a client's name. Phones come only when nothing is selected. */
const NAME_PARTS: Readonly<Record<number, readonly string[]>> = {
  [LEAD]: ['id', 'title', 'name', 'secondName', 'lastName', 'companyTitle'],
  [CONTACT]: ['id', 'name', 'secondName', 'lastName'],
};

export interface RecordCallOptions {
  /** Whether this user may see the names of others. */
  readonly withPeople: boolean;
  /** The fields in which earlier records of the type referred to users or records. */
  readonly references: readonly FieldReference[];
}

/** The record itself, its stage where the type has stages, its client, and whom and what it refers to. */
export function recordCalls(
  ref: EntityRef,
  type: EntityType | undefined,
  {withPeople, references}: RecordCallOptions,
): BatchCalls {
  const {typeId: entityTypeId, id} = ref;
  return {
    [itemKey(ref)]: {method: 'crm.item.get', parameters: {entityTypeId, id, ...ORIGINAL_NAMES}},
    ...(type?.hasStages ? stageCall(ref) : {}),
    ...clientCalls(ref, type?.hasPhones ?? false),
    ...(withPeople ? peopleCall(ref, references) : {}),
    ...referredCalls(ref, references),
  };
}

/** What is the same for all records of a type, and for all of the portal. */
export function typeCalls(typeId: number, type: EntityType | undefined): BatchCalls {
  const entityTypeId = typeId;
  return {
    [fieldsKey(typeId)]: {
      method: 'crm.item.fields',
      parameters: {entityTypeId, ...ORIGINAL_NAMES},
    },
    ...(type?.hasCategories
      ? {[categoriesKey(typeId)]: {method: 'crm.category.list', parameters: {entityTypeId}}}
      : {}),
    ...dictionaryCalls(DICTIONARIES[typeId] ?? []),
    ...(isDynamicTypeId(typeId)
      ? {[TYPE_NAMES]: {method: 'crm.enum.ownertype', parameters: {}}}
      : {}),
    [PROFILE]: {method: 'profile', parameters: {}},
  };
}

/** One call for each: a list of dictionaries in one filter is not documented. */
export function dictionaryCalls(dictionaries: Iterable<string>): BatchCalls {
  return Object.fromEntries(
    [...dictionaries].map((dictionary) => [
      dictionaryKey(dictionary),
      {method: 'crm.status.list', parameters: {filter: {ENTITY_ID: dictionary}}},
    ]),
  );
}

/** Also those who left the firm: records still name them. */
export function usersCall(ids: readonly (number | string)[]): BatchCalls[string] {
  return {method: 'user.get', parameters: {FILTER: {ID: ids}}};
}

/** The names of records; a list leaves out what may not be read, and brings the rest. */
export function namesCall(typeId: number, ids: readonly (number | string)[]): BatchCalls[string] {
  return listCall(typeId, ids, {select: NAME_PARTS[typeId] ?? ['id', 'title']});
}

/** The types of a record's clients, those first whose phones are wanted first. */
export function clientTypes(typeId: number): readonly number[] {
  return [CONTACT, COMPANY].filter((clientTypeId) => clientTypeId !== typeId);
}

function clientCalls(ref: EntityRef, hasPhones: boolean): BatchCalls {
  const entries = clientTypes(ref.typeId).map((clientTypeId) => {
    const ids =
      clientTypeId === CONTACT
        ? referencesTo(ref, 'contactIds')
        : [referenceTo(ref, 'companyId'), ...referencesTo(ref, 'companyIds')];
    const call = hasPhones ? namesCall(clientTypeId, ids) : listCall(clientTypeId, ids);
    return [clientsKey(ref, clientTypeId), call] as const;
  });
  return Object.fromEntries(entries);
}

function peopleCall(ref: EntityRef, references: readonly FieldReference[]): BatchCalls {
  const ids = [
    referenceTo(ref, 'assignedById'),
    ...referencesTo(ref, 'observers'),
    ...idsIn(ref, references, 'user'),
  ];
  return {[peopleKey(ref)]: usersCall(ids)};
}

/** The names of the records in fields that referred to some in an earlier record of the type. */
function referredCalls(ref: EntityRef, references: readonly FieldReference[]): BatchCalls {
  const targets = new Set(references.map(({target}) => target));
  return Object.fromEntries(
    [...targets].flatMap((target) =>
      target === 'user'
        ? []
        : [[referredKey(ref, target), namesCall(target, idsIn(ref, references, target))] as const],
    ),
  );
}

function idsIn(
  ref: EntityRef,
  references: readonly FieldReference[],
  target: FieldReference['target'],
): readonly string[] {
  const fields = references.filter((reference) => reference.target === target);
  return fields
    .flatMap(({key, multiple}) => (multiple ? referencesTo(ref, key) : [referenceTo(ref, key)]))
    .slice(0, MOST_REFERRED);
}

function listCall(
  entityTypeId: number,
  ids: readonly (number | string)[],
  more: RequestParameters = {},
): BatchCalls[string] {
  const parameters = {entityTypeId, filter: {'@id': ids}, start: -1, ...more};
  return {method: 'crm.item.list', parameters};
}

function stageCall(ref: EntityRef): BatchCalls {
  // The stage is known to the portal only.
  const filter = {STATUS_ID: referenceTo(ref, 'stageId')};
  return {[stageKey(ref)]: {method: 'crm.status.list', parameters: {filter}}};
}

/** The portal puts the value in its place; it does so for a whole value only, and this is one. */
function referenceTo(ref: EntityRef, field: string): string {
  return `$result[${itemKey(ref)}][item][${field}]`;
}

/** One by one: an empty list as a filter would ask for everything. What is not there finds nothing. */
function referencesTo(ref: EntityRef, field: string): readonly string[] {
  const list = referenceTo(ref, field);
  return Array.from({length: REFERRED}, (_, index) => `${list}[${index}]`);
}
