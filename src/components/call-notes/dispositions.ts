/** The results of a call that the page offers: the `<option>` children of the element. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Disposition} from '../../model/call/note-draft.js';

/** Updates the host when its children come, go or change. */
export class Dispositions implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observer: MutationObserver;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#observer = new MutationObserver(() => host.requestUpdate());
    host.addController(this);
  }

  /** The options with a value; the empty one stands for no choice. */
  get all(): readonly Disposition[] {
    return [...this.#host.querySelectorAll<HTMLOptionElement>(':scope > option')]
      .map(({value, label}) => ({value, label}))
      .filter(({value}) => value !== '');
  }

  hostConnected(): void {
    const changes = {childList: true, subtree: true, characterData: true, attributes: true};
    this.#observer.observe(this.#host, changes);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
