/** Follows the panel of the page: tells which record it shows, once that is on screen. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {CallCardController} from '../../../controller/call-card-controller.js';
import {entityKey} from '../../../model/entity/entity-ref.js';
import {ShownRecords, type ShownRecord} from '../../shared/record/shown-record.js';

/** A hidden page paints nothing: its history is loaded after so long. */
const LONGEST_PAINT_MS = 1000;

export class PanelFollower implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #records: ShownRecords | undefined;
  #unsubscribe: (() => void) | undefined;
  /** The keys of the records that have been on screen. */
  readonly #painted = new Set<string>();
  /** The key of the record that is being painted. */
  #painting = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What the panel shows; unsettled until that is painted; `undefined` without a panel. */
  get shown(): ShownRecord | undefined {
    const shown = this.#records?.shown;
    if (shown === undefined || !shown.isSettled || shown.ref === null) return shown;
    const key = entityKey(shown.ref);
    if (this.#painted.has(key)) return shown;
    void this.#awaitPainting(key);
    return {...shown, isSettled: false};
  }

  setController(controller: CallCardController | undefined): void {
    const records = controller && ShownRecords.of(controller);
    if (records === this.#records) return;
    this.#unsubscribe?.();
    this.#records = records;
    this.#painted.clear();
    this.#unsubscribe = records?.subscribe(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.setController(undefined);
  }

  async #awaitPainting(key: string): Promise<void> {
    if (this.#painting === key) return;
    this.#painting = key;
    await Promise.race([
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
      new Promise((resolve) => setTimeout(resolve, LONGEST_PAINT_MS)),
    ]);
    this.#painted.add(key);
    if (this.#painting === key) this.#painting = '';
    this.#host.requestUpdate();
  }
}
