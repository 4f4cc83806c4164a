/** The state of a note, and the outcome of saving it. */
import type {CallCardError} from '../../model/errors/call-card-error.js';
import type {CallNote} from '../../model/call/note-draft.js';
import type {WaitReason} from './note-retry-policy.js';

export type NoteState =
  | {readonly status: 'empty'}
  /** `restSince`: when the text before this rest was saved from a copy, in milliseconds since the epoch. */
  | {readonly status: 'draft'; readonly restSince?: number}
  | {readonly status: 'saving'}
  /** Not saved; the next attempt comes by itself. */
  | {readonly status: 'waiting'; readonly reason: WaitReason}
  /** `at`: when it was saved, in milliseconds since the epoch. Nothing was typed since. */
  | {readonly status: 'saved'; readonly at: number}
  | {readonly status: 'failed'; readonly error: CallCardError}
  /**
   * Sent and not answered: it may be saved. `canLook`: whether another attempt searches for it first;
   * otherwise the operator has to.
   */
  | {readonly status: 'uncertain'; readonly canLook: boolean};

/** How saving ended; `withdrawn` if the operator deleted the text meanwhile. */
export type SaveOutcome =
  | {readonly status: 'saved'; readonly note: CallNote}
  | {readonly status: 'failed'; readonly note: CallNote; readonly error: CallCardError}
  | {readonly status: 'withdrawn'};
