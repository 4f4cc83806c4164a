/** The records that a call's activity is bound to: smart processes are told nowhere else. */
import {entityKey, readEntityRef, type EntityRef} from '../model/entity-ref.js';
import {readRows} from '../model/rows.js';
import type {Portal} from '../portal/portal.js';

/**
 * Nothing when the portal refuses: the call's own bindings do without (reference: REST, section
 * 1.11).
 */
export async function activityBindings(
  portal: Portal,
  activityId: number,
): Promise<readonly EntityRef[]> {
  try {
    await portal.connect();
    const {result} = await portal.rest('crm.activity.binding.list', {activityId});
    return readActivityBindings(result);
  } catch {
    // No right, no such activity, an older portal: then these bindings stay unknown.
    return [];
  }
}

function readActivityBindings(result: unknown): readonly EntityRef[] {
  const refs = new Map<string, EntityRef>();
  for (const row of readRows(result)) {
    const {value} = readEntityRef(row['entityTypeId'], row['entityId']);
    if (value !== null) refs.set(entityKey(value), value);
  }
  return [...refs.values()];
}
