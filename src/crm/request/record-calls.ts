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
import {asId, type JsonObject} from '../../model/parse/reading.js';
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

/** Where in a record an id stands, which another call of the same batch asks for. */
interface Pointer {
  readonly field: string;
  /** Of an entry, where the field has several. */
  readonly index?: number;
}

/** Ids in a record whose names a call of its own batch has asked for. */
export interface NamedIds {
  readonly target: FieldReference['target'];
  /** Ids in fields with one value, then those in fields with several. */
  readonly single: readonly number[];
  readonly entries: readonly number[];
}

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
    const ids = referencesTo(ref, clientPointers(clientTypeId));
    const call = hasPhones ? namesCall(clientTypeId, ids) : listCall(clientTypeId, ids);
    return [clientsKey(ref, clientTypeId), call] as const;
  });
  return Object.fromEntries(entries);
}

function peopleCall(ref: EntityRef, references: readonly FieldReference[]): BatchCalls {
  return {[peopleKey(ref)]: usersCall(referencesTo(ref, peoplePointers(references)))};
}

/** The names of the records in fields that referred to some in an earlier record of the type. */
function referredCalls(ref: EntityRef, references: readonly FieldReference[]): BatchCalls {
  return Object.fromEntries(
    targetsOf(references).map((target) => {
      const ids = referencesTo(ref, pointersTo(references, target));
      return [referredKey(ref, target), namesCall(target, ids)] as const;
    }),
  );
}

/** Which ids of a record each call of its batch has asked for, by the call's key. */
export function namedIds(
  ref: EntityRef,
  item: JsonObject,
  references: readonly FieldReference[],
): ReadonlyMap<string, NamedIds> {
  const named = (target: FieldReference['target'], pointers: readonly Pointer[]): NamedIds => {
    const idsOf = (isEntry: boolean): readonly number[] =>
      pointers
        .filter(({index}) => (index !== undefined) === isEntry)
        .flatMap((pointer) => asId(valueAt(item, pointer)) ?? []);
    return {target, single: idsOf(false), entries: idsOf(true)};
  };
  return new Map([
    [peopleKey(ref), named('user', peoplePointers(references))],
    ...clientTypes(ref.typeId).map(
      (typeId) => [clientsKey(ref, typeId), named(typeId, clientPointers(typeId))] as const,
    ),
    ...targetsOf(references).map(
      (target) =>
        [referredKey(ref, target), named(target, pointersTo(references, target))] as const,
    ),
  ]);
}

function clientPointers(clientTypeId: number): readonly Pointer[] {
  return clientTypeId === CONTACT
    ? entriesOf('contactIds')
    : [{field: 'companyId'}, ...entriesOf('companyIds')];
}

function peoplePointers(references: readonly FieldReference[]): readonly Pointer[] {
  const others = references.filter(({key}) => key !== 'assignedById' && key !== 'observers');
  return [{field: 'assignedById'}, ...entriesOf('observers'), ...pointersTo(others, 'user')];
}

/** The types of records that the fields refer to. */
function targetsOf(references: readonly FieldReference[]): readonly number[] {
  return [...new Set(references.flatMap(({target}) => (target === 'user' ? [] : target)))];
}

function pointersTo(
  references: readonly FieldReference[],
  target: FieldReference['target'],
): readonly Pointer[] {
  return references
    .filter((reference) => reference.target === target)
    .flatMap(({key, multiple}) => (multiple ? entriesOf(key) : [{field: key}]))
    .slice(0, MOST_REFERRED);
}

/** One by one: an empty list as a filter would ask for everything. What is not there finds nothing. */
function entriesOf(field: string): readonly Pointer[] {
  return Array.from({length: REFERRED}, (_, index) => ({field, index}));
}

function valueAt(item: JsonObject, {field, index}: Pointer): unknown {
  const value = item[field];
  if (index === undefined) return value;
  return Array.isArray(value) ? (value as unknown[])[index] : undefined;
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

function referencesTo(ref: EntityRef, pointers: readonly Pointer[]): readonly string[] {
  return pointers.map(
    ({field, index}) => referenceTo(ref, field) + (index === undefined ? '' : `[${index}]`),
  );
}
