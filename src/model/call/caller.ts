/** The records with the number of a call, and their responsible persons. */
import {entityKey, readEntityRef, type EntityRef} from '../entity/entity-ref.js';
import {
  asId,
  asObject,
  asText,
  lookUp,
  problem,
  type Problem,
  type Reading,
} from '../parse/reading.js';
import {readList} from '../parse/parse-list.js';

/** The state of the responsible person's working day. */
export type Workday = 'open' | 'paused' | 'closed';

export interface Caller {
  readonly ref: EntityRef;
  /** The name; `#` and the id if the portal gives none. */
  readonly name: string;
  readonly responsible: Responsible | null;
}

export interface Responsible {
  readonly id: number;
  /** `null` if the app has no right to see the portal's users. */
  readonly name: string | null;
  readonly workday: Workday | null;
}

const WORKDAYS: Readonly<Record<string, Workday>> = {
  OPENED: 'open',
  PAUSED: 'paused',
  CLOSED: 'closed',
  // Yesterday's working day was not ended.
  EXPIRED: 'closed',
};

/** Reads `telephony.externalCall.searchCrmEntities`. A row without a record is a problem. */
export function readCallers(result: unknown): Reading<readonly Caller[]> {
  const callers = new Map<string, Caller>();
  const list = readList('searchCrmEntities', result);
  const problems = [...list.problems];
  for (const row of list.value) {
    const {value: ref} = readEntityRef(row['CRM_ENTITY_TYPE'], row['CRM_ENTITY_ID']);
    if (ref === null) {
      problems.push(problem('searchCrmEntities', 'a record', row['CRM_ENTITY_TYPE']));
      continue;
    }
    const name = asText(row['NAME'])?.trim() || `#${ref.id}`;
    const id = asId(row['ASSIGNED_BY_ID']);
    const status = asText(asObject(row['ASSIGNED_BY'])?.['TIMEMAN_STATUS']) ?? '';
    const workday = lookUp(WORKDAYS, status) ?? null;
    const responsible = id === undefined ? null : {id, name: null, workday};
    callers.set(entityKey(ref), {ref, name, responsible});
  }
  return {value: [...callers.values()], problems};
}

/** Reads `crm.duplicate.findbycomm`: ids by the types' codes; `[]` without any. */
export function readDuplicates(result: unknown): Reading<readonly EntityRef[]> {
  const path = 'crm.duplicate.findbycomm';
  const types = asObject(result);
  if (types === undefined) return {value: [], problems: [problem(path, 'ids by types', result)]};
  const refs: EntityRef[] = [];
  const problems: Problem[] = [];
  for (const [type, ids] of Object.entries(types)) {
    for (const id of Array.isArray(ids) ? (ids as unknown[]) : [ids]) {
      const {value} = readEntityRef(type, id);
      if (value === null) problems.push(problem(`${path} ${type}`, 'an id', id));
      else refs.push(value);
    }
  }
  return {value: refs, problems};
}
