/** The request to save a note. */
import type {CallNote} from '../model/call/note-draft.js';

/**
 * A note of `<call-notes>` is about to be saved. Bubbles, composed and cancelable: a prevented note is not
 * saved and stays in the field as a draft.
 */
export class NoteSaveEvent extends Event {
  static readonly type = 'note-save';
  readonly note: CallNote;

  constructor(note: CallNote) {
    super(NoteSaveEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.note = note;
  }
}

declare global {
  interface HTMLElementEventMap {
    'note-save': NoteSaveEvent;
  }
}
