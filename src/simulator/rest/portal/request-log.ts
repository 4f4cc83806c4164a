/** What was asked of one portal, in order and without any token. */
import type {LoggedCall, LoggedRequest} from '../contract.js';

/** The eldest requests are forgotten beyond this. */
const CAPACITY = 2000;

type Entry = {-readonly [K in keyof LoggedRequest]: LoggedRequest[K]};

/** Sets the status once the request is answered. */
export type LogFinish = (status: number | null) => void;

export class RequestLog {
  #entries: Entry[] = [];

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  begin(request: Omit<LoggedRequest, 'status'>): LogFinish {
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

/** One call without a batch around it. */
export function singleCall(method: string, parameters: LoggedCall['parameters']): LoggedCall[] {
  return [{method, parameters}];
}
