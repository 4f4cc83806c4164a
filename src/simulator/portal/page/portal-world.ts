/** What all pages of one simulated portal have in common: tabs and sliders beside the first page. */
import {Timeline} from '../frames/timeline.js';

export class PortalWorld<Page> {
  readonly timeline = new Timeline();
  readonly appOptions: Record<string, unknown> = {};
  readonly userOptions: Record<string, unknown> = {};
  readonly #pages = new Set<Page>();
  readonly #listeners = new Set<() => void>();
  readonly #opened = {tab: 1, slider: 0};
  readonly #series = Math.random().toString(36).slice(2, 10);
  #calls = 0;

  /** Every open page, the first one first. */
  get pages(): readonly Page[] {
    return [...this.#pages];
  }

  add(page: Page): void {
    this.#pages.add(page);
    this.changed();
  }

  /** Calls back whenever a page or a frame comes, goes, is frozen or resumed. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  readonly changed = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };

  /** Returns whether it was there. */
  remove(page: Page): boolean {
    const wasThere = this.#pages.delete(page);
    if (wasThere) this.changed();
    return wasThere;
  }

  /** Numbers the calls of all pages: no two have the same id, also after a reload of the portal. */
  readonly nextCall = (): string => {
    this.#calls += 1;
    return `${this.#series}.${this.#calls}`;
  };

  /** What the next page is called: the second tab is `tab 2`. */
  nextName(kind: 'tab' | 'slider'): string {
    this.#opened[kind] += 1;
    return `${kind} ${this.#opened[kind]}`;
  }
}
