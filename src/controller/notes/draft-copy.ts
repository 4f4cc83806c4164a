/**
 * What is entered into a note, as one of several copies: another load of the page, another tab and
 * other frames may have the same draft. They follow each other, and no words are lost between them.
 */
import {
  FIRST_VERSION,
  hasAllOfVersion,
  versionAfter,
  type DraftVersion,
} from '../../model/call/draft-version.js';
import {isBlankContent, type NoteContent, type NoteDraft} from '../../model/call/note-draft.js';

export const EMPTY: NoteContent = {text: '', disposition: ''};

/** As long as an id may be that travels; see `readId`. */
const LONGEST_ID = 80;

export class DraftCopy {
  readonly #newId: () => string;
  readonly #loadId: string;
  #id: string;
  #version: DraftVersion;
  #content: NoteContent;
  /** What of it was entered in this load of the page. */
  #own = EMPTY;
  #wasEdited = false;

  /** @param stored - the draft that was kept, if any */
  constructor(newId: () => string, stored: NoteDraft | null) {
    this.#newId = newId;
    this.#loadId = newId();
    this.#id = stored?.id || newId();
    this.#version = stored?.version ?? FIRST_VERSION;
    this.#content = stored?.content ?? EMPTY;
  }

  /** The same in every copy. */
  get id(): string {
    return this.#id;
  }

  get version(): DraftVersion {
    return this.#version;
  }

  get content(): NoteContent {
    return this.#content;
  }

  get isBlank(): boolean {
    return isBlankContent(this.#content);
  }

  get wasEdited(): boolean {
    return this.#wasEdited;
  }

  enter(content: NoteContent): void {
    this.#content = content;
    this.#own = content;
    this.#wasEdited = true;
    this.#version = versionAfter(this.#version, this.#loadId);
  }

  /** Becomes the copy of another draft. */
  adopt({id, version, content}: NoteDraft): void {
    this.#id = id;
    this.#version = version;
    this.#content = content;
    this.#own = EMPTY;
  }

  /** Takes over what was entered into another copy, unless that lacks words that were entered here. */
  follow({version, content}: NoteDraft): boolean {
    const goesOn = hasAllOfVersion(version, this.#version) && hasAllOf(content, this.#own);
    if (!goesOn || isSameContent(content, this.#content)) return false;
    this.#version = version;
    this.#content = content;
    return true;
  }

  /** Whether it has nothing but what was in another copy. */
  isOnlyCopyOf(id: string, version: DraftVersion): boolean {
    const isCopy = id === this.#id && hasAllOfVersion(version, this.#version);
    return isCopy && isBlankContent(this.#own);
  }

  /**
   * The draft is saved or taken back, but for this rest, which is another draft: the same one in all
   * copies of which it is the rest.
   */
  beginAnew(rest: NoteContent): void {
    this.#content = rest;
    const isLeft = !isBlankContent(rest) && this.#id.length < LONGEST_ID;
    if (!isLeft) this.#version = FIRST_VERSION;
    this.#id = isLeft ? `${this.#id}r` : this.#newId();
    this.#own = isBlankContent(this.#own) ? EMPTY : rest;
    this.#wasEdited = false;
  }
}

function isSameContent(a: NoteContent, b: NoteContent): boolean {
  return a.text === b.text && a.disposition === b.disposition;
}

/** Whether the content begins with all that a part of it has. */
function hasAllOf(content: NoteContent, part: NoteContent): boolean {
  const {disposition} = part;
  return (
    content.text.startsWith(part.text) &&
    (disposition === '' || disposition === content.disposition)
  );
}
