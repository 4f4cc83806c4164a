/** How long to wait before a note that could not be saved is tried again, and when to give up. */
import type {CallCardError} from '../../model/errors/call-card-error.js';

/** Why it is worth waiting. `fault`: the portal's servers answer nonsense, or nothing. */
export type WaitReason = 'offline' | 'limit' | 'fault';

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

/** How many times each is waited for. A network comes back some time; a fault is for the operator. */
const TIMES: Readonly<Record<WaitReason, number>> = {
  offline: Number.POSITIVE_INFINITY,
  limit: Number.POSITIVE_INFINITY,
  fault: 2,
};

export interface Wait {
  readonly reason: WaitReason;
  /** In milliseconds. */
  readonly delay: number;
}

/** Nothing when waiting would not help, or has helped nothing often enough. */
export function waitAfter(error: CallCardError, attempt: number, random: number): Wait | undefined {
  const reason = reasonOf(error);
  if (reason === undefined || attempt >= TIMES[reason]) return undefined;
  const delay = Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS);
  const told = error.portal?.retryAfterMs ?? 0;
  // Those who were refused together must not come back together.
  return {reason, delay: Math.max(delay * (0.75 + random / 2), told * (1 + random / 10))};
}

/** Whether the portal may have done what it was asked although there was no answer to say so. */
export function isUnanswered(error: CallCardError): boolean {
  const reason = reasonOf(error);
  // A gateway that stands before the portal may have lost the answer alone.
  if (reason === 'limit') return error.portal?.status === 503 && error.portal.code === '';
  return reason === 'offline' || reason === 'fault';
}

function reasonOf({code, retryable}: CallCardError): WaitReason | undefined {
  if (!retryable) return undefined;
  if (code === 'offline') return 'offline';
  if (code === 'limit-reached') return 'limit';
  const isFault = code === 'timeout' || code === 'bad-answer' || code === 'unavailable';
  return isFault ? 'fault' : undefined;
}
