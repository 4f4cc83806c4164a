/** One REST method with the retry policy of the batches, and the pause between two attempts. */
import {toCallCardError} from '../../model/errors/call-card-error.js';
import type {RestAnswer} from '../../model/portal/rest-answer.js';
import type {Portal, RequestParameters} from '../../portal/portal.js';
import {delayBefore} from './retry-policy.js';
import type {Clock} from '../../model/clock.js';

export interface RetryingRest {
  readonly portal: Portal;
  readonly time: Clock;
  /** Aborted when the answer is not wanted any more: there are no more attempts then. */
  readonly signal: AbortSignal;
}

/** Rejects with the last error, when that is not to be waited out or was often enough. */
export async function retryingRest(
  {portal, time, signal}: RetryingRest,
  method: string,
  parameters: RequestParameters,
): Promise<RestAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await portal.rest(method, parameters);
    } catch (thrown) {
      const delay = delayBefore(toCallCardError(thrown, method), attempt, time.random());
      if (delay === undefined || !(await pauseFor(delay, [{signal}], time))) throw thrown;
    }
  }
}

/** Waits, and resolves with whether a signal of the group is still not aborted; at once when none is. */
export function pauseFor(
  milliseconds: number,
  group: readonly {readonly signal: AbortSignal}[],
  time: Clock,
): Promise<boolean> {
  const wanted = (): boolean => group.some(({signal}) => !signal.aborted);
  if (!wanted()) return Promise.resolve(false);
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = (): void => {
      stop();
      over.abort();
      resolve(wanted());
    };
    const stop = time.after(milliseconds, end);
    const giveUp = (): void => {
      if (!wanted()) end();
    };
    for (const {signal} of group) {
      signal.addEventListener('abort', giveUp, {signal: over.signal});
    }
  });
}
