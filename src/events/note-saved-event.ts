/** The notification that a note is saved. */
import type {CallNote} from '../model/call/note-draft.js';

/**
 * The portal, or the page's own `save`, has confirmed a note. Does not bubble and is not composed.
 */
export class NoteSavedEvent extends Event {
  static readonly type = 'note-saved';
  readonly note: CallNote;

  constructor(note: CallNote) {
    super(NoteSavedEvent.type);
    this.note = note;
  }
}

declare global {
  interface HTMLElementEventMap {
    'note-saved': NoteSavedEvent;
  }
}
