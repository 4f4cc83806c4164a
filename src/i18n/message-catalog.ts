/** The words of one language, loaded once. */

/** Words by their keys. */
export type Words = Readonly<Record<string, string>>;

/** What could be loaded of a language. */
export interface LoadedWords {
  readonly words: Words;
  /** Whether they are the language's own, not English in place of words that could not be loaded. */
  readonly areOwn: boolean;
}

export class MessageCatalog {
  /** The key is the text that is shown; `@lit/localize` calls them templates. */
  readonly templates: Record<string, string> = {};
  readonly #load: () => Promise<LoadedWords>;
  #loading: Promise<void> | undefined;
  #state: 'missing' | 'borrowed' | 'own' = 'missing';
  #overrides: Words = {};

  /** @param load - gives the words; never rejects */
  constructor(load: () => Promise<LoadedWords>) {
    this.#load = load;
  }

  /** Whether there are words, be they borrowed. */
  get isLoaded(): boolean {
    return this.#state !== 'missing';
  }

  /** Whether the words are English, because the language's own could not be loaded. */
  get isBorrowed(): boolean {
    return this.#state === 'borrowed';
  }

  /** Resolves when the words are there; own words that were not to be had are tried again. */
  load(): Promise<void> {
    return (this.#loading ??= this.#take());
  }

  /** Says these words from now on, whatever the file says. */
  override(words: Words): void {
    this.#overrides = {...this.#overrides, ...words};
    Object.assign(this.templates, words);
  }

  async #take(): Promise<void> {
    const {words, areOwn} = await this.#load();
    Object.assign(this.templates, words, this.#overrides);
    this.#state = areOwn ? 'own' : 'borrowed';
    if (!areOwn) this.#loading = undefined;
  }
}
