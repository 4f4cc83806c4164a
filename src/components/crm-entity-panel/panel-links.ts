/** Opens pages of the portal in its slider, and calls numbers through it. */
import type {ReactiveControllerHost} from 'lit';
import type {CallCardController} from '../../controller/call-card-controller.js';
import type {CrmRecord} from '../../crm/record.js';
import {RecordErrorEvent} from '../../events/record-error-event.js';
import {RecordOpenEvent} from '../../events/record-open-event.js';
import {toCallCardError} from '../../model/call-card-error.js';
import type {EntityRef} from '../../model/entity-ref.js';
import {portalNumber, type PhoneNumber} from '../../model/phone.js';
import {copyText} from '../shared/copy-text.js';

export type Failure = 'open' | 'call';

/** What became of the last number that somebody copied. */
export interface Copied {
  readonly number: string;
  readonly done: boolean;
}

type Host = ReactiveControllerHost & EventTarget & {readonly record: CrmRecord | null};

export class PanelLinks {
  readonly #host: Host;
  readonly #controller: () => CallCardController | undefined;
  #failures: ReadonlySet<Failure> = new Set();
  #copied: Copied | null = null;

  constructor(host: Host, controller: () => CallCardController | undefined) {
    this.#host = host;
    this.#controller = controller;
  }

  /** What the portal refused: from then on links do what links do. */
  get failures(): ReadonlySet<Failure> {
    return this.#failures;
  }

  get copied(): Copied | null {
    return this.#copied;
  }

  /** Another record is on screen: what happened to the last one is over. */
  forget(): void {
    this.#failures = new Set();
    this.#copied = null;
  }

  open(event: MouseEvent, path: string, entity: EntityRef | null): void {
    const controller = this.#controller();
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (elsewhere || this.#failures.has('open') || controller === undefined) return;
    event.preventDefault();
    if (!this.#host.dispatchEvent(new RecordOpenEvent(path, entity))) return;
    this.#watch('open', 'openPath', controller.openPath(path));
  }

  call(event: MouseEvent, number: PhoneNumber): void {
    const callNumber = this.#host.record?.callNumber ?? null;
    if (callNumber === null || this.#failures.has('call')) return;
    event.preventDefault();
    this.#watch('call', 'imPhoneTo', callNumber(portalNumber(number)));
  }

  async copy(number: string): Promise<void> {
    this.#copied = {number, done: await copyText(number)};
    this.#host.requestUpdate();
  }

  #watch(failure: Failure, request: string, outcome: Promise<void>): void {
    const {record: shown} = this.#host;
    outcome.catch((thrown: unknown) => {
      if (shown === null || this.#host.record !== shown) return;
      this.#failures = new Set([...this.#failures, failure]);
      this.#host.requestUpdate();
      this.#host.dispatchEvent(new RecordErrorEvent(shown.ref, toCallCardError(thrown, request)));
    });
  }
}
