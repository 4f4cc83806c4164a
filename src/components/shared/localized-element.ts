/** An element that shows words of the kit. */
import {LitElement, type ReactiveController} from 'lit';
import {enterPage, leavePage} from '../../i18n/page-language.js';
import {localizer} from '../../i18n/localizer.js';
import type {Section} from '../../i18n/texts.js';
import {reportTheme} from './mistakes/report-mistake.js';

/**
 * Waits with its first picture for its words, so that no others flash up, and is drawn again when
 * the language changes. What it shows says its language and direction; `dir` on the element itself
 * overrules the direction.
 */
export class LocalizedElement extends LitElement {
  /** What it says; the words that several elements share come with it. */
  static words: readonly Section[] = [];

  constructor() {
    super();
    this.addController(new LanguageFollower(this));
  }

  override scheduleUpdate(): Promise<void> | undefined {
    const {words} = this.constructor as typeof LocalizedElement;
    const coming = localizer.need('shared', ...words);
    if (coming !== undefined) return coming.then(() => void super.scheduleUpdate());
    void super.scheduleUpdate();
    return undefined;
  }
}

class LanguageFollower implements ReactiveController {
  readonly #host: LocalizedElement;
  #stop: (() => void) | undefined;

  constructor(host: LocalizedElement) {
    this.#host = host;
  }

  hostConnected(): void {
    this.#stop = localizer.subscribe(() => this.#host.requestUpdate());
    reportTheme(this.#host);
    enterPage(this.#host);
  }

  hostDisconnected(): void {
    this.#stop?.();
    leavePage(this.#host);
  }

  hostUpdated(): void {
    const {words} = this.#host.constructor as typeof LocalizedElement;
    const {locale, direction} = localizer.languageOf(words);
    for (const root of this.#host.renderRoot.children) {
      if (!(root instanceof HTMLElement)) continue;
      root.lang = locale;
      root.dir = this.#host.dir || direction;
    }
  }
}
