/** One activity as an element shows it. */
import {entityPath} from '../../model/entity/entity-ref.js';
import {isContact} from '../../model/history/activity-kind.js';
import type {Activity} from '../../model/history/activity.js';
import type {CrmActivity, ResponsibleUser} from '../history.js';

export interface ActivityContext {
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly nameOf: (userId: number) => string | undefined;
  readonly transcript?: string | null;
}

/** A longer one is a call whose end the portal did not know, or a meeting of days. */
const LONGEST_MS = 86_400_000;

export function viewActivity(activity: Activity, context: ActivityContext): CrmActivity {
  const {now, nameOf, transcript = null} = context;
  const {id, kind, providerId, providerTypeId, direction, subject, description} = activity;
  const {start, end, deadline, isCompleted, owner, responsibleId} = activity;
  const isOver = hasHappened(activity, now);
  return {
    ...{id, kind, providerId, providerTypeId, direction, subject, description},
    ...{start, end, deadline, isCompleted, owner},
    outcome: isOver ? activity.outcome : null,
    durationSeconds: isOver ? durationOf(activity) : null,
    isOverdue: !isOver && deadline !== null && deadline < now,
    responsible: viewResponsible(responsibleId, nameOf),
    path: owner === null ? null : (entityPath(owner) ?? null),
    transcript,
  };
}

export function viewResponsible(
  id: number | null,
  nameOf: ActivityContext['nameOf'],
): ResponsibleUser | null {
  return id === null ? null : {id, name: nameOf(id) || null};
}

/**
 * Whether it is no plan any more. A missed call and an e-mail stay open until somebody has dealt with
 * them; they have happened all the same.
 */
export function hasHappened(activity: Activity, now: number): boolean {
  const {isCompleted, kind, direction} = activity;
  return isCompleted || (isContact(kind) && direction === 'incoming' && timeOf(activity) <= now);
}

/** When it was, or came into being; 0 where nobody knows. */
export function timeOf({start, deadline, created}: Activity): number {
  return start ?? deadline ?? created ?? 0;
}

function durationOf({kind, outcome, start, end}: Activity): number | null {
  const lasts = kind === 'meeting' || (kind === 'call' && (outcome ?? 'answered') === 'answered');
  if (!lasts || start === null || end === null) return null;
  const duration = end - start;
  return duration > 0 && duration <= LONGEST_MS ? Math.round(duration / 1000) : null;
}
