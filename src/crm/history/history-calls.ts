/** The calls behind a history, and their keys in a batch. A key names one call wherever it is used. */
import type {EntityRef} from '../../model/entity/entity-ref.js';
import {COMPANY, CONTACT, DEAL, QUOTE, SMART_INVOICE} from '../../model/entity/entity-type.js';
import {ACTIVITY_FIELDS} from '../../model/history/activity.js';
import type {BatchCalls, RequestParameters} from '../../portal/portal.js';
import {dictionaryCalls, PROFILE, TYPE_NAMES, usersCall} from '../request/record-calls.js';

export const STAGE_TYPES = 'stage_types';
export const OPEN_TYPES: readonly number[] = [DEAL, QUOTE, SMART_INVOICE];

/** A portal may have a hundred smart processes; a batch has fifty calls. */
const MOST_PROCESSES = 12;
/** How many ids of people one call refers to: those of what is seen first. */
export const MOST_PEOPLE = 40;
/** The rows of a list whose responsible people are named with it. */
const NAMED_ROWS = {past: 10, planned: 5, open: 3} as const;

export const pastKey = ({typeId, id}: EntityRef, start: number): string =>
  `past_${typeId}_${id}_${start}`;
export const plannedKey = ({typeId, id}: EntityRef): string => `planned_${typeId}_${id}`;
export const openKey = ({typeId, id}: EntityRef, openTypeId: number): string =>
  `open_${openTypeId}_${typeId}_${id}`;
/** @param round - which of the calls for people it is */
export const responsibleKey = ({typeId, id}: EntityRef, round: string): string =>
  `responsible_${typeId}_${id}_${round}`;
export const activityKey = (id: number): string => `activity_${id}`;
export const transcriptKey = (id: number): string => `transcript_${id}`;

/** What is the same for all histories of a portal. */
export const PORTAL_CALLS: BatchCalls = {
  [TYPE_NAMES]: {method: 'crm.enum.ownertype', parameters: {}},
  [STAGE_TYPES]: {method: 'crm.status.entity.types', parameters: {}},
  ...dictionaryCalls(['DEAL_STAGE', 'QUOTE_STATUS']),
  [PROFILE]: {method: 'profile', parameters: {}},
};

/**
 * What happened with each of the records, and what is to be done. One call for each record: activities
 * are bound to several, and several pairs in one filter are said to mean those bound to all of them, each
 * of them twice (documented: REST, `crm.activity.list`). The ids are known: a reference that finds nothing
 * would ask for the activities of everybody (inferred).
 */
export function activityCalls(owners: readonly EntityRef[]): BatchCalls {
  const planned = owners.map((owner) => [plannedKey(owner), plannedCall(owner)] as const);
  return {
    ...Object.fromEntries(planned),
    ...pastCalls(owners.map((owner) => ({owner, start: 0}))),
  };
}

/** Further pages of what happened. */
export function pastCalls(
  pages: readonly {readonly owner: EntityRef; readonly start: number}[],
): BatchCalls {
  return Object.fromEntries(
    pages.map(({owner, start}) => [
      pastKey(owner, start),
      listCall(owner, {COMPLETED: 'Y'}, {START_TIME: 'DESC', ID: 'DESC'}, start),
    ]),
  );
}

/** The newest: what is unhandled and came today is worth more than what has been overdue for years. */
function plannedCall(owner: EntityRef): BatchCalls[string] {
  return listCall(owner, {COMPLETED: 'N'}, {ID: 'DESC'}, 0);
}

function listCall(
  {typeId, id}: EntityRef,
  filter: RequestParameters,
  order: RequestParameters,
  start: number,
): BatchCalls[string] {
  const bindings = [{OWNER_TYPE_ID: typeId, OWNER_ID: id}];
  const parameters = {
    filter: {BINDINGS: bindings, ...filter},
    order,
    select: ACTIVITY_FIELDS,
    start,
  };
  return {method: 'crm.activity.list', parameters};
}

/**
 * The client's records of these types. Deals and quotes tell themselves whether they are closed; of the
 * others the stage does. Nothing without a client: an empty filter would find everybody's.
 */
export function openCalls(
  ref: EntityRef,
  clients: readonly EntityRef[],
  typeIds: readonly number[],
): BatchCalls {
  const filter = clientFilter(clients);
  if (filter === undefined) return {};
  return Object.fromEntries(
    typeIds.map((typeId) => [
      openKey(ref, typeId),
      {
        method: 'crm.item.list',
        parameters: {
          entityTypeId: typeId,
          filter: {...filter, ...(typeId === DEAL || typeId === QUOTE ? {closed: 'N'} : {})},
          order: {id: 'DESC'},
          select: OPEN_FIELDS,
          start: -1,
        },
      },
    ]),
  );
}

const OPEN_FIELDS = [
  'id',
  'title',
  'categoryId',
  'stageId',
  'stageSemanticId',
  'opportunity',
  'currencyId',
  'assignedById',
];

/** `logic` is documented; that a record is found by its `contactId` is inferred (REST, section 1.12). */
function clientFilter(clients: readonly EntityRef[]): RequestParameters | undefined {
  const conditions = [[CONTACT, '@contactId'] as const, [COMPANY, '@companyId'] as const].flatMap(
    ([typeId, name]) => {
      const ids = clients.flatMap((client) => (client.typeId === typeId ? [client.id] : []));
      return ids.length === 0 ? [] : [{[name]: ids}];
    },
  );
  const [first, second] = conditions;
  return second === undefined ? first : {0: {logic: 'OR', 0: first, 1: second}};
}

/** The smart processes among the types of a portal, as many as are asked for. */
export function processesAmong(
  typeIds: Iterable<number>,
  isProcess: (id: number) => boolean,
): readonly number[] {
  return [...typeIds]
    .filter(isProcess)
    .sort((a, b) => a - b)
    .slice(0, MOST_PROCESSES);
}

/** Whoever is responsible for what these calls find, and these people; nothing without either. */
export function peopleCall(
  key: string,
  calls: BatchCalls,
  ids: readonly number[] = [],
): BatchCalls {
  const references = Object.keys(calls).flatMap((each) => responsibleIn(each));
  const wanted = [...ids, ...references].slice(0, MOST_PEOPLE);
  return wanted.length === 0 ? {} : {[key]: usersCall(wanted)};
}

/** One by one, as the portal puts whole values in their place only. */
function responsibleIn(key: string): readonly string[] {
  const rows = (count: number, path: string, field: string): readonly string[] =>
    Array.from({length: count}, (_, row) => `$result[${key}]${path}[${row}][${field}]`);
  if (key.startsWith('past_')) return rows(NAMED_ROWS.past, '', 'RESPONSIBLE_ID');
  if (key.startsWith('planned_')) return rows(NAMED_ROWS.planned, '', 'RESPONSIBLE_ID');
  if (key.startsWith('open_')) return rows(NAMED_ROWS.open, '[items]', 'assignedById');
  if (key.startsWith('activity_')) return [`$result[${key}][RESPONSIBLE_ID]`];
  return [];
}

/** One activity, with what was said where it is a call that the portal has written down. */
export function singleCalls(id: number): BatchCalls {
  const calls: BatchCalls = {
    [activityKey(id)]: {method: 'crm.activity.get', parameters: {id}},
    [transcriptKey(id)]: {
      method: 'crm.activity.call.getTranscript',
      parameters: {activityId: id},
    },
  };
  return {...calls, ...peopleCall(responsibleKey({typeId: 0, id}, 'activity'), calls)};
}
