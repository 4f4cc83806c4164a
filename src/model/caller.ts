/** Records that have the number of a call, and who looks after them. */
import {entityKey, readEntityRef, type EntityRef} from './entity-ref.js';
import {asId, asObject, asText, lookUp} from './reading.js';
import {readRows} from './rows.js';

/** Whether the responsible person's working day is going on. */
export type Workday = 'open' | 'paused' | 'closed';

export interface Caller {
  readonly ref: EntityRef;
  /** The number where the portal tells no name: `#17`. */
  readonly name: string;
  readonly responsible: Responsible | null;
}

export interface Responsible {
  readonly id: number;
  /** `null` where the app may not see the portal's users. */
  readonly name: string | null;
  readonly workday: Workday | null;
}

const WORKDAYS: Readonly<Record<string, Workday>> = {
  OPENED: 'open',
  PAUSED: 'paused',
  CLOSED: 'closed',
  // Nobody ended yesterday's.
  EXPIRED: 'closed',
};

/** Reads `telephony.externalCall.searchCrmEntities`; what names no record is left out. */
export function readCallers(result: unknown): readonly Caller[] {
  const callers = new Map<string, Caller>();
  for (const row of readRows(result)) {
    const {value: ref} = readEntityRef(row['CRM_ENTITY_TYPE'], row['CRM_ENTITY_ID']);
    if (ref === null) continue;
    const name = asText(row['NAME'])?.trim() || `#${ref.id}`;
    const id = asId(row['ASSIGNED_BY_ID']);
    const status = asText(asObject(row['ASSIGNED_BY'])?.['TIMEMAN_STATUS']) ?? '';
    const workday = lookUp(WORKDAYS, status) ?? null;
    const responsible = id === undefined ? null : {id, name: null, workday};
    callers.set(entityKey(ref), {ref, name, responsible});
  }
  return [...callers.values()];
}

/** Reads `crm.duplicate.findbycomm`: the ids by the types' codes, `[]` for none. */
export function readDuplicates(result: unknown): readonly EntityRef[] {
  const types = Object.entries(asObject(result) ?? {});
  return types.flatMap(([type, ids]) =>
    (Array.isArray(ids) ? (ids as unknown[]) : []).flatMap((id) => {
      const {value} = readEntityRef(type, id);
      return value === null ? [] : [value];
    }),
  );
}
