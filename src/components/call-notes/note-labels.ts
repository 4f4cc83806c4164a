/** What can truthfully be said of a note at this moment. */
import type {Note} from '../../controller/notes/note.js';
import type {NoteState} from '../../controller/notes/note-state.js';
import {sentences, text, timeOfDay} from '../../i18n/text.js';
import type {CallCardError} from '../../model/errors/call-card-error.js';
import {isBlankContent} from '../../model/call/note-draft.js';

export interface NotePlace {
  /** Whether there is a record, or the page saves in its own way. */
  readonly canBeSaved: boolean;
  /** Whether the page saves in its own way: nobody can look whether it did. */
  readonly isPagesOwn: boolean;
  /** Whether there are other frames of the app: they keep a draft where storage is denied. */
  readonly hasOtherPages: boolean;
}

/** A sentence or a few; none where there is nothing to say. */
export function noteWords(note: Note, place: NotePlace): string {
  const words = stateWords(note, place);
  if (isBlankContent(note.content) || note.state.status === 'saving') return words;
  return sentences(words, text(keepingWords(note, place)));
}

/** Whether it is bad news. */
export function isBadNews({status}: NoteState): boolean {
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

/** What it means for a note, where the words that all elements share say less. */
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
