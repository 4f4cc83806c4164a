/** How often a client has called lately. */
import type {Activity} from '../../model/history/activity.js';
import type {RecentCalls} from '../history.js';
import {hasHappened, timeOf} from './activity-view.js';

const DAYS_MS = 30 * 86_400_000;

/** From so many digits on, numbers with and without the country's code can be told to be the same. */
const LEAST_DIGITS = 7;

export interface RecentCallsInput {
  readonly activities: readonly Activity[];
  /** The oldest moment up to which all activities are known; 0 when all are. */
  readonly knownSince: number;
  readonly now: number;
  readonly phoneNumber: string | null;
}

export function recentCalls({
  activities,
  knownSince,
  now,
  phoneNumber,
}: RecentCallsInput): RecentCalls {
  const since = now - DAYS_MS;
  const calls = activities.filter(
    (one) =>
      one.kind === 'call' &&
      one.direction === 'incoming' &&
      timeOf(one) >= since &&
      hasHappened(one, now),
  );
  const number = digitsOf(phoneNumber ?? '');
  const isFrom = ({phones}: Activity): boolean =>
    phones.some((phone) => isSameNumber(digitsOf(phone), number));
  return {
    since,
    count: calls.length,
    missedCount: calls.filter(({outcome}) => outcome === 'missed').length,
    fromNumberCount: number === '' ? null : calls.filter(isFrom).length,
    isAtLeast: knownSince > since,
  };
}

/** Without what only says that a country's code, or an area's, follows. */
function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^0+/, '');
}

function isSameNumber(one: string, other: string): boolean {
  if (one === other) return true;
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  return short.length >= LEAST_DIGITS && long.endsWith(short);
}
