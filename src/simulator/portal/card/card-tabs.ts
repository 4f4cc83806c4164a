/** The tabs of the card, one for each app. */
import {make, makeButton} from '../page/dom.js';

export interface CardTabsOptions {
  readonly document: Document;
  readonly titles: readonly string[];
  readonly onTab: (index: number) => void;
}

export class CardTabs {
  readonly element: HTMLElement;
  readonly #tabs: readonly HTMLButtonElement[];
  readonly #panels: readonly HTMLElement[];
  readonly #onTab: (index: number) => void;

  constructor({document, titles, onTab}: CardTabsOptions) {
    this.#onTab = onTab;
    this.#tabs = titles.map((title, index) => this.#makeTab(document, title, index));
    this.#panels = titles.map((title) =>
      make(document, 'div', {
        class: 'call-card-panel',
        attributes: {role: 'tabpanel', 'aria-label': title},
      }),
    );
    const list = make(document, 'div', {
      class: 'call-card-tab-list',
      attributes: {role: 'tablist', 'aria-label': 'Apps'},
      children: this.#tabs,
    });
    list.addEventListener('keydown', (event) => {
      this.#moveSelection(event);
    });
    this.element = make(document, 'div', {
      class: 'call-card-tabs',
      // Screen readers announce a tab list also when it is empty.
      children: titles.length === 0 ? [] : [list, ...this.#panels],
    });
    this.#select(0);
  }

  panel(index: number): HTMLElement | undefined {
    return this.#panels[index];
  }

  #makeTab(document: Document, title: string, index: number): HTMLButtonElement {
    const open = (): void => {
      this.#select(index);
      this.#onTab(index);
    };
    return makeButton(document, title, open, {attributes: {role: 'tab'}});
  }

  #select(selected: number): void {
    for (const [index, tab] of this.#tabs.entries()) {
      tab.setAttribute('aria-selected', String(index === selected));
      tab.tabIndex = index === selected ? 0 : -1;
    }
    // Hidden panels keep their frames, so that switching tabs does not reload an app.
    for (const [index, panel] of this.#panels.entries()) panel.hidden = index !== selected;
  }

  #moveSelection(event: KeyboardEvent): void {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key] ?? 0;
    if (step === 0) return;
    const current = this.#tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
    const next = this.#tabs[(current + step + this.#tabs.length) % this.#tabs.length];
    next?.focus();
    next?.click();
  }
}
