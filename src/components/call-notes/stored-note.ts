/** A note that is stored with every letter, in this tab and in the app's other frames. */
import {Note} from '../../controller/notes/note.js';
import type {NoteKeeping} from '../../controller/notes/note-keeping.js';
import type {DraftLine} from '../../hub/sharing/shared-drafts.js';
import type {CallOrigin} from '../../model/call/call-origin.js';
import type {KeptDraft, NoteDraft} from '../../model/call/note-draft.js';
import type {NoteEnvironment} from './note-environment.js';

/** The call or the record that a note belongs to. */
export interface NoteOwner {
  /** The call; `null` on a page without one. */
  readonly origin: CallOrigin | null;
  /** The record that the page or its attributes name; empty for that of the call. */
  readonly place: string;
}

/** What the notes of a page share. */
export interface NoteServices extends Pick<
  NoteKeeping,
  'clock' | 'newId' | 'takeTurn' | 'shareReceipt' | 'isOthers'
> {
  readonly environment: NoteEnvironment;
  /** The channel to the other frames; `undefined` before it is open, and if there is none. */
  line(): DraftLine | undefined;
}

export class StoredNote {
  /** The key in the storage. */
  readonly key: string;
  readonly note: Note;
  readonly #copy: string;
  readonly #services: NoteServices;
  #owner: NoteOwner;
  /** The draft as it was stored last. */
  #stored: KeptDraft | null;

  /** @param stored - the draft of an earlier load of the page, if any */
  constructor(
    services: NoteServices,
    key: string,
    owner: NoteOwner,
    stored: KeptDraft | null = null,
  ) {
    this.key = key;
    this.#services = services;
    this.#copy = services.newId();
    this.#owner = owner;
    this.#stored = stored;
    this.note = new Note(
      {
        ...services,
        store: (draft) => this.#storeDraft(draft),
        onOnline: (listener) => services.environment.onOnline(listener),
      },
      stored,
    );
  }

  get owner(): NoteOwner {
    return this.#owner;
  }

  /** When a page with this note was last open, in milliseconds since the epoch. */
  get seenAt(): number {
    return this.#stored?.seenAt ?? 0;
  }

  /** Sends the draft to the other frames, for example when the channel opens. */
  shareDraft(): void {
    if (this.#stored === null || this.#stored.id !== this.note.id) return;
    this.#services.line()?.put({...this.#stored, copy: this.#copy});
  }

  /** Sets what is known of the note's call by now. */
  setOrigin(origin: CallOrigin): void {
    this.#owner = {...this.#owner, origin};
    this.note.storeAgain();
  }

  /** Removes the stored draft: another note of this page has all of its words. */
  removeDraft(): void {
    this.#storeDraft(null);
  }

  /** Stores the present time as the last one at which a page had this note. */
  markSeen(): void {
    if (this.#stored === null) return;
    this.#stored = {...this.#stored, seenAt: Math.round(this.#services.clock.now())};
    const {environment} = this.#services;
    const stored = environment.storedDrafts().get(this.key);
    // Another frame of this tab shares the storage, and may have stored a newer draft.
    const isOwn =
      stored?.id === this.#stored.id && stored.content.text === this.#stored.content.text;
    if (isOwn) environment.storeDraft(this.key, this.#stored);
  }

  #storeDraft(draft: NoteDraft | null): boolean {
    const line = this.#services.line();
    if (draft === null) {
      this.#stored = null;
      line?.drop(this.#copy);
    } else {
      const seenAt = Math.round(this.#services.clock.now());
      this.#stored = {...draft, ...this.#owner, copy: this.#copy, seenAt};
      line?.put(this.#stored);
    }
    return this.#services.environment.storeDraft(this.key, this.#stored);
  }
}

export function keyOf({origin, place}: NoteOwner): string {
  return origin === null ? place : `${origin.callId}@${String(origin.start)}${place}`;
}
