/** The retry policy of notes: exponential backoff with jitter, by the reason of the failure. */
import type {CallCardError} from '../../model/errors/call-card-error.js';

/** Why another attempt may help. `fault`: the portal's servers fail or time out. */
export type WaitReason = 'offline' | 'limit' | 'fault';

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

/** The number of retries. Networks and limits recover by themselves; a fault is for the operator. */
const MOST_RETRIES: Readonly<Record<WaitReason, number>> = {
  offline: Number.POSITIVE_INFINITY,
  limit: Number.POSITIVE_INFINITY,
  fault: 2,
};

export interface Wait {
  readonly reason: WaitReason;
  /** In milliseconds. */
  readonly delay: number;
}

/**
 * The wait before the next attempt; `undefined` if no other attempt may help.
 *
 * @param attempt - the number of earlier retries
 * @param random - from 0 to 1, for the jitter
 */
export function waitAfter(error: CallCardError, attempt: number, random: number): Wait | undefined {
  const reason = reasonOf(error);
  if (reason === undefined || attempt >= MOST_RETRIES[reason]) return undefined;
  const delay = Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS);
  const told = error.portal?.retryAfterMs ?? 0;
  // With jitter, so that frames that were refused together do not come back together.
  return {reason, delay: Math.max(delay * (0.75 + random / 2), told * (1 + random / 10))};
}

/** Whether the portal may have processed the request although the answer was lost. */
export function isUnanswered(error: CallCardError): boolean {
  const reason = reasonOf(error);
  // A 503 without a code comes from a gateway before the portal, which may have processed the request.
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
