/** The status of a note in words: pure rules. It never promises more than is known. */
import type {Note} from '../../controller/notes/note.js';
import type {NoteState} from '../../controller/notes/note-state.js';
import {sentences, text, timeOfDay} from '../../i18n/text.js';
import type {CallCardError} from '../../model/errors/call-card-error.js';
import {isBlankContent} from '../../model/call/note-draft.js';

export interface NotePlace {
  /** Whether there is a record, or the page has its own `save`. */
  readonly canBeSaved: boolean;
  /** Whether the page has its own `save`: its notes can't be searched for. */
  readonly isPagesOwn: boolean;
  /** Whether the app has other frames: they keep a draft where storage is denied. */
  readonly hasOtherPages: boolean;
}

/** One or more sentences; empty for an empty note that can be saved. */
export function noteWords(note: Note, place: NotePlace): string {
  const words = stateWords(note, place);
  if (isBlankContent(note.content) || note.state.status === 'saving') return words;
  return sentences(words, text(keepingWords(note, place)));
}

/** Whether the state is shown as an error. */
export function isFailure({status}: NoteState): boolean {
  return status === 'failed' || status === 'uncertain';
}

function draftWords(restSince: number | undefined, {canBeSaved}: NotePlace): string {
  const words = text(canBeSaved ? 'notes.draft' : 'notes.no-record');
  if (restSince === undefined) return words;
  return sentences(text('notes.rest', {time: timeOfDay(restSince, 'short')}), words);
}

function keepingWords(
  {isStored}: Note,
  {hasOtherPages}: NotePlace,
): 'notes.kept' | 'notes.kept-by-pages' | 'notes.only-here' {
  if (isStored) return 'notes.kept';
  return hasOtherPages ? 'notes.kept-by-pages' : 'notes.only-here';
}

function stateWords({state, isEditedSince}: Note, place: NotePlace): string {
  switch (state.status) {
    case 'empty':
      return place.canBeSaved ? '' : text('notes.no-record');
    case 'draft':
      return draftWords(state.restSince, place);
    case 'saving':
      return text(isEditedSince ? 'notes.saving-before' : 'notes.saving');
    case 'waiting':
      return text(`notes.waiting.${state.reason}`);
    case 'saved':
      return text('notes.saved', {time: timeOfDay(state.at, 'short')});
    case 'failed':
      return sentences(text('notes.failed'), failureWords(state.error, place));
    case 'uncertain':
      return text(state.canLook && !place.isPagesOwn ? 'notes.uncertain' : 'notes.uncertain.look');
  }
}

/** The error in words: the note's own text where it says more than the shared one. */
function failureWords({code}: CallCardError, {isPagesOwn}: NotePlace): string {
  switch (code) {
    case 'not-found':
    case 'not-allowed':
    case 'missing-scope':
      return text(`notes.failed.${code}`);
    case 'refused':
      return text(isPagesOwn ? 'notes.failed.app' : 'error.refused');
    default:
      return text(`error.${code}`);
  }
}
