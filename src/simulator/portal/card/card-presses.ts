/**
 * Ignores a press on a button of the card that has moved under the pointer a moment ago, since it was meant
 * for another one. The kit's own controls follow the same rules (`model/card/press-guard.ts`).
 */
import {
  isMeant,
  rememberPress,
  type Layout,
  type PressHistory,
} from '../../../model/card/press-guard.js';

/** A button: those of a state by action and call, since they are made anew; others by their element. */
type Control = Element | string;

/** The presses of each page. They outlive a card, since they matter to the next one. */
const histories = new WeakMap<Document, PressHistory<Control>>();

export class CardPresses {
  readonly #card: HTMLElement;
  readonly #document: Document;
  #callId = '';
  #unmeant: Control | undefined;

  constructor(card: HTMLElement) {
    this.#card = card;
    this.#document = card.ownerDocument;
    this.#document.addEventListener('pointerdown', this.#onPointer, {capture: true});
    card.addEventListener('click', this.#onClick, {capture: true});
    card.addEventListener('keydown', this.#onKey, {capture: true});
  }

  /**
   * Remembers the layout of the buttons; to be called before other buttons are shown.
   *
   * @param callId - the call of the new buttons
   */
  beforeChange(callId: string): void {
    const layout = this.#layout();
    this.#callId = callId;
    if (layout.size > 0) {
      histories.set(this.#document, {...this.#history, change: {at: performance.now(), layout}});
    }
  }

  dispose(): void {
    this.#document.removeEventListener('pointerdown', this.#onPointer, {capture: true});
  }

  get #history(): PressHistory<Control> {
    return histories.get(this.#document) ?? {};
  }

  readonly #onPointer = (event: PointerEvent): void => {
    if (!this.#card.isConnected) return;
    const {clientX: x, clientY: y, timeStamp: at} = event;
    const control = this.#controlOf(event);
    const press = {at, control, place: {x, y}};
    this.#unmeant = isMeant(press, this.#history) ? undefined : control;
    histories.set(this.#document, rememberPress(press, this.#history, this.#layout()));
  };

  readonly #onClick = (event: MouseEvent): void => {
    // A click by key or script has no pointer position, so it is always meant.
    const isUnmeant = event.detail > 0 && this.#unmeant !== undefined;
    if (!isUnmeant || this.#controlOf(event) !== this.#unmeant) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** Ignores the repetitions of a key that is held down. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
  };

  #layout(): Layout<Control> {
    const buttons = [...this.#card.querySelectorAll('button')];
    return new Map(
      buttons.map((button) => [this.#nameOf(button), {box: button.getBoundingClientRect()}]),
    );
  }

  #controlOf({target}: Event): Control | undefined {
    // No `instanceof`: in a frame the target belongs to another realm.
    const button = (target as Element | null)?.closest('button') ?? undefined;
    return button === undefined || !this.#card.contains(button) ? undefined : this.#nameOf(button);
  }

  #nameOf(button: HTMLElement): Control {
    const {action} = button.dataset;
    return action === undefined ? button : `${action} ${this.#callId}`;
  }
}
