/** Which records an element is about, and which of them it shows: pure rules. */
import type {Snapshot} from '../../../controller/snapshot.js';
import type {CallCardError} from '../../../model/errors/call-card-error.js';
import type {CallNumber} from '../../../model/call/call.js';
import {sameEntity, type EntityRef} from '../../../model/entity/entity-ref.js';
import type {Reading} from '../../../model/parse/reading.js';

export type RecordTarget =
  /** At least one record, the primary first; the activity may be bound to more. */
  | {
      readonly status: 'records';
      readonly refs: readonly EntityRef[];
      readonly activityId: number | null;
    }
  | {readonly status: 'connecting'}
  | {readonly status: 'no-portal'; readonly error: CallCardError}
  /** The call, which has this number, or the placement has no record. */
  | {readonly status: 'not-linked'; readonly number: CallNumber | null}
  | {readonly status: 'bad-attributes'};

/**
 * Attributes win over the call, the call over the record in whose tab the page is.
 *
 * @param named - the record that the element's attributes name; `undefined` without such attributes
 */
export function targetOf(
  snapshot: Snapshot,
  named: Reading<EntityRef | null> | undefined,
): RecordTarget {
  if (snapshot.status === 'failed') return {status: 'no-portal', error: snapshot.error};
  if (named !== undefined) {
    const {value: ref, problems} = named;
    if (ref !== null) return only(ref);
    return problems.length > 0 ? {status: 'bad-attributes'} : {status: 'not-linked', number: null};
  }
  const {call, placement} = snapshot;
  if (call !== null && call.bindings.length > 0) {
    return {status: 'records', refs: call.bindings, activityId: call.activityId};
  }
  if (placement?.kind === 'record' && placement.entity !== null) return only(placement.entity);
  if (snapshot.status === 'connecting') return {status: 'connecting'};
  return {status: 'not-linked', number: call?.number ?? null};
}

/** The records of both lists in their order, each once. */
export function unionOf(
  first: readonly EntityRef[],
  more: readonly EntityRef[],
): readonly EntityRef[] {
  return [...first, ...more.filter((ref) => !first.some((known) => sameEntity(known, ref)))];
}

/** The record that is shown: the chosen one while the call is bound to it, otherwise the primary. */
export function shownRecord(
  refs: readonly EntityRef[],
  chosen: EntityRef | null,
): EntityRef | undefined {
  return refs.find((ref) => sameEntity(ref, chosen)) ?? refs[0];
}

function only(ref: EntityRef): RecordTarget {
  return {status: 'records', refs: [ref], activityId: null};
}
