/** When the card closes after the conversation: at once, or held open by an app for a while. */
import type {PortalClock} from '../page/clock.js';

/** How long a held card stays after the end of the call, in milliseconds. */
export const AUTO_CLOSE_HOLD_MS = 65_000;

export class AutoClose {
  readonly #clock: PortalClock;
  readonly #close: () => void;
  #blocked = false;
  #ended = false;
  #cancelWait: (() => void) | null = null;

  constructor(clock: PortalClock, close: () => void) {
    this.#clock = clock;
    this.#close = close;
  }

  get blocked(): boolean {
    return this.#blocked;
  }

  /** Whether the call is over and only the app holds the card. */
  get waiting(): boolean {
    return this.#cancelWait !== null;
  }

  /** Holds the card; while it already waits, its time begins anew. */
  disable(): void {
    this.#blocked = true;
    if (this.#ended) this.#wait();
  }

  /** Lets the card close; one that already waits closes now. */
  enable(): void {
    this.#blocked = false;
    if (this.waiting) this.#finish();
  }

  /** The conversation is over. Returns whether the card stays for now. */
  end(): boolean {
    this.#ended = true;
    if (this.#blocked) this.#wait();
    else this.#finish();
    return this.waiting;
  }

  /** Calls everything off: the card was closed by other means. */
  cancel(): void {
    this.#cancelWait?.();
    this.#cancelWait = null;
  }

  #wait(): void {
    this.cancel();
    this.#cancelWait = this.#clock.after(AUTO_CLOSE_HOLD_MS, () => {
      this.#finish();
    });
  }

  #finish(): void {
    this.cancel();
    this.#close();
  }
}
