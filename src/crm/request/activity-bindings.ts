/** The records that a call's activity is bound to: smart processes are told nowhere else. */
import {
  CallCardError,
  toCallCardError,
  type CallCardErrorCode,
} from '../../model/errors/call-card-error.js';
import {entityKey, readEntityRef, type EntityRef} from '../../model/entity/entity-ref.js';
import {readList} from '../../model/parse/parse-list.js';
import {retryingRest, type RetryingRest} from './retrying-rest.js';

const METHOD = 'crm.activity.binding.list';

/** What is no failure that passes: asking again would be answered the same. */
const REFUSALS: readonly CallCardErrorCode[] = [
  'not-allowed',
  'not-found',
  'missing-scope',
  'unsupported',
  'refused',
];

/**
 * Nothing when the portal refuses: the call's own bindings do without (reference: REST, section
 * 1.11). Rejects where there was no answer, or none that could be read: nobody knows then.
 */
export async function activityBindings(
  rest: RetryingRest,
  activityId: number,
): Promise<readonly EntityRef[]> {
  try {
    await rest.portal.connect();
    const {result} = await retryingRest(rest, METHOD, {activityId});
    return readActivityBindings(result);
  } catch (thrown) {
    const error = toCallCardError(thrown, METHOD);
    // No right, no such activity, an older portal: then these bindings stay unknown.
    if (REFUSALS.includes(error.code)) return [];
    throw error;
  }
}

function readActivityBindings(result: unknown): readonly EntityRef[] {
  const refs = new Map<string, EntityRef>();
  const {value: rows, problems} = readList(METHOD, result);
  for (const row of rows) {
    const {value} = readEntityRef(row['entityTypeId'], row['entityId']);
    if (value !== null) refs.set(entityKey(value), value);
  }
  const [first] = problems;
  if (refs.size > 0 || first === undefined) return [...refs.values()];
  const message = `The portal's answer to ${METHOD} could not be read (expected ${first.expected}).`;
  throw new CallCardError('bad-answer', message, {request: METHOD});
}
