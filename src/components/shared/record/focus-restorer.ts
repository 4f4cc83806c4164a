/** Moves the focus on when a focused button disappears with an update. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';

export class FocusRestorer implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #pressed: string;
  readonly #next: string;
  #before: Element | null = null;
  /** Whether the focus was lost and its next element is not there yet. */
  #isPending = false;

  /**
   * @param pressed - the selector of the buttons that may disappear
   * @param next - the selector of the elements of which the first gets the focus, in this or a later update
   */
  constructor(host: ReactiveControllerHost & HTMLElement, pressed: string, next: string) {
    this.#host = host;
    this.#pressed = pressed;
    this.#next = next;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#before = this.#host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const before = this.#before;
    this.#before = null;
    if (before?.matches(this.#pressed) && !before.isConnected) this.#isPending = true;
    if (!this.#isPending) return;
    const next = this.#host.shadowRoot?.querySelector<HTMLElement>(this.#next);
    if (!next) return;
    this.#isPending = false;
    const {activeElement, body} = this.#host.ownerDocument;
    // The operator may have focused something else meanwhile.
    if (activeElement === null || activeElement === body) next.focus();
  }
}
