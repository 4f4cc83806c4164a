/** The notification that a note is not saved, and why. */
import type {CallCardError} from '../model/errors/call-card-error.js';
import type {CallNote} from '../model/call/note-draft.js';

/**
 * A note could not be saved and is not tried again by itself. It is still in the field. Does not bubble and
 * is not composed.
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
