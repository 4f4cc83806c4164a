/** Counts and logs what happens. */
import type {PortalNotice} from '../../model/portal/portal-notice.js';
import type {Clock} from '../../model/clock.js';
import {NO_COUNTS, NOTICE_COUNTERS, type Diagnostics} from './diagnostics.js';
import type {LogEntry, Logger} from './log-record.js';

export class Telemetry {
  readonly #clock: Clock;
  readonly #logger: Logger | undefined;
  #counts = NO_COUNTS;

  constructor(clock: Clock, logger: Logger | undefined) {
    this.#clock = clock;
    this.#logger = logger;
  }

  /** The counts at this moment. */
  get counts(): Diagnostics {
    return this.#counts;
  }

  count(counter: keyof Diagnostics, count = 1): void {
    this.#counts = {...this.#counts, [counter]: this.#counts[counter] + count};
  }

  notice(notice: PortalNotice): void {
    this.count(NOTICE_COUNTERS[notice.kind]);
    this.log({kind: 'notice', notice});
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
