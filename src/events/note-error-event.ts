/** The notification that a note is not saved, and why. */
import type {CallCardError} from '../model/errors/call-card-error.js';
import type {CallNote} from '../model/call/note-draft.js';

/**
 * Tells that a note could not be saved and that only a person can go on: it is still in the field.
 * What is tried again without being asked is no error yet. Neither bubbles nor leaves the tree.
 */
export class NoteErrorEvent extends Event {
  static readonly type = 'note-error';
  readonly note: CallNote;
  readonly error: CallCardError;

  constructor(note: CallNote, error: CallCardError) {
    super(NoteErrorEvent.type);
    this.note = note;
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'note-error': NoteErrorEvent;
  }
}
