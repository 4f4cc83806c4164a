/** What all pages of one simulated portal have in common: tabs and sliders beside the first page. */
import {Timeline} from './timeline.js';

export class SharedByPages<Page> {
  readonly timeline = new Timeline();
  readonly appOptions: Record<string, unknown> = {};
  readonly userOptions: Record<string, unknown> = {};
  readonly #pages = new Set<Page>();
  readonly #opened = {tab: 1, slider: 0};
  #calls = 0;

  /** Every open page, the first one first. */
  get pages(): readonly Page[] {
    return [...this.#pages];
  }

  add(page: Page): void {
    this.#pages.add(page);
  }

  /** Returns whether it was there. */
  remove(page: Page): boolean {
    return this.#pages.delete(page);
  }

  /** Numbers the calls of all pages, so that two never have the same id by chance. */
  readonly nextCall = (): number => {
    this.#calls += 1;
    return this.#calls;
  };

  /** What the next page is called: the second tab is `tab 2`. */
  nextName(kind: 'tab' | 'slider'): string {
    this.#opened[kind] += 1;
    return `${kind} ${this.#opened[kind]}`;
  }
}
