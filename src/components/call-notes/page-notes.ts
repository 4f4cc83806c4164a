/**
 * The notes of a page: one for each call, whichever elements show it, and those of earlier calls
 * that are still not saved. Session storage has them for the next load of the frame.
 */
import type {CallCardController} from '../../controller/call-card-controller.js';
import {SYSTEM_CLOCK} from '../../controller/clock.js';
import {Note} from '../../controller/notes/note.js';
import {readNoteDraft, type NoteDraft} from '../../model/note-draft.js';

const PREFIX = 'call-card-kit:note:';

const pages = new WeakMap<CallCardController, PageNotes>();

/** The notes that belong to a controller, so that all its elements have the same ones. */
export function notesOf(controller: CallCardController): PageNotes {
  const notes = pages.get(controller) ?? new PageNotes();
  pages.set(controller, notes);
  return notes;
}

export class PageNotes {
  readonly #notes = new Map<string, Note>();
  /** How many elements show each. */
  readonly #open = new Map<string, number>();

  /** The note under a key; an element that shows it says when it does no more. */
  open(key: string): Note {
    this.#open.set(key, (this.#open.get(key) ?? 0) + 1);
    return this.#note(key);
  }

  close(key: string): void {
    const count = (this.#open.get(key) ?? 0) - 1;
    if (count > 0) this.#open.set(key, count);
    else this.#open.delete(key);
    // An operator has a hundred calls a day.
    if (count <= 0 && this.#notes.get(key)?.isUnsaved === false) this.#notes.delete(key);
  }

  /** Notes of calls that no element shows and that are not saved. */
  unfinished(): readonly Note[] {
    const keys = new Set([...storedKeys(), ...this.#notes.keys()]);
    return [...keys]
      .filter((key) => !this.#open.has(key))
      .map((key) => this.#note(key))
      .filter(({isUnsaved, subject}) => isUnsaved && subject.callId !== null);
  }

  #note(key: string): Note {
    const note = this.#notes.get(key) ?? newNote(key);
    this.#notes.set(key, note);
    return note;
  }
}

function newNote(key: string): Note {
  return new Note(
    {
      clock: SYSTEM_CLOCK,
      store: (draft) => store(key, draft),
      onOnline: (listener) => {
        addEventListener('online', listener);
        return () => removeEventListener('online', listener);
      },
    },
    readNoteDraft(read(key)),
  );
}

function store(key: string, draft: NoteDraft | null): boolean {
  try {
    if (draft === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
    return true;
  } catch {
    // Denied, or full: the memory of this page must do, and the element says so.
    return false;
  }
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + key);
  } catch {
    // Denied: then there is nothing that an earlier load could have kept.
    return null;
  }
}

function storedKeys(): readonly string[] {
  try {
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    // Denied, as above.
    return [];
  }
}
