/** The base class of the elements that show texts. */
import {LitElement, type ReactiveController} from 'lit';
import {addLocalizedElement, removeLocalizedElement} from '../../i18n/page-language.js';
import {localizer} from '../../i18n/localizer.js';
import {reportTheme} from './mistakes/report-mistake.js';

/**
 * An element with texts of the kit. The first render waits for the texts of the page's language, so
 * that no others flash up. The element renders again when the language changes. Its content has
 * `lang` and `dir`; a `dir` on the element itself overrides the direction.
 */
export class LocalizedElement extends LitElement {
  constructor() {
    super();
    this.addController(new LanguageController(this));
  }

  override scheduleUpdate(): Promise<void> | undefined {
    const loading = localizer.ready();
    if (loading !== undefined) return loading.then(() => void super.scheduleUpdate());
    void super.scheduleUpdate();
    return undefined;
  }
}

class LanguageController implements ReactiveController {
  readonly #host: LocalizedElement;
  #stop: (() => void) | undefined;

  constructor(host: LocalizedElement) {
    this.#host = host;
  }

  hostConnected(): void {
    this.#stop = localizer.subscribe(() => this.#host.requestUpdate());
    reportTheme(this.#host);
    addLocalizedElement(this.#host);
  }

  hostDisconnected(): void {
    this.#stop?.();
    removeLocalizedElement(this.#host);
  }

  hostUpdated(): void {
    const {locale, direction} = localizer.languageOfTexts;
    for (const root of this.#host.renderRoot.children) {
      if (!(root instanceof HTMLElement)) continue;
      root.lang = locale;
      root.dir = this.#host.dir || direction;
    }
  }
}
