/**
 * The one language in which the kit's words on this page are. Its file is loaded when the language is
 * chosen; until that of another language is there, the page goes on in the present one.
 */
import {configureLocalization, msg} from '@lit/localize';
import {LANGUAGE_CODES, languageOf, portalDirection, portalLocale} from '../model/call/language.js';
import {Emitter} from '../model/emitter.js';
import {MessageCatalog, type LoadedWords, type Words} from './message-catalog.js';
import type {SomeTexts} from './texts.js';
import {wordsOf} from './loading/catalog-loaders.js';

/** How a language is called and written. */
export interface Language {
  /** The portal's code, or the name under which the language was added. */
  readonly code: string;
  /** BCP 47, for `Intl` and `lang`. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Loads what an integrator says in a language: the words, or a module whose default they are. */
export type TextLoader = () => Promise<SomeTexts | {readonly default: SomeTexts}>;

/** `@lit/localize` is told its languages once. Those added later take turns under these names. */
const TURNS = ['x-added-a', 'x-added-b'] as const;

class Localizer {
  readonly #catalogs = new Map<string, MessageCatalog>();
  readonly #added = new Map<string, TextLoader>();
  readonly #changes = new Emitter<void>();
  /** What the page would like, best first. */
  #wishes: readonly string[] = [];
  /** The language that was chosen last; `#language` becomes it when its words are there. */
  #chosen = '';
  #language: Language = describe('en');
  #switching: Promise<void> = Promise.resolve();
  #turn = 0;
  /** Called by `@lit/localize` with one of the names that it was told. */
  readonly #localization = configureLocalization({
    // No language at all: what is said when not even English could be loaded.
    sourceLocale: 'und',
    targetLocales: [...LANGUAGE_CODES, ...TURNS],
    loadLocale: async () => {
      // A page may choose twice in one task: by what is stated, then by what the portal told.
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

  /** The language of the words that are on screen: English where its own could not be loaded. */
  get languageOfWords(): Language {
    return this.#catalogOf(this.#language.code).isBorrowed ? describe('en') : this.#language;
  }

  /** The template of a text. A language that lacks it says it in English. */
  word(key: string): string {
    return msg(inPlainWords(key), {id: key});
  }

  /** The template of a text in one of its plural forms, or in its general one. */
  form(key: string, form: Intl.LDMLPluralRule): string {
    return msg(this.word(`${key}.other`), {id: `${key}.${form}`});
  }

  /** Resolves when the words are there; nothing when they are there already. */
  ready(): Promise<void> | undefined {
    if (this.#chosen === '') this.#choose('en');
    const isSpoken = this.#localization.getLocale() !== 'und';
    if (isSpoken && this.#catalogOf(this.#language.code).isLoaded) return undefined;
    return this.#arrival();
  }

  /** Speaks the first of these languages that the kit knows, by the portal's codes or BCP 47. */
  prefer(wishes: readonly string[]): void {
    this.#wishes = wishes;
    for (const wish of wishes) {
      const known = this.#codeOf(wish);
      if (known === undefined) continue;
      this.#choose(known);
      return;
    }
    this.#choose('en');
  }

  /** Calls the listener when other words are to be shown. Returns the end of it. */
  subscribe(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  add(name: string, load: TextLoader): void {
    const code = name.toLowerCase();
    this.#added.set(code, load);
    this.#catalogs.delete(code);
    if (this.#chosen === code) this.#chosen = '';
    if (this.#wishes.length > 0) this.prefer(this.#wishes);
  }

  override(name: string, words: Words): void {
    const code = this.#codeOf(name);
    if (code === undefined) {
      console.warn(`call-card-kit: there is no language “${name}”; add it with addLanguage().`);
      return;
    }
    this.#catalogOf(code).override(words);
    if (code === this.#language.code) this.#changes.emit();
  }

  #choose(code: string): void {
    if (code === this.#chosen) return;
    this.#chosen = code;
    this.#switching = this.#localization.setLocale(this.#nameOf(code)).then(() => {
      if (this.#chosen !== code) return;
      this.#language = describe(code);
      this.#changes.emit();
    });
  }

  /** The language may change while the words are on their way. */
  async #arrival(): Promise<void> {
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

  #loaderOf(code: string): () => Promise<LoadedWords> {
    const load = this.#added.get(code);
    if (load === undefined) return () => wordsOf(languageOf(code) ?? 'en');
    return async () => {
      const [english, own] = await Promise.all([wordsOf('en'), readAdded(code, load)]);
      return {words: {...english.words, ...own}, areOwn: own !== undefined};
    };
  }

  #codeOf(name: string): string | undefined {
    const tag = name.trim().toLowerCase();
    const [language = ''] = tag.split('-');
    return [tag, language].find((added) => this.#added.has(added)) ?? languageOf(tag);
  }

  #nameOf(code: string): string {
    if (!this.#added.has(code)) return code;
    this.#turn = 1 - this.#turn;
    return TURNS[this.#turn] ?? TURNS[0];
  }
}

export const localizer = new Localizer();

function describe(code: string): Language {
  return {code, locale: portalLocale(code), direction: portalDirection(code)};
}

/** `hang up` for `action.hang-up`: better than nothing where no language could be loaded. */
function inPlainWords(key: string): string {
  return key.replace(/^.*\./, '').replaceAll('-', ' ');
}

async function readAdded(code: string, load: TextLoader): Promise<Words | undefined> {
  try {
    const loaded = await load();
    return 'default' in loaded ? loaded.default : loaded;
  } catch (error) {
    console.warn(`call-card-kit: the language “${code}” could not be loaded.`, error);
    return undefined;
  }
}
