/** Where a note is saved and where it is kept: what a note needs of the page that it is on. */
import type {
  CallNote,
  NoteContent,
  NoteDraft,
  UnansweredNote,
} from '../../model/call/note-draft.js';
import type {NoteReceipt} from '../../model/call/note-receipt.js';
import type {Clock} from '../../model/clock.js';

/** Where a note is saved. */
export interface NoteDestination {
  compose(content: NoteContent): CallNote;
  /** Rejects when the note is not saved, or when nobody knows. Resolves with its id, where it has one. */
  send(note: CallNote): Promise<unknown>;
  /** What is there before the note is sent, so that its own can be told later; see `UnansweredNote`. */
  readonly mark?: (() => Promise<number | null>) | undefined;
  /**
   * The id of a note that was sent, or nothing when it is not there; absent where this can't be found
   * out.
   *
   * @param isOthers - whether what has this id is known to be another note
   */
  readonly find?:
    | ((unanswered: UnansweredNote, isOthers: (id: number) => boolean) => Promise<number | null>)
    | undefined;
}

/** What a note needs of the page that it is on. */
export interface NoteKeeping {
  readonly clock: Clock;
  readonly newId: () => string;
  /** Keeps the draft, or forgets it. Returns whether it will be there after a reload. */
  store(draft: NoteDraft | null): boolean;
  /** Calls back when the network is back; returns the undo. */
  onOnline(listener: () => void): () => void;
  /** Resolves when no copy of the draft is being saved elsewhere; what it resolves with ends the turn. */
  readonly takeTurn?: (draftId: string) => Promise<() => void>;
  /** Tells the copies of the draft that it is saved. */
  readonly tellSaved?: (receipt: NoteReceipt) => void;
  /** Whether a comment is known to be another note than this draft. */
  readonly isOthers?: (commentId: number, draftId: string) => boolean;
}
