/**
 * The localizer: it chooses the one language of the page and loads its catalog of messages. The page stays
 * in its present language until the next catalog is loaded.
 */
import {configureLocalization, msg} from '@lit/localize';
import {LANGUAGE_CODES, languageOf, portalDirection, portalLocale} from '../model/call/language.js';
import {Emitter} from '../model/emitter.js';
import {MessageCatalog, type LoadedMessages, type Messages} from './message-catalog.js';
import type {SomeTexts} from './texts.js';
import {textsOf} from './loading/catalog-loaders.js';

/** A language with its code, locale and direction. */
export interface Language {
  /** The portal's code, or the name under which the language was added. */
  readonly code: string;
  /** BCP 47, for `Intl` and `lang`. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Loads an integrator's texts: resolves with the texts, or with a module that has them as its default export. */
export type TextLoader = () => Promise<SomeTexts | {readonly default: SomeTexts}>;

/** `@lit/localize` gets its locales once, so languages that are added later alternate between these two. */
const ADDED_LOCALES = ['x-added-a', 'x-added-b'] as const;

class Localizer {
  readonly #catalogs = new Map<string, MessageCatalog>();
  readonly #added = new Map<string, TextLoader>();
  readonly #changes = new Emitter<void>();
  /** The preferred languages of the page, best first. */
  #preferred: readonly string[] = [];
  /** The code of the chosen language; `#language` follows when its catalog is loaded. */
  #chosen = '';
  #language: Language = describe('en');
  #switching: Promise<void> = Promise.resolve();
  #addedLocale = 0;
  readonly #localization = configureLocalization({
    // The locale before any catalog is loaded, and if not even English could be.
    sourceLocale: 'und',
    targetLocales: [...LANGUAGE_CODES, ...ADDED_LOCALES],
    loadLocale: async () => {
      // A page may choose twice in one task: by its `lang`, then by the portal's answer.
      await Promise.resolve();
      const catalog = this.#catalogOf(this.#chosen);
      await catalog.load();
      return catalog;
    },
  });

  /** The language that the page is in. */
  get language(): Language {
    return this.#language;
  }

  /** The language of the texts on screen: English if the page's own catalog could not be loaded. */
  get languageOfTexts(): Language {
    return this.#catalogOf(this.#language.code).isBorrowed ? describe('en') : this.#language;
  }

  /** The message of a key; a custom language falls back to English. */
  messageOf(key: string): string {
    return msg(readableKey(key), {id: key});
  }

  /** The message of a key in a plural form; falls back to the form `other`. */
  pluralMessageOf(key: string, form: Intl.LDMLPluralRule): string {
    return msg(this.messageOf(`${key}.other`), {id: `${key}.${form}`});
  }

  /** Resolves when the catalog is loaded; `undefined` if it is loaded already. */
  ready(): Promise<void> | undefined {
    if (this.#chosen === '') this.#chooseLanguage('en');
    const hasLocale = this.#localization.getLocale() !== 'und';
    if (hasLocale && this.#catalogOf(this.#language.code).isLoaded) return undefined;
    return this.#loadChosen();
  }

  /** Chooses the first known one of these languages, given by the portal's codes or BCP 47. */
  setPreferred(languages: readonly string[]): void {
    this.#preferred = languages;
    for (const language of languages) {
      const known = this.#codeOf(language);
      if (known === undefined) continue;
      this.#chooseLanguage(known);
      return;
    }
    this.#chooseLanguage('en');
  }

  /** Calls the listener when the texts on screen have to change. Returns the undo. */
  subscribe(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  /** Adds or replaces a language. */
  addLanguage(name: string, load: TextLoader): void {
    const code = name.toLowerCase();
    this.#added.set(code, load);
    this.#catalogs.delete(code);
    if (this.#chosen === code) this.#chosen = '';
    if (this.#preferred.length > 0) this.setPreferred(this.#preferred);
  }

  /** Replaces some texts of a language. */
  overrideTexts(name: string, texts: Messages): void {
    const code = this.#codeOf(name);
    if (code === undefined) {
      console.warn(`call-card-kit: there is no language “${name}”; add it with addLanguage().`);
      return;
    }
    this.#catalogOf(code).overrideTexts(texts);
    if (code === this.#language.code) this.#changes.emit();
  }

  #chooseLanguage(code: string): void {
    if (code === this.#chosen) return;
    this.#chosen = code;
    this.#switching = this.#localization.setLocale(this.#nameOf(code)).then(() => {
      if (this.#chosen !== code) return;
      this.#language = describe(code);
      this.#changes.emit();
    });
  }

  /** Loads the chosen catalog; the choice may change meanwhile. */
  async #loadChosen(): Promise<void> {
    let code;
    do {
      code = this.#chosen;
      await Promise.all([this.#catalogOf(code).load(), this.#switching]);
    } while (code !== this.#chosen);
  }

  #catalogOf(code: string): MessageCatalog {
    const known = this.#catalogs.get(code);
    if (known !== undefined) return known;
    const load = this.#loaderOf(code);
    const made = new MessageCatalog(async () => {
      const loaded = await load();
      if (!loaded.areOwn) globalThis.addEventListener('online', this.#retry, {once: true});
      return loaded;
    });
    this.#catalogs.set(code, made);
    return made;
  }

  readonly #retry = (): void => {
    const present = this.#catalogOf(this.#language.code);
    void present.load().then(() => this.#changes.emit());
  };

  #loaderOf(code: string): () => Promise<LoadedMessages> {
    const load = this.#added.get(code);
    if (load === undefined) return () => textsOf(languageOf(code) ?? 'en');
    return async () => {
      const [english, own] = await Promise.all([textsOf('en'), readAdded(code, load)]);
      return {texts: {...english.texts, ...own}, areOwn: own !== undefined};
    };
  }

  #codeOf(name: string): string | undefined {
    const tag = name.trim().toLowerCase();
    const [language = ''] = tag.split('-');
    return [tag, language].find((added) => this.#added.has(added)) ?? languageOf(tag);
  }

  #nameOf(code: string): string {
    if (!this.#added.has(code)) return code;
    this.#addedLocale = 1 - this.#addedLocale;
    return ADDED_LOCALES[this.#addedLocale] ?? ADDED_LOCALES[0];
  }
}

export const localizer = new Localizer();

function describe(code: string): Language {
  return {code, locale: portalLocale(code), direction: portalDirection(code)};
}

/** `hang up` for `action.hang-up`: the fallback if no catalog could be loaded. */
function readableKey(key: string): string {
  return key.replace(/^.*\./, '').replaceAll('-', ' ');
}

async function readAdded(code: string, load: TextLoader): Promise<Messages | undefined> {
  try {
    const loaded = await load();
    return 'default' in loaded ? loaded.default : loaded;
  } catch (error) {
    console.warn(`call-card-kit: the language “${code}” could not be loaded.`, error);
    return undefined;
  }
}
