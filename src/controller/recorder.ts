/** Counts and logs what happens. */
import type {HubFault} from '../model/hub-message.js';
import type {PortalNotice} from '../model/portal-notice.js';
import type {Clock} from './clock.js';
import {DiagnosticsCounter, type Diagnostics} from './diagnostics.js';
import type {LogEntry, Logger} from './log-record.js';

export class Recorder {
  readonly #counter = new DiagnosticsCounter();
  readonly #clock: Clock;
  readonly #logger: Logger | undefined;

  constructor(clock: Clock, logger: Logger | undefined) {
    this.#clock = clock;
    this.#logger = logger;
  }

  get counts(): Diagnostics {
    return this.#counter.counts;
  }

  count(counter: keyof Diagnostics, count = 1): void {
    this.#counter.add(counter, count);
  }

  notice(notice: PortalNotice): void {
    this.#counter.notice(notice);
    this.log({kind: 'notice', notice});
  }

  hubFault(fault: HubFault): void {
    this.#counter.hubFault(fault);
  }

  log(entry: LogEntry): void {
    try {
      this.#logger?.({at: this.#clock.now(), ...entry});
    } catch (error) {
      // The logger's own fault: what is logged has happened all the same.
      reportError(error);
    }
  }
}
