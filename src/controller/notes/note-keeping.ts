/** What a note needs of its page: a destination for the note, and a store for the draft. */
import type {
  CallNote,
  NoteContent,
  NoteDraft,
  UnansweredNote,
} from '../../model/call/note-draft.js';
import type {NoteReceipt} from '../../model/call/note-receipt.js';
import type {Clock} from '../../model/clock.js';

/** Where a note is saved: a timeline, or the page's own function. */
export interface NoteDestination {
  /** The note as it is sent. */
  compose(content: NoteContent): CallNote;
  /** Resolves with the id of the saved note, if it has one. Rejects if it is not saved, or not known to be. */
  send(note: CallNote): Promise<unknown>;
  /** The id of the newest comment before the note is sent; see `UnansweredNote.after`. */
  readonly newestId?: (() => Promise<number | null>) | undefined;
  /**
   * Searches for a note that was sent. Resolves with its id, or `null` if it is not there. Absent if the
   * destination can't be searched.
   *
   * @param isOthers - whether the comment of an id is known to be another note
   */
  readonly find?:
    | ((unanswered: UnansweredNote, isOthers: (id: number) => boolean) => Promise<number | null>)
    | undefined;
}

/** The services of a note's page. */
export interface NoteKeeping {
  readonly clock: Clock;
  readonly newId: () => string;
  /** Stores the draft, or removes it. Returns whether it will be there after a reload. */
  store(draft: NoteDraft | null): boolean;
  /** Calls the listener when the network is back. Returns the undo. */
  onOnline(listener: () => void): () => void;
  /** Resolves when no copy of the draft is being saved elsewhere, with a function that ends the turn. */
  readonly takeTurn?: (draftId: string) => Promise<() => void>;
  /** Sends the receipt to the copies of the draft. */
  readonly shareReceipt?: (receipt: NoteReceipt) => void;
  /** Whether a comment is known to be the note of another draft. */
  readonly isOthers?: (commentId: number, draftId: string) => boolean;
}
