/** Holds the card open for as long as somebody says so. */
import type {CallCardController} from '../call-card-controller.js';
import type {Hold} from '../card/auto-close-hold.js';

export class NoteHold {
  #hold: Promise<Hold | undefined> | undefined;
  #controller: CallCardController | undefined;

  /** Holds the card; asking again while it is held changes nothing. */
  keep(controller: CallCardController, reason: string): void {
    if (this.#hold !== undefined && this.#controller === controller) return;
    this.release();
    this.#controller = controller;
    const hold = controller.holdOpen(reason).catch(() => {
      // The draft is kept all the same. With the next letter the card is asked again.
      if (this.#hold === hold) this.#hold = undefined;
      return undefined;
    });
    this.#hold = hold;
  }

  release(): void {
    const hold = this.#hold;
    this.#hold = undefined;
    // A card that is not let go closes by itself when its time is over.
    hold?.then((held) => held?.release()).catch(() => undefined);
  }
}
