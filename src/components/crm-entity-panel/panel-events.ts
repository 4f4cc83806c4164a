/** The events that a panel dispatches about the record on screen. */
import type {CrmRecord} from '../../crm/record.js';
import {RecordCompleteEvent} from '../../events/record-complete-event.js';
import {RecordErrorEvent} from '../../events/record-error-event.js';
import {RecordLoadEvent} from '../../events/record-load-event.js';
import {RecordMissingEvent} from '../../events/record-missing-event.js';
import type {CallCardError} from '../../model/errors/call-card-error.js';
import type {PanelState} from './state/panel-state.js';

/** A record, a failure, or a number without a record; empty for a hidden number. */
type Subject = CrmRecord | CallCardError | string | undefined;

export class PanelEvents {
  /** Resolves with the first of them. */
  readonly first: Promise<void>;
  readonly #host: EventTarget;
  #last: Subject;
  #complete: CrmRecord | undefined;
  #resolveFirst: () => void = () => undefined;

  constructor(host: EventTarget) {
    this.#host = host;
    this.first = new Promise((resolve) => (this.#resolveFirst = resolve));
  }

  /** Treats a record with more names as the one without, whose event was dispatched. */
  replaceRecord(before: CrmRecord, after: CrmRecord): void {
    if (this.#last === before) this.#last = after;
    if (this.#complete === before) this.#complete = after;
  }

  /** Dispatches one event for each record that has all names of the fields on screen. */
  dispatchComplete(record: CrmRecord): void {
    if (this.#complete === record) return;
    this.#complete = record;
    this.#host.dispatchEvent(new RecordCompleteEvent(record.ref));
  }

  /** Dispatches one event for each record, failure or unknown number that comes on screen. */
  dispatchFor(state: PanelState): void {
    const subject = subjectOf(state);
    if (subject === this.#last) return;
    this.#last = subject;
    const event = eventOf(state, subject);
    if (event === undefined) return;
    this.#host.dispatchEvent(event);
    this.#resolveFirst();
  }
}

function subjectOf(state: PanelState): Subject {
  if (state.status === 'not-linked' && state.number !== null && state.error === null) {
    return state.number.kind === 'number' ? state.number.value : '';
  }
  if (state.status !== 'record') return undefined;
  const {loading} = state;
  if (loading.status === 'loaded') return loading.error ?? loading.value;
  return loading.status === 'failed' ? loading.error : undefined;
}

function eventOf(state: PanelState, subject: Subject): Event | undefined {
  if (typeof subject === 'string') return new RecordMissingEvent(subject || null);
  if (state.status !== 'record') return undefined;
  const {loading, ref} = state;
  if (loading.status === 'loading') return undefined;
  const {error} = loading;
  if (error !== undefined) return new RecordErrorEvent(ref, error);
  return loading.status === 'loaded' ? new RecordLoadEvent(loading.value.ref) : undefined;
}
