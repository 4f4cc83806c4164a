/**
 * Keys for the operator's most urgent actions. Function keys are the same on every keyboard layout and
 * type nothing; browsers do not use these four. A key presses the button that shows it, so it can do no
 * more than the button.
 */
import type {LitElement, ReactiveController} from 'lit';
import type {ActionName} from '../../../model/card/operator-action.js';

export const SHORTCUTS: Partial<Readonly<Record<ActionName, string>>> = {
  answer: 'F2',
  'make-call': 'F2',
  hold: 'F4',
  mute: 'F8',
  'hang-up': 'F9',
  skip: 'F9',
};

/** Whether a key may press its control. @param at - the event's time stamp */
type AdmitKey = (key: string, control: Element, at: number) => boolean;

/** Listens on the whole page while its host is connected. */
export class Shortcuts implements ReactiveController {
  readonly #host: LitElement & {shortcuts: boolean};
  readonly #admitKey: AdmitKey;

  constructor(host: LitElement & {shortcuts: boolean}, admitKey: AdmitKey) {
    this.#host = host;
    this.#admitKey = admitKey;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const {altKey, ctrlKey, metaKey, shiftKey, repeat, defaultPrevented, key} = event;
    if (!this.#host.shortcuts || altKey || ctrlKey || metaKey || shiftKey) return;
    // Prevented: another element of the kit has handled it.
    if (repeat || defaultPrevented || !/^F\d$/.test(key)) return;
    const button = this.#host.renderRoot.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
    if (button === null) return;
    event.preventDefault();
    if (this.#admitKey(key, button, event.timeStamp)) button.click();
  };
}
