/** A promise raced with an `AbortSignal`: the caller stops waiting, while the work goes on for others. */
import {CallCardError} from '../errors/call-card-error.js';

/**
 * Settles as the work does, or rejects as soon as the signal is aborted. The work itself goes on.
 *
 * @param request - the name of the work in the error
 * @param reason - makes the error; one with the code `aborted` by default
 */
export function raceSignal<T>(
  signal: AbortSignal | undefined,
  request: string,
  work: () => Promise<T>,
  reason: (request: string) => CallCardError = abortedError,
): Promise<T> {
  if (signal === undefined) return work();
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(reason(request));
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, {once: true});
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}

export function abortedError(request: string): CallCardError {
  return new CallCardError('aborted', 'The request was cancelled.', {request});
}
