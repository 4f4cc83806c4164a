/** The destination of an element's notes: the record's timeline, or the page's own function. */
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

/** Saves a note. Resolves when it is saved; the value is ignored. Rejects when it is not saved. */
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
      // The page's own value is no id of a comment.
      send: async (note) => {
        await save(note);
      },
    };
  }
  let newest: number | null | undefined;
  return {
    compose,
    // Once for all attempts: older comments stay older.
    newestId: async () => {
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

/** The chosen result, also if the page no longer offers it. */
function dispositionOf(value: string, offered: readonly Disposition[]): Disposition | null {
  if (value === '') return null;
  return offered.find((one) => one.value === value) ?? {value, label: value};
}
