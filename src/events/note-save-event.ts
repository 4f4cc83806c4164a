/** The request to save a note. */
import type {CallNote} from '../model/call/note-draft.js';

/**
 * Asks to save what is entered in `<call-notes>`. It bubbles out of shadow roots; preventing it keeps
 * the note from being saved, and in the field as the draft that it is.
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
