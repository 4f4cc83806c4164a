/** Where the notes of an element go: into the record's timeline, or to the page's own function. */
import type {NoteDestination} from '../../controller/notes/note-keeping.js';
import type {CrmStore} from '../../crm/crm-store.js';
import {
  addComment,
  commentOf,
  findComment,
  newestCommentId,
} from '../../crm/actions/timeline-comment.js';
import {CallCardError} from '../../model/errors/call-card-error.js';
import type {CallNote, Disposition, NoteContent, NoteSubject} from '../../model/call/note-draft.js';

/** Saves a note in the page's own way; resolves when it is saved, and rejects when it is not. */
export type SaveNote = (note: CallNote) => Promise<unknown>;

export interface DestinationParts {
  readonly subject: NoteSubject;
  readonly dispositions: readonly Disposition[];
  readonly crm: CrmStore;
  /** The page's own function, if it has one. */
  readonly save: SaveNote | null;
}

export function destinationOf({
  subject,
  dispositions,
  crm,
  save,
}: DestinationParts): NoteDestination {
  const compose = (content: NoteContent): CallNote => ({
    ...subject,
    text: content.text.trim(),
    disposition: dispositionOf(content.disposition, dispositions),
  });
  if (save !== null) {
    return {
      compose,
      // What it resolves with is the page's own matter, and no comment.
      send: async (note) => {
        await save(note);
      },
    };
  }
  let newest: number | null | undefined;
  return {
    compose,
    // Once for all attempts: what it finds stays true.
    mark: async () => {
      if (subject.entity === null) return null;
      newest ??= await newestCommentId(crm, subject.entity);
      return newest;
    },
    send: async (note) => {
      if (note.entity === null) throw new CallCardError('missing-field', 'There is no record.');
      return addComment(crm, note.entity, commentOf(note));
    },
    find: async ({note, after}, isOthers) => {
      if (note.entity === null || after === null) return null;
      return findComment(crm, note.entity, {comment: commentOf(note), after, isOthers});
    },
  };
}

/** What was chosen stays chosen, also when the page no longer offers it. */
function dispositionOf(value: string, offered: readonly Disposition[]): Disposition | null {
  if (value === '') return null;
  return offered.find((one) => one.value === value) ?? {value, label: value};
}
