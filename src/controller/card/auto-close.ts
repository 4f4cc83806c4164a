/**
 * The card's auto-close in the snapshot, whoever commands it. The keeper of holds is fetched with the
 * first hold: many a page never has one.
 */
import type {CardCommand} from '../../model/card/card-command.js';
import {importPart} from '../../model/lazy-import.js';
import type {AutoCloseLock, Hold, HoldOptions} from './auto-close-hold.js';
import type {CardCommands} from '../commands/card-commands.js';
import type {Clock} from '../../model/clock.js';
import type {SnapshotStore} from '../snapshot-store.js';

/** How long one `disableAutoClose` keeps the card after the end of the call, in milliseconds. */
export const AUTO_CLOSE_HOLD_MS = 65_000;

export class AutoCloseService {
  readonly #commands: CardCommands;
  readonly #store: SnapshotStore;
  readonly #clock: Clock;
  #keeper: Promise<AutoCloseLock> | undefined;
  #reasons: readonly string[] = [];

  constructor(commands: CardCommands, store: SnapshotStore, clock: Clock) {
    this.#commands = commands;
    this.#store = store;
    this.#clock = clock;
  }

  async hold(reason: string, options?: HoldOptions): Promise<Hold> {
    return (await (this.#keeper ??= this.#loadKeeper())).hold(reason, options);
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
    this.#withKeeper((keeper) => keeper.beforeClose());
  }

  dispose(): void {
    this.#withKeeper((keeper) => keeper.dispose());
  }

  #withKeeper(tell: (keeper: AutoCloseLock) => void): void {
    // A keeper that could not be loaded has no holds to tell; who asked for one hears why.
    this.#keeper?.then(tell, () => undefined);
  }

  async #loadKeeper(): Promise<AutoCloseLock> {
    try {
      const {AutoCloseLock} = await importPart(import('./auto-close-hold.js'));
      return new AutoCloseLock(
        {
          disable: () => this.#commands.disableAutoClose(),
          enable: () => this.#commands.enableAutoClose(),
          reasons: (reasons) => this.#takeReasons(reasons),
        },
        this.#clock,
      );
    } catch (error) {
      this.#keeper = undefined;
      throw error;
    }
  }

  #takeReasons(reasons: readonly string[]): void {
    this.#reasons = reasons;
    const {autoClose} = this.#store.snapshot;
    if (autoClose.status !== 'normal') this.#store.update({autoClose: {...autoClose, reasons}});
  }
}
