/** Opens pages of the portal in its slider, and calls numbers through it. */
import type {ReactiveControllerHost} from 'lit';
import type {CallCardController} from '../../controller/call-card-controller.js';
import type {CrmRecord} from '../../crm/record.js';
import {RecordErrorEvent} from '../../events/record-error-event.js';
import {RecordOpenEvent} from '../../events/record-open-event.js';
import {toCallCardError} from '../../model/errors/call-card-error.js';
import {sameEntity, type EntityRef} from '../../model/entity/entity-ref.js';
import {portalNumber, type PhoneNumber} from '../../model/call/phone.js';
import {isForBrowser} from '../shared/record/is-for-browser.js';

export type Failure = 'open' | 'call';

/** The last number that the portal was requested to call. */
interface Called {
  readonly number: string;
  /** Whether the portal can still refuse. */
  isPending: boolean;
}

type Host = ReactiveControllerHost & EventTarget & {readonly record: CrmRecord | null};

export class PanelActions {
  readonly #host: Host;
  readonly #controller: () => CallCardController | undefined;
  #failures: ReadonlySet<Failure> = new Set();
  #called: Called | null = null;

  constructor(host: Host, controller: () => CallCardController | undefined) {
    this.#host = host;
    this.#controller = controller;
  }

  /** What the portal has refused: such links then act as ordinary links of the browser. */
  get failures(): ReadonlySet<Failure> {
    return this.#failures;
  }

  /** The number of the last call, as it is written; `null` if the portal refused it. */
  get called(): string | null {
    return this.#called?.number ?? null;
  }

  /** Forgets the actions on the last record. */
  clear(): void {
    this.#failures = new Set();
    this.#called = null;
  }

  /** Opens a page in the portal's slider, after a cancelable `record-open`. */
  openPage(event: MouseEvent, path: string, entity: EntityRef | null): void {
    const controller = this.#controller();
    if (isForBrowser(event) || this.#failures.has('open') || controller === undefined) return;
    event.preventDefault();
    if (!this.#host.dispatchEvent(new RecordOpenEvent(path, entity))) return;
    this.#reportFailure('open', 'openPath', controller.openPath(path));
  }

  /** Calls a number through the portal. */
  callNumber(event: MouseEvent, phone: PhoneNumber): void {
    const {record} = this.#host;
    if (isForBrowser(event) || record === null || this.#failures.has('call')) return;
    event.preventDefault();
    // A double click: the portal would call twice.
    if (this.#called?.isPending === true) return;
    const called: Called = {number: phone.text, isPending: true};
    this.#called = called;
    this.#host.requestUpdate();
    const outcome = record
      .callNumber(portalNumber(phone))
      .finally(() => (called.isPending = false));
    this.#reportFailure('call', 'imPhoneTo', outcome);
  }

  #reportFailure(failure: Failure, request: string, outcome: Promise<void>): void {
    const shown = this.#host.record?.ref ?? null;
    outcome.catch((thrown: unknown) => {
      // The same record may have been loaded again meanwhile.
      if (shown === null || !sameEntity(this.#host.record?.ref ?? null, shown)) return;
      if (failure === 'call') this.#called = null;
      this.#failures = new Set([...this.#failures, failure]);
      this.#host.requestUpdate();
      this.#host.dispatchEvent(new RecordErrorEvent(shown, toCallCardError(thrown, request)));
    });
  }
}
