/** The events by which a panel tells what is on screen. */
import type {CrmRecord} from '../../crm/record.js';
import {RecordErrorEvent} from '../../events/record-error-event.js';
import {RecordLoadEvent} from '../../events/record-load-event.js';
import {RecordMissingEvent} from '../../events/record-missing-event.js';
import type {CallCardError} from '../../model/errors/call-card-error.js';
import type {PanelState} from './state/panel-state.js';

/** A record, a failure, or the number of whom nobody knows; empty for a hidden one. */
type News = CrmRecord | CallCardError | string | undefined;

export class PanelAnnouncer {
  readonly #host: EventTarget;
  #announced: News;

  constructor(host: EventTarget) {
    this.#host = host;
  }

  /** Tells once of each record, each failure and each unknown caller, when it is on screen. */
  announce(present: PanelState): void {
    const news = newsOf(present);
    if (news === this.#announced) return;
    this.#announced = news;
    const event = eventOf(present, news);
    if (event !== undefined) this.#host.dispatchEvent(event);
  }
}

function newsOf(present: PanelState): News {
  if (present.status === 'not-linked' && present.number !== null && present.error === null) {
    return present.number.kind === 'number' ? present.number.value : '';
  }
  if (present.status !== 'record') return undefined;
  const {loading} = present;
  if (loading.status === 'loaded') return loading.error ?? loading.value;
  return loading.status === 'failed' ? loading.error : undefined;
}

function eventOf(present: PanelState, news: News): Event | undefined {
  if (typeof news === 'string') return new RecordMissingEvent(news || null);
  if (present.status !== 'record') return undefined;
  const {loading, ref} = present;
  if (loading.status === 'loading') return undefined;
  const {error} = loading;
  if (error !== undefined) return new RecordErrorEvent(ref, error);
  return loading.status === 'loaded' ? new RecordLoadEvent(loading.value.ref) : undefined;
}
