/**
 * Keeps presses from controls that they were not meant for: those that came under the pointer, or to
 * the key, a moment ago. The rules are in the model.
 */
import type {LitElement, ReactiveController} from 'lit';
import {
  isMeant,
  rememberPress,
  type Layout,
  type Press,
  type PressHistory,
} from '../../../model/card/press-guard.js';

const CONTROLS = 'button, [role="option"]';

export class ControlPresses implements ReactiveController {
  readonly #host: LitElement;
  #history: PressHistory<Element> = {};
  /** What the pointer went down on without meaning it. */
  #unmeant: Element | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('click', this.#onClick, {capture: true});
    host.addEventListener('keydown', this.#onKey, {capture: true});
  }

  hostConnected(): void {
    // On the whole page: what was pressed elsewhere may have moved these controls.
    document.addEventListener('pointerdown', this.#onPointer, {capture: true});
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#onPointer, {capture: true});
    this.#history = {};
    this.#unmeant = undefined;
  }

  /** To be called before other controls are shown: what is where until now. */
  beforeChange(): void {
    if (!this.#host.hasUpdated) return;
    this.#history = {
      ...this.#history,
      change: {at: performance.now(), layout: this.#layout()},
    };
  }

  /** Whether a key may press the control that carries it now. Counts as a press of it. */
  admitKey(key: string, control: Element, at: number): boolean {
    return this.#admit({at, control, place: key});
  }

  readonly #onPointer = (event: PointerEvent): void => {
    const {clientX: x, clientY: y, timeStamp: at} = event;
    const control = this.#controlOf(event);
    this.#unmeant = this.#admit({at, control, place: {x, y}}) ? undefined : control;
  };

  readonly #onClick = (event: MouseEvent): void => {
    // One that comes of a key or of a script is made on the control itself.
    const isUnmeant = event.detail > 0 && this.#unmeant !== undefined;
    if (!isUnmeant || this.#controlOf(event) !== this.#unmeant) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const {key, repeat} = event;
    if (key !== 'Enter' && key !== ' ') return;
    const [target] = event.composedPath();
    // A key that is held down presses once. And where the pressed button is gone, the focus is on the
    // group: nothing is pressed there, and the page does not scroll.
    const isGroup = target instanceof Element && target.matches('[part="group"]');
    if ((repeat && key === 'Enter') || isGroup) event.preventDefault();
  };

  #admit(press: Press<Element>): boolean {
    const isAdmitted = isMeant(press, this.#history);
    this.#history = rememberPress(press, this.#history, this.#layout());
    return isAdmitted;
  }

  #layout(): Layout<Element> {
    const controls = [...this.#host.renderRoot.querySelectorAll(CONTROLS)];
    return new Map(
      controls.map((control) => [
        control,
        {
          box: control.getBoundingClientRect(),
          key: control.getAttribute('aria-keyshortcuts') ?? undefined,
        },
      ]),
    );
  }

  #controlOf(event: Event): Element | undefined {
    return event
      .composedPath()
      .find(
        (target): target is Element =>
          target instanceof Element &&
          target.getRootNode() === this.#host.renderRoot &&
          target.matches(CONTROLS),
      );
  }
}
