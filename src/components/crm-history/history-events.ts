/** The events that a history dispatches about what is on screen. */
import type {CrmHistory} from '../../crm/history.js';
import {HistoryErrorEvent} from '../../events/history-error-event.js';
import {HistoryLoadEvent} from '../../events/history-load-event.js';
import type {CallCardError} from '../../model/errors/call-card-error.js';
import type {HistoryState} from './state/history-state.js';

export class HistoryEvents {
  readonly #host: EventTarget;
  #last: CrmHistory | CallCardError | undefined;

  constructor(host: EventTarget) {
    this.#host = host;
  }

  /** Treats a history with more activities as the one without, whose event was dispatched. */
  replaceHistory(before: CrmHistory, after: CrmHistory): void {
    if (this.#last === before) this.#last = after;
  }

  /** Dispatches one event for each history or failure that comes on screen. */
  dispatchFor(state: HistoryState): void {
    if (state.status !== 'record' || state.loading.status === 'loading') {
      this.#last = undefined;
      return;
    }
    const {ref, loading} = state;
    const {error} = loading;
    const subject = error ?? (loading.status === 'loaded' ? loading.value : undefined);
    if (subject === this.#last) return;
    this.#last = subject;
    this.#host.dispatchEvent(
      error === undefined ? new HistoryLoadEvent(ref) : new HistoryErrorEvent(ref, error),
    );
  }
}
