/**
 * Keeps the card open: a wake lock with any number of holds. One `disableAutoClose` serves all of them,
 * renewed before its time is over, and `enableAutoClose` follows the release of the last one
 * (reference: window protocol, section 5). `AutoCloseService` shows it in the snapshot.
 */
import type {CardCommand} from '../../model/card/card-command.js';
import type {CardCommands} from '../commands/card-commands.js';
import type {Clock} from '../../model/clock.js';
import type {SnapshotStore} from '../snapshot-store.js';

/** How long one `disableAutoClose` keeps the card after the end of the call, in milliseconds. */
export const AUTO_CLOSE_HOLD_MS = 65_000;

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
  /** Whether the portal holds the card for this lock, as it was last confirmed. */
  #isHeld = false;
  /** Present while the hold is being renewed. */
  #cancelRenewal: (() => void) | undefined;
  #isDisposed = false;
  /** Commands run one after the other: the newest one must be the last that the portal hears. */
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

/** The card's auto-close in the snapshot, by the app's own commands and by holds. */
export class AutoCloseService {
  readonly #store: SnapshotStore;
  readonly #clock: Clock;
  readonly #lock: AutoCloseLock;
  #reasons: readonly string[] = [];

  constructor(commands: CardCommands, store: SnapshotStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.#lock = new AutoCloseLock(
      {
        disable: () => commands.disableAutoClose(),
        enable: () => commands.enableAutoClose(),
        reasons: (reasons) => this.#takeReasons(reasons),
      },
      clock,
    );
  }

  /** The hold, once the portal has confirmed it. Rejects with what the portal said against it. */
  hold(reason: string, options?: HoldOptions): Promise<Hold> {
    return this.#lock.hold(reason, options);
  }

  /** Shows what a command that the portal has confirmed means for the card's closing. */
  confirmed({name}: CardCommand): void {
    if (name === 'enableAutoClose') this.#store.update({autoClose: {status: 'normal'}});
    if (name !== 'disableAutoClose') return;
    const until = this.#clock.now() + AUTO_CLOSE_HOLD_MS;
    this.#store.update({autoClose: {status: 'held', until, reasons: this.#reasons}});
  }

  /** The portal wants to close the card: every holder is told. */
  beforeClose(): void {
    this.#store.update({autoClose: {status: 'closing', reasons: this.#reasons}});
    this.#lock.beforeClose();
  }

  dispose(): void {
    this.#lock.dispose();
  }

  #takeReasons(reasons: readonly string[]): void {
    this.#reasons = reasons;
    const {autoClose} = this.#store.snapshot;
    if (autoClose.status !== 'normal') this.#store.update({autoClose: {...autoClose, reasons}});
  }
}
