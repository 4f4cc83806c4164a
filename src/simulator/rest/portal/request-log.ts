/** The log of one portal's REST requests, in their order and without tokens. */
import type {LoggedCall, LoggedRequest} from '../contract.js';

/** The number of requests that are kept; older ones are removed. */
const CAPACITY = 2000;

type Entry = {-readonly [K in keyof LoggedRequest]: LoggedRequest[K]};

/** Sets the status of a request when it is answered. */
export type LogFinish = (status: number | null) => void;

export class RequestLog {
  #entries: Entry[] = [];

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  /** Adds a request. The result sets its status later. */
  addRequest(request: Omit<LoggedRequest, 'status'>): LogFinish {
    const entry: Entry = {...request, status: null};
    this.#entries.push(entry);
    if (this.#entries.length > CAPACITY) this.#entries.shift();
    return (status) => {
      entry.status = status;
    };
  }

  clear(): void {
    this.#entries = [];
  }
}

/** The calls of a request that is not a batch. */
export function singleCall(method: string, parameters: LoggedCall['parameters']): LoggedCall[] {
  return [{method, parameters}];
}
