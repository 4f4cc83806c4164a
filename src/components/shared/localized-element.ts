/** An element that shows words of the kit. */
import {LitElement, type ReactiveController} from 'lit';
import {enterPage, leavePage} from '../../i18n/page-language.js';
import {localizer} from '../../i18n/localizer.js';
import {reportTheme} from './mistakes/report-mistake.js';

/**
 * Waits with its first picture for its words, so that no others flash up, and is drawn again when
 * the language changes. What it shows says its language and direction; `dir` on the element itself
 * overrules the direction.
 */
export class LocalizedElement extends LitElement {
  constructor() {
    super();
    this.addController(new LanguageFollower(this));
  }

  override scheduleUpdate(): Promise<void> | undefined {
    const coming = localizer.ready();
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
    const {locale, direction} = localizer.languageOfWords;
    for (const root of this.#host.renderRoot.children) {
      if (!(root instanceof HTMLElement)) continue;
      root.lang = locale;
      root.dir = this.#host.dir || direction;
    }
  }
}
