/** The state that all pages of one simulated portal share: the first page, its tabs and sliders. */
import {Timeline} from '../frames/timeline.js';

export class PortalWorld<Page> {
  readonly timeline = new Timeline();
  readonly appOptions: Record<string, unknown> = {};
  readonly userOptions: Record<string, unknown> = {};
  readonly #pages = new Set<Page>();
  readonly #listeners = new Set<() => void>();
  readonly #counts = {tab: 1, slider: 0};
  readonly #prefix = Math.random().toString(36).slice(2, 10);
  #callCount = 0;

  /** The open pages in the order in which they were opened. */
  get pages(): readonly Page[] {
    return [...this.#pages];
  }

  add(page: Page): void {
    this.#pages.add(page);
    this.changed();
  }

  /** Calls the listener when a page or a frame opens, closes, is frozen or resumed. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Notifies the listeners. */
  readonly changed = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };

  /** Returns whether the page was open. */
  remove(page: Page): boolean {
    const wasOpen = this.#pages.delete(page);
    if (wasOpen) this.changed();
    return wasOpen;
  }

  /** A number for the next call's id. It is unique among all pages, also after a reload of the portal. */
  readonly nextCallNumber = (): string => {
    this.#callCount += 1;
    return `${this.#prefix}.${this.#callCount}`;
  };

  /** The name of the next page in the timeline, e.g. `tab 2` for the second tab. */
  nextName(kind: 'tab' | 'slider'): string {
    this.#counts[kind] += 1;
    return `${kind} ${this.#counts[kind]}`;
  }
}
