/** Keeps the focus when the button that was pressed is gone with what it was for. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';

export class FocusRestorer implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #pressed: string;
  readonly #next: string;
  #before: Element | null = null;
  /** The focus was lost, and what gets it has not come yet. */
  #isOwed = false;

  /**
   * @param pressed - a selector of the buttons that go
   * @param next - of what gets the focus then: the first that is there, however late it comes
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
    if (before?.matches(this.#pressed) && !before.isConnected) this.#isOwed = true;
    if (!this.#isOwed) return;
    const next = this.#host.shadowRoot?.querySelector<HTMLElement>(this.#next);
    if (!next) return;
    this.#isOwed = false;
    const {activeElement, body} = this.#host.ownerDocument;
    // Whoever has gone on meanwhile stays there.
    if (activeElement === null || activeElement === body) next.focus();
  }
}
