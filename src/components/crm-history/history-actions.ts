/** Opens the entries of a history in the portal's slider. */
import type {ReactiveControllerHost} from 'lit';
import type {CallCardController} from '../../controller/call-card-controller.js';
import type {CrmActivity, OpenItem} from '../../crm/history.js';
import {HistoryErrorEvent} from '../../events/history-error-event.js';
import {HistoryOpenEvent} from '../../events/history-open-event.js';
import {sameEntity, type EntityRef} from '../../model/entity/entity-ref.js';
import {toCallCardError} from '../../model/errors/call-card-error.js';
import {isForBrowser} from '../shared/record/is-for-browser.js';

type Host = ReactiveControllerHost & EventTarget;

export class HistoryActions {
  readonly #host: Host;
  readonly #controller: () => CallCardController | undefined;
  /** The record whose history is on screen. */
  #ref: EntityRef | null = null;
  #isRefused = false;

  constructor(host: Host, controller: () => CallCardController | undefined) {
    this.#host = host;
    this.#controller = controller;
  }

  /** Whether the portal has refused to open a page: links then act as ordinary links of the browser. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** Says whose history is on screen; forgets what happened with that of another record. */
  setRecord(ref: EntityRef | null): void {
    if (sameEntity(ref, this.#ref)) return;
    this.#ref = ref;
    this.#isRefused = false;
  }

  /** Opens the page of an entry, after a cancelable `history-open`. */
  openEntry(event: MouseEvent, path: string, entry: CrmActivity | OpenItem): void {
    const controller = this.#controller();
    if (isForBrowser(event) || this.#isRefused || controller === undefined) return;
    event.preventDefault();
    if (!this.#host.dispatchEvent(new HistoryOpenEvent(path, entry))) return;
    const ref = this.#ref;
    controller.openPath(path).catch((thrown: unknown) => {
      if (ref === null || !sameEntity(ref, this.#ref)) return;
      this.#isRefused = true;
      this.#host.requestUpdate();
      this.#host.dispatchEvent(new HistoryErrorEvent(ref, toCallCardError(thrown, 'openPath')));
    });
  }
}
