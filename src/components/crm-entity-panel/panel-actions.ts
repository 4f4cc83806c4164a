/** Opens pages of the portal in its slider, and calls numbers through it. */
import type {ReactiveControllerHost} from 'lit';
import type {CallCardController} from '../../controller/call-card-controller.js';
import type {CrmRecord} from '../../crm/record.js';
import {RecordErrorEvent} from '../../events/record-error-event.js';
import {RecordOpenEvent} from '../../events/record-open-event.js';
import {toCallCardError} from '../../model/errors/call-card-error.js';
import {sameEntity, type EntityRef} from '../../model/entity/entity-ref.js';
import {portalNumber, type PhoneNumber} from '../../model/call/phone.js';

export type Failure = 'open' | 'call';

/** The last number that the portal was asked to call. */
interface Called {
  readonly number: string;
  /** The portal's time to refuse is not over. */
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

  /** What the portal refused: from then on links do what links do. */
  get failures(): ReadonlySet<Failure> {
    return this.#failures;
  }

  /** The number that the portal was asked to call, as it is written; none if the portal refused. */
  get called(): string | null {
    return this.#called?.number ?? null;
  }

  /** Another record is on screen: what happened to the last one is over. */
  forget(): void {
    this.#failures = new Set();
    this.#called = null;
  }

  open(event: MouseEvent, path: string, entity: EntityRef | null): void {
    const controller = this.#controller();
    if (isForBrowser(event) || this.#failures.has('open') || controller === undefined) return;
    event.preventDefault();
    if (!this.#host.dispatchEvent(new RecordOpenEvent(path, entity))) return;
    this.#watch('open', 'openPath', controller.openPath(path));
  }

  call(event: MouseEvent, phone: PhoneNumber): void {
    const {record} = this.#host;
    if (isForBrowser(event) || record === null || this.#failures.has('call')) return;
    event.preventDefault();
    // The second click of two that were meant as one: the portal would call twice.
    if (this.#called?.isPending === true) return;
    const called: Called = {number: phone.text, isPending: true};
    this.#called = called;
    this.#host.requestUpdate();
    const outcome = record
      .callNumber(portalNumber(phone))
      .finally(() => (called.isPending = false));
    this.#watch('call', 'imPhoneTo', outcome);
  }

  #watch(failure: Failure, request: string, outcome: Promise<void>): void {
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

/** With a modifier key, or another button, a link does what the browser's links do. */
function isForBrowser({button, ctrlKey, metaKey, shiftKey}: MouseEvent): boolean {
  return button !== 0 || ctrlKey || metaKey || shiftKey;
}
