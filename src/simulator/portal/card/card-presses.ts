/**
 * Keeps presses from buttons of the card that they were not meant for: those that came under the
 * pointer a moment ago. The rules are in the model, and the kit's own controls have them, too.
 */
import {
  isMeant,
  rememberPress,
  type Layout,
  type PressHistory,
} from '../../../model/card/press-guard.js';

/** A button of a state by its action and its call, since it is made anew; any other is itself. */
type Control = Element | string;

/** Of each page: the next call's card knows what was pressed in the one before. */
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

  /** To be called before other buttons are shown: what is where until now, and whose call it will be. */
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
    // One that comes of a key or of a script is made on the button itself.
    const isUnmeant = event.detail > 0 && this.#unmeant !== undefined;
    if (!isUnmeant || this.#controlOf(event) !== this.#unmeant) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** A key that is held down presses once. */
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
    // Of another realm where the page is a frame.
    const button = (target as Element | null)?.closest('button') ?? undefined;
    return button === undefined || !this.#card.contains(button) ? undefined : this.#nameOf(button);
  }

  #nameOf(button: HTMLElement): Control {
    const {action} = button.dataset;
    return action === undefined ? button : `${action} ${this.#callId}`;
  }
}
