/** Closes the card after the conversation: at once, or after a time while an app holds it open. */
import type {PortalClock} from '../page/clock.js';

/** How long a held card stays open after the end of the call, in milliseconds (observed). */
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

  /** Whether the call is over and only the app holds the card open. */
  get waiting(): boolean {
    return this.#cancelWait !== null;
  }

  /** Holds the card open. A time that runs already starts anew. */
  disable(): void {
    this.#blocked = true;
    if (this.#ended) this.#wait();
  }

  /** Lets the card close. A card whose call is over closes now. */
  enable(): void {
    this.#blocked = false;
    if (this.waiting) this.#finish();
  }

  /** Ends the conversation. Returns whether the card stays open for now. */
  end(): boolean {
    this.#ended = true;
    if (this.#blocked) this.#wait();
    else this.#finish();
    return this.waiting;
  }

  /** Stops the time: the card was closed by other means. */
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
