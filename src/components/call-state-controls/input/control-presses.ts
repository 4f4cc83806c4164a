/**
 * Blocks presses of a control that came under the pointer, or got its key, a moment ago. The rules are in
 * model/card/press-guard.ts.
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
  /** The control of a blocked `pointerdown`, whose click is blocked, too. */
  #unmeant: Element | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('click', this.#onClick, {capture: true});
    host.addEventListener('keydown', this.#onKey, {capture: true});
  }

  hostConnected(): void {
    // On the whole page: a press elsewhere may have moved these controls.
    document.addEventListener('pointerdown', this.#onPointer, {capture: true});
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#onPointer, {capture: true});
    this.#history = {};
    this.#unmeant = undefined;
  }

  /** Records the layout; to be called before the controls change. */
  recordLayout(): void {
    if (!this.#host.hasUpdated) return;
    this.#history = {
      ...this.#history,
      change: {at: performance.now(), layout: this.#layout()},
    };
  }

  /** Whether a key may press its control. Counts as a press. @param at - the event's time stamp */
  admitKey(key: string, control: Element, at: number): boolean {
    return this.#admit({at, control, place: key});
  }

  readonly #onPointer = (event: PointerEvent): void => {
    const {clientX: x, clientY: y, timeStamp: at} = event;
    const control = this.#controlOf(event);
    this.#unmeant = this.#admit({at, control, place: {x, y}}) ? undefined : control;
  };

  readonly #onClick = (event: MouseEvent): void => {
    // A click by a key or a script (`detail` 0) is dispatched on the control itself.
    const isUnmeant = event.detail > 0 && this.#unmeant !== undefined;
    if (!isUnmeant || this.#controlOf(event) !== this.#unmeant) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const {key, repeat} = event;
    if (key !== 'Enter' && key !== ' ') return;
    const [target] = event.composedPath();
    // A repeated Enter must not press again. After the pressed button is gone the focus is on its group:
    // nothing is pressed there, and the page must not scroll.
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
