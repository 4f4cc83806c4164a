/** The notification that a note is saved. */
import type {CallNote} from '../model/call/note-draft.js';

/**
 * Tells that the portal, or the page's own `save`, has confirmed to have the note. Neither bubbles
 * nor leaves the tree.
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
