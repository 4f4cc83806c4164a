/** Reads with one REST method, waiting out the portal's limits as the batches do. */
import {toCallCardError} from '../../model/errors/call-card-error.js';
import type {RestAnswer} from '../../model/portal/rest-answer.js';
import type {Portal, RequestParameters} from '../../portal/portal.js';
import {delayBefore} from './retry-policy.js';
import {pauseFor} from './pause.js';
import type {Clock} from '../../model/clock.js';

export interface RetryingRest {
  readonly portal: Portal;
  readonly time: Clock;
  /** Says that nobody wants the answer any more: then nothing is waited for. */
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
