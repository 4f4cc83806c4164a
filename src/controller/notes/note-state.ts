/** What is known of a note, and how saving it ended. */
import type {CallCardError} from '../../model/errors/call-card-error.js';
import type {CallNote} from '../../model/call/note-draft.js';
import type {WaitReason} from './note-retry-policy.js';

export type NoteState =
  | {readonly status: 'empty'}
  /** `restSince`: when what was before these words was saved from a copy of the note, if it was. */
  | {readonly status: 'draft'; readonly restSince?: number}
  | {readonly status: 'saving'}
  /** Not saved, and tried again without being asked. */
  | {readonly status: 'waiting'; readonly reason: WaitReason}
  /** `at`: milliseconds since the epoch. Nothing was typed since. */
  | {readonly status: 'saved'; readonly at: number}
  | {readonly status: 'failed'; readonly error: CallCardError}
  /**
   * It was sent and not answered: it may be saved. `canLook`: whether saving it again looks first;
   * otherwise only the operator can.
   */
  | {readonly status: 'uncertain'; readonly canLook: boolean};

/** How saving ended; nothing when the operator took the text back. */
export type SaveOutcome =
  | {readonly status: 'saved'; readonly note: CallNote}
  | {readonly status: 'failed'; readonly note: CallNote; readonly error: CallCardError}
  | {readonly status: 'withdrawn'};
