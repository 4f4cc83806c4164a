/** The words of one language, which come section by section. */
import type {Section} from './texts.js';

/** The words of a file, by whatever name it exports them. */
export type WordFile = () => Promise<Readonly<Record<string, Words>>>;

/** Words by their keys. */
export type Words = Readonly<Record<string, string>>;

export class Vocabulary {
  /** The key is the text that is shown; `@lit/localize` calls them templates. */
  readonly templates: Record<string, string> = {};
  readonly #load: (section: Section) => Promise<readonly Words[]>;
  readonly #coming = new Map<Section, Promise<void>>();
  readonly #there = new Set<Section>();
  #overrides: Words = {};

  /** @param load - gives a section's words, later ones before earlier ones; never rejects */
  constructor(load: (section: Section) => Promise<readonly Words[]>) {
    this.#load = load;
  }

  has(section: Section): boolean {
    return this.#there.has(section);
  }

  /** Resolves when the section's words are there. */
  need(section: Section): Promise<void> {
    const coming = this.#coming.get(section) ?? this.#take(section);
    this.#coming.set(section, coming);
    return coming;
  }

  /** Says these words from now on, whatever the files say. */
  override(words: Words): void {
    this.#overrides = {...this.#overrides, ...words};
    Object.assign(this.templates, words);
  }

  async #take(section: Section): Promise<void> {
    Object.assign(this.templates, ...(await this.#load(section)), this.#overrides);
    this.#there.add(section);
  }
}
