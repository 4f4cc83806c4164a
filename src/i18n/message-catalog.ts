/** The catalog of messages in one language, loaded once. */

/** Messages by their keys. */
export type Messages = Readonly<Record<string, string>>;

/** The texts that could be loaded for a language. */
export interface LoadedMessages {
  readonly texts: Messages;
  /** Whether they are the language's own; otherwise they are English, because loading failed. */
  readonly areOwn: boolean;
}

export class MessageCatalog {
  /** The texts by their keys; the name is that of `@lit/localize`. */
  readonly templates: Record<string, string> = {};
  readonly #load: () => Promise<LoadedMessages>;
  #loading: Promise<void> | undefined;
  #state: 'missing' | 'borrowed' | 'own' = 'missing';
  #overrides: Messages = {};

  /** @param load - resolves with the texts; never rejects */
  constructor(load: () => Promise<LoadedMessages>) {
    this.#load = load;
  }

  /** Whether any texts are loaded, the language's own or English ones. */
  get isLoaded(): boolean {
    return this.#state !== 'missing';
  }

  /** Whether the texts are English, because the language's own could not be loaded. */
  get isBorrowed(): boolean {
    return this.#state === 'borrowed';
  }

  /** Resolves when texts are loaded. After a failure the next call tries again. */
  load(): Promise<void> {
    return (this.#loading ??= this.#loadTexts());
  }

  /** Replaces texts, also those of a later load. */
  overrideTexts(texts: Messages): void {
    this.#overrides = {...this.#overrides, ...texts};
    Object.assign(this.templates, texts);
  }

  async #loadTexts(): Promise<void> {
    const {texts, areOwn} = await this.#load();
    Object.assign(this.templates, texts, this.#overrides);
    this.#state = areOwn ? 'own' : 'borrowed';
    if (!areOwn) this.#loading = undefined;
  }
}
