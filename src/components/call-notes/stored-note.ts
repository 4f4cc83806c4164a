/** A note with what tells whose it is: kept with every letter, in this tab and in the app's other frames. */
import {Note} from '../../controller/notes/note.js';
import type {NoteKeeping} from '../../controller/notes/note-keeping.js';
import type {DraftLine} from '../../hub/sharing/shared-drafts.js';
import type {CallOrigin} from '../../model/call/call-origin.js';
import type {KeptDraft, NoteDraft} from '../../model/call/note-draft.js';
import type {NoteEnvironment} from './note-environment.js';

export interface NoteOwner {
  /** The call; nothing on a page without one. */
  readonly origin: CallOrigin | null;
  /** The record that the page or its attributes name; empty for that of the call. */
  readonly place: string;
}

/** What the notes of a page have in common. */
export interface NotesHome extends Pick<
  NoteKeeping,
  'clock' | 'newId' | 'takeTurn' | 'tellSaved' | 'isOthers'
> {
  readonly environment: NoteEnvironment;
  /** The way to the other frames; nothing before it is known, and where there is none. */
  line(): DraftLine | undefined;
}

export class StoredNote {
  /** Under which it is stored. */
  readonly key: string;
  readonly note: Note;
  readonly #copy: string;
  readonly #home: NotesHome;
  #owner: NoteOwner;
  /** The draft as it was kept last. */
  #kept: KeptDraft | null;

  /** @param stored - the draft that was kept, if any */
  constructor(home: NotesHome, key: string, owner: NoteOwner, stored: KeptDraft | null = null) {
    this.key = key;
    this.#home = home;
    this.#copy = home.newId();
    this.#owner = owner;
    this.#kept = stored;
    this.note = new Note(
      {
        ...home,
        store: (draft) => this.#store(draft),
        onOnline: (listener) => home.environment.onOnline(listener),
      },
      stored,
    );
  }

  get owner(): NoteOwner {
    return this.#owner;
  }

  /** When a page that has it was there for the last time. */
  get seenAt(): number {
    return this.#kept?.seenAt ?? 0;
  }

  /** Tells the other frames, which are there now. */
  introduce(): void {
    if (this.#kept === null || this.#kept.id !== this.note.id) return;
    this.#home.line()?.put({...this.#kept, copy: this.#copy});
  }

  /** More is known of its call, which is still the same. */
  learnOrigin(origin: CallOrigin): void {
    this.#owner = {...this.#owner, origin};
    this.note.storeAgain();
  }

  /** Another note of this page has all of it. */
  giveUp(): void {
    this.#store(null);
  }

  /** The page is still there, or leaves it now. */
  seen(): void {
    if (this.#kept === null) return;
    this.#kept = {...this.#kept, seenAt: Math.round(this.#home.clock.now())};
    const {environment} = this.#home;
    const stored = environment.storedDrafts().get(this.key);
    // Another frame of this tab, which has the same storage, may know better.
    const isOwn = stored?.id === this.#kept.id && stored.content.text === this.#kept.content.text;
    if (isOwn) environment.storeDraft(this.key, this.#kept);
  }

  #store(draft: NoteDraft | null): boolean {
    const line = this.#home.line();
    if (draft === null) {
      this.#kept = null;
      line?.drop(this.#copy);
    } else {
      const seenAt = Math.round(this.#home.clock.now());
      this.#kept = {...draft, ...this.#owner, copy: this.#copy, seenAt};
      line?.put(this.#kept);
    }
    return this.#home.environment.storeDraft(this.key, this.#kept);
  }
}

export function keyOf({origin, place}: NoteOwner): string {
  return origin === null ? place : `${origin.callId}@${String(origin.start)}${place}`;
}
