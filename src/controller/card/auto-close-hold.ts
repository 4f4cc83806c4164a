/**
 * Keeps the card open while somebody has a reason to: any number of holds, one `disableAutoClose` for
 * all of them, renewed before its time is over, and `enableAutoClose` after the last is released
 * (reference: window protocol, section 5).
 */
import type {Clock} from '../../model/clock.js';

/** Renewed with a wide margin: timers of hidden frames may be a minute late, to the second. */
const RENEW_AFTER_MS = 30_000;
/** How soon a renewal that failed is tried again. */
const RETRY_AFTER_MS = 3000;

/** A reason to keep the card open. */
export interface Hold {
  readonly reason: string;
  /** Lets go; the last one lets the card close. Resolves when the portal has confirmed it. */
  release(): Promise<void>;
}

export interface HoldOptions {
  /** Told each time when the portal wants to close the card: now is the time to save. */
  readonly onBeforeClose?: () => void;
}

export interface AutoCloseCommands {
  /** Rejects with a `CallCardError`. */
  disable(): Promise<unknown>;
  enable(): Promise<unknown>;
  /** Told of the reasons of all holds whenever they change. */
  reasons(reasons: readonly string[]): void;
}

interface HeldOpen extends Hold {
  readonly onBeforeClose: (() => void) | undefined;
}

export class AutoCloseLock {
  readonly #commands: AutoCloseCommands;
  readonly #clock: Clock;
  readonly #holds = new Set<HeldOpen>();
  /** Whether the portal holds the card for this keeper, as it was last confirmed. */
  #isHeld = false;
  /** Present while the hold is being renewed. */
  #cancelRenewal: (() => void) | undefined;
  #isDisposed = false;
  /** Commands run one after the other: the last wish must be the last one that the portal hears. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(commands: AutoCloseCommands, clock: Clock) {
    this.#commands = commands;
    this.#clock = clock;
  }

  /** The hold, once the portal has confirmed it. Rejects with what the portal said against it. */
  async hold(reason: string, {onBeforeClose}: HoldOptions = {}): Promise<Hold> {
    const held: HeldOpen = {reason, onBeforeClose, release: () => this.#release(held)};
    this.#holds.add(held);
    this.#tell();
    try {
      await this.#settle();
    } catch (error) {
      this.#holds.delete(held);
      this.#tell();
      throw error;
    }
    return held;
  }

  /** The portal wants to close the card: every holder is told. */
  beforeClose(): void {
    for (const {onBeforeClose} of [...this.#holds]) {
      try {
        onBeforeClose?.();
      } catch (error) {
        // The holder's own fault; the others must still hear that the card closes.
        reportError(error);
      }
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stopRenewing();
    this.#holds.clear();
  }

  async #release(held: HeldOpen): Promise<void> {
    if (!this.#holds.delete(held)) return;
    this.#tell();
    await this.#settle();
  }

  /** Brings the portal to what the holds ask for, after whatever is under way. */
  #settle(): Promise<void> {
    const settled = this.#queue.then(() => this.#reconcile());
    // The next in the queue goes on whatever came of this one; its caller hears of it.
    this.#queue = settled.catch(() => undefined);
    return settled;
  }

  async #reconcile(): Promise<void> {
    if (this.#holds.size > 0) {
      if (!this.#cancelRenewal) await this.#renew();
      return;
    }
    this.#stopRenewing();
    if (this.#isHeld) await this.#commands.enable();
    this.#isHeld = false;
  }

  async #renew(): Promise<void> {
    await this.#commands.disable();
    this.#isHeld = true;
    this.#renewAfter(RENEW_AFTER_MS);
  }

  #renewAfter(milliseconds: number): void {
    this.#stopRenewing();
    // A renewal may still be under way at the end.
    if (this.#isDisposed) return;
    this.#cancelRenewal = this.#clock.after(milliseconds, () => {
      this.#queue = this.#queue
        .then(() => (this.#holds.size > 0 ? this.#renew() : undefined))
        // Until the time is over the card is still held: there is room for another try.
        .catch(() => this.#renewAfter(RETRY_AFTER_MS));
    });
  }

  #stopRenewing(): void {
    this.#cancelRenewal?.();
    this.#cancelRenewal = undefined;
  }

  #tell(): void {
    this.#commands.reasons([...this.#holds].map(({reason}) => reason));
  }
}
