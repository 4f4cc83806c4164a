/** Holds the card open while a note is not saved. */
import type {CallCardController} from '../call-card-controller.js';
import type {Hold} from '../card/auto-close.js';

export class NoteHold {
  #hold: Promise<Hold | undefined> | undefined;
  #controller: CallCardController | undefined;

  /** Holds the card open, unless it is held already. */
  holdCard(controller: CallCardController, reason: string): void {
    if (this.#hold !== undefined && this.#controller === controller) return;
    this.release();
    this.#controller = controller;
    const hold = controller.holdOpen(reason).catch(() => {
      // The draft is stored all the same. The next letter tries again.
      if (this.#hold === hold) this.#hold = undefined;
      return undefined;
    });
    this.#hold = hold;
  }

  release(): void {
    const hold = this.#hold;
    this.#hold = undefined;
    // If the release fails, the hold ends by itself when its time is over.
    hold?.then((held) => held?.release()).catch(() => undefined);
  }
}
