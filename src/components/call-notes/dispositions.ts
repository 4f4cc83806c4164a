/** The results of a call that the page offers: the `<option>` children of the element. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Disposition} from '../../model/call/note-draft.js';

/** Follows the children, which may come and change at any time. */
export class Dispositions implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observer: MutationObserver;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#observer = new MutationObserver(() => host.requestUpdate());
    host.addController(this);
  }

  /** Those with a value: one without is what stands there when nothing is chosen. */
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
