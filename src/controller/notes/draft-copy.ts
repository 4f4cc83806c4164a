/**
 * The content of a note as one copy of a replicated draft: another load of the page, another tab and
 * other frames may have the same draft. A version vector orders the copies; no words are lost.
 */
import {
  FIRST_VERSION,
  hasAllOfVersion,
  versionAfter,
  type DraftVersion,
} from '../../model/call/draft-version.js';
import {isBlankContent, type NoteContent, type NoteDraft} from '../../model/call/note-draft.js';

export const EMPTY: NoteContent = {text: '', disposition: ''};

/** The longest id that other frames accept; see `readId`. */
const LONGEST_ID = 80;

export class DraftCopy {
  readonly #newId: () => string;
  readonly #loadId: string;
  #id: string;
  #version: DraftVersion;
  #content: NoteContent;
  /** The content that was entered in this load of the page. */
  #own = EMPTY;
  #wasEdited = false;

  /** @param stored - the draft of an earlier load of the page, if any */
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

  setContent(content: NoteContent): void {
    this.#content = content;
    this.#own = content;
    this.#wasEdited = true;
    this.#version = versionAfter(this.#version, this.#loadId);
  }

  /** Becomes a copy of another draft. */
  adoptDraft({id, version, content}: NoteDraft): void {
    this.#id = id;
    this.#version = version;
    this.#content = content;
    this.#own = EMPTY;
  }

  /**
   * Takes over the content of another copy, unless that lacks words that were entered into this one.
   * Returns whether the content changed.
   */
  followCopy({version, content}: NoteDraft): boolean {
    const goesOn = hasAllOfVersion(version, this.#version) && hasAllOf(content, this.#own);
    if (!goesOn || isSameContent(content, this.#content)) return false;
    this.#version = version;
    this.#content = content;
    return true;
  }

  /** Whether all its content is also in another copy. */
  isOnlyCopyOf(id: string, version: DraftVersion): boolean {
    const isCopy = id === this.#id && hasAllOfVersion(version, this.#version);
    return isCopy && isBlankContent(this.#own);
  }

  /**
   * Starts a new draft with the rest that was not saved or deleted. Its id is the same in all copies with
   * this rest.
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

/** Whether the content begins with a part's text and has its disposition. */
function hasAllOf(content: NoteContent, part: NoteContent): boolean {
  const {disposition} = part;
  return (
    content.text.startsWith(part.text) &&
    (disposition === '' || disposition === content.disposition)
  );
}
