/** Whose history is shown: pure rules. */
import type {Snapshot} from '../../../controller/snapshot.js';
import type {EntityRef} from '../../../model/entity/entity-ref.js';
import type {CallCardError} from '../../../model/errors/call-card-error.js';
import type {Reading} from '../../../model/parse/reading.js';
import {targetOf} from '../../shared/record/record-target.js';
import type {ShownRecord} from '../../shared/record/shown-record.js';

export type HistorySubject =
  /** There is no record yet, or it comes before its history. */
  | {readonly status: 'waiting'}
  | {readonly status: 'no-portal'; readonly error: CallCardError}
  | {readonly status: 'bad-attributes'}
  /** The page shows no record. */
  | {readonly status: 'none'}
  | {readonly status: 'record'; readonly ref: EntityRef};

/**
 * Attributes win over the panel on the page, the panel over the call, the call over the record in whose
 * tab the page is. Whatever it is, a panel has its record first.
 *
 * @param named - the record that the element's attributes name; `undefined` without such attributes
 * @param shown - what the panel shows; `undefined` without a panel
 */
export function historySubject(
  snapshot: Snapshot,
  named: Reading<EntityRef | null> | undefined,
  shown: ShownRecord | undefined,
): HistorySubject {
  const target = targetOf(snapshot, named);
  if (target.status === 'no-portal' || target.status === 'bad-attributes') return target;
  if (shown?.isSettled === false) return {status: 'waiting'};
  if (named === undefined && shown !== undefined) return subjectWith(shown.ref);
  if (target.status === 'connecting') return {status: 'waiting'};
  return subjectWith(target.status === 'records' ? (target.refs[0] ?? null) : null);
}

function subjectWith(ref: EntityRef | null): HistorySubject {
  return ref === null ? {status: 'none'} : {status: 'record', ref};
}
