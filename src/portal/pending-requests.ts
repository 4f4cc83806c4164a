/** Requests that wait for an answer: each is settled once, by the answer or by the time limit. */
import {CallCardError} from '../model/errors/call-card-error.js';
import type {PortalNotice} from '../model/portal/portal-notice.js';
import type {RequestParameters} from './portal.js';

export interface PendingRequest {
  readonly answer: Promise<unknown>;
  readonly isSettled: boolean;
  /** Takes the portal's value. A second or late one changes nothing and is told as a notice. */
  settle(value: unknown): void;
  fail(error: CallCardError): void;
}

export class PendingRequests {
  readonly #notice: (notice: PortalNotice) => void;
  readonly #waiting = new Set<PendingRequest>();

  constructor(notice: (notice: PortalNotice) => void) {
    this.#notice = notice;
  }

  /** @param timeLimit - in milliseconds, from now */
  start(command: string, parameters: RequestParameters, timeLimit: number): PendingRequest {
    const notice = this.#notice;
    const waiting = this.#waiting;
    let resolve!: (value: unknown) => void;
    let reject!: (error: CallCardError) => void;
    const answer = new Promise((onValue, onError) => {
      resolve = onValue;
      reject = onError;
    });
    const timer = setTimeout(() => {
      request.fail(timeoutError(command, parameters, timeLimit));
    }, timeLimit);
    /** False when it was settled before. */
    const leave = (): boolean => {
      clearTimeout(timer);
      return waiting.delete(request);
    };
    const request: PendingRequest = {
      answer,
      get isSettled() {
        return !waiting.has(request);
      },
      settle: (value) => {
        if (leave()) resolve(value);
        else notice({kind: 'late-answer', command});
      },
      fail: (error) => {
        if (leave()) reject(error);
      },
    };
    waiting.add(request);
    return request;
  }

  /** Rejects all that wait with `disconnected`. */
  dispose(): void {
    for (const request of [...this.#waiting]) {
      request.fail(new CallCardError('disconnected', 'There is no connection to the portal.'));
    }
  }
}

/** The portal answered with something that is not JSON. */
export function notJsonError(command: string, parameters: RequestParameters): CallCardError {
  const text = `The portal's answer to ${command} is not JSON.`;
  return new CallCardError('bad-answer', text, {request: command, parameters});
}

function timeoutError(
  command: string,
  parameters: RequestParameters,
  timeLimit: number,
): CallCardError {
  const text = `The portal did not answer ${command} within ${timeLimit} ms.`;
  return new CallCardError('timeout', text, {request: command, parameters});
}
