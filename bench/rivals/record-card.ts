/** The calls of the one batch that brings a record to the pages beside the kit. */
import {CONTACT, typeInfo} from './record-types.js';

export interface Entity {
  readonly typeId: number;
  readonly id: number;
}

export interface BatchCall {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The result of each call by its key; what failed is not there. */
export type Answers = Readonly<Record<string, unknown>>;

/** Of a field with several values so many are named. */
const MOST_VALUES = 4;

/** The record and the names of what it points at. */
export function callsFor({typeId, id}: Entity): Readonly<Record<string, BatchCall>> {
  const {users, links} = typeInfo(typeId);
  const item = {entityTypeId: typeId, id, useOriginalUfNames: 'Y'};
  return {
    item: {method: 'crm.item.get', params: item},
    users: {method: 'user.get', params: {FILTER: {ID: users.flatMap(idsIn)}}},
    ...Object.fromEntries(
      Object.entries(links).map(([linked, fields]) => [
        `names_${linked}`,
        named(Number(linked), fields.flatMap(idsIn)),
      ]),
    ),
  };
}

/** What is the same for all records of a type, and worth keeping. */
export function labelCallsFor(typeId: number): Readonly<Record<string, BatchCall>> {
  const fields = {entityTypeId: typeId, useOriginalUfNames: 'Y'};
  const {dictionaries} = typeInfo(typeId);
  return {
    fields: {method: 'crm.item.fields', params: fields},
    ...Object.fromEntries(
      dictionaries.map((name) => [
        `dictionary_${name}`,
        {method: 'crm.status.list', params: {filter: {ENTITY_ID: name}}},
      ]),
    ),
  };
}

/** References to the ids in a field. */
function idsIn(field: string): readonly string[] {
  const name = field.replace('[]', '');
  const whole = `$result[item][item][${name}]`;
  if (name === field) return [whole];
  return Array.from({length: MOST_VALUES}, (_, index) => `${whole}[${index}]`);
}

function named(entityTypeId: number, ids: readonly string[]): BatchCall {
  const select = entityTypeId === CONTACT ? ['id', 'name', 'lastName'] : ['id', 'title'];
  // What a reference does not find is an empty id, which nothing has.
  return {
    method: 'crm.item.list',
    params: {entityTypeId, filter: {'@id': ids}, select, start: -1},
  };
}
