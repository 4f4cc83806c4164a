/** The words of one language, which come section by section. */
import type {Section} from './texts.js';

/** The words of a file, by whatever name it exports them. */
export type WordFile = () => Promise<Readonly<Record<string, Words>>>;

/** Words by their keys. */
export type Words = Readonly<Record<string, string>>;

/** What could be loaded of a section. */
export interface LoadedWords {
  /** Later ones before earlier. */
  readonly files: readonly Words[];
  /** Whether they are the language's own, not English in place of words that could not be loaded. */
  readonly areOwn: boolean;
}

export class MessageCatalog {
  /** The key is the text that is shown; `@lit/localize` calls them templates. */
  readonly templates: Record<string, string> = {};
  readonly #load: (section: Section) => Promise<LoadedWords>;
  readonly #coming = new Map<Section, Promise<void>>();
  readonly #there = new Set<Section>();
  readonly #borrowed = new Set<Section>();
  #overrides: Words = {};

  /** @param load - gives a section's words; never rejects */
  constructor(load: (section: Section) => Promise<LoadedWords>) {
    this.#load = load;
  }

  has(section: Section): boolean {
    return this.#there.has(section);
  }

  /** Whether the section is said in English, because its own words could not be loaded. */
  borrows(section: Section): boolean {
    return this.#borrowed.has(section);
  }

  /** Resolves when the section's words are there; those that were not to be had are tried again. */
  need(section: Section): Promise<void> {
    const coming = this.#coming.get(section) ?? this.#take(section);
    this.#coming.set(section, coming);
    return coming;
  }

  /** Tries once more to load what is borrowed. */
  async retry(): Promise<void> {
    await Promise.all([...this.#borrowed].map((section) => this.need(section)));
  }

  /** Says these words from now on, whatever the files say. */
  override(words: Words): void {
    this.#overrides = {...this.#overrides, ...words};
    Object.assign(this.templates, words);
  }

  async #take(section: Section): Promise<void> {
    const {files, areOwn} = await this.#load(section);
    Object.assign(this.templates, ...files, this.#overrides);
    this.#there.add(section);
    if (areOwn) {
      this.#borrowed.delete(section);
    } else {
      this.#borrowed.add(section);
      this.#coming.delete(section);
    }
  }
}
