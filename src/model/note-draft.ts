/** A note about a call: what is handed over to be saved, and the draft as storage keeps it. */
import {readEntityRef, type EntityRef} from './entity-ref.js';
import {asObject, asText, parseJson, type JsonObject} from './reading.js';

/** The result of the call that the operator chose. */
export interface Disposition {
  readonly value: string;
  /** What the operator reads. */
  readonly label: string;
}

/** What a note is about, as far as it was known when it was written. */
export interface NoteSubject {
  /** `CALL_ID`; none on a page without a call. */
  readonly callId: string | null;
  /** The number of the call, where there is one to show. */
  readonly number: string | null;
  /** The record in whose timeline the note belongs. */
  readonly entity: EntityRef | null;
}

/** A note as it is saved. */
export interface CallNote extends NoteSubject {
  /** As it was typed, without blanks around it; may be empty when a disposition says it all. */
  readonly text: string;
  readonly disposition: Disposition | null;
}

/** What the operator has entered so far. */
export interface NoteContent {
  readonly text: string;
  /** The value of the chosen disposition; empty for none. */
  readonly disposition: string;
}

/** A note that was sent and not answered: it may be there. */
export interface UnansweredNote {
  readonly note: CallNote;
  /** When it was sent, in milliseconds since the epoch. */
  readonly since: number;
}

export interface NoteDraft {
  readonly content: NoteContent;
  readonly subject: NoteSubject;
  readonly unanswered: UnansweredNote | null;
}

/** Whether there is nothing to save. */
export function isBlankContent({text, disposition}: NoteContent): boolean {
  return text.trim() === '' && disposition === '';
}

/** Whether a note is just what is entered. */
export function isNoteOf({text, disposition}: CallNote, content: NoteContent): boolean {
  return text === content.text.trim() && (disposition?.value ?? '') === content.disposition;
}

/** Reads a stored draft; nothing when there is nothing to save in it. */
export function readNoteDraft(stored: string | null): NoteDraft | null {
  const draft = asObject(parseJson(stored ?? '')?.value);
  const content = readContent(asObject(draft?.['content']) ?? {});
  if (draft === undefined || isBlankContent(content)) return null;
  const unanswered = asObject(draft['unanswered']);
  return {
    content,
    subject: readSubject(asObject(draft['subject']) ?? {}),
    unanswered: unanswered === undefined ? null : readUnanswered(unanswered),
  };
}

function readContent(stored: JsonObject): NoteContent {
  return {
    text: asText(stored['text']) ?? '',
    disposition: asText(stored['disposition']) ?? '',
  };
}

function readSubject(stored: JsonObject): NoteSubject {
  const entity = asObject(stored['entity']);
  return {
    callId: asText(stored['callId']) ?? null,
    number: asText(stored['number']) ?? null,
    entity: readEntityRef(entity?.['typeId'], entity?.['id']).value,
  };
}

function readUnanswered(stored: JsonObject): UnansweredNote {
  const note = asObject(stored['note']) ?? {};
  const disposition = asObject(note['disposition']);
  const value = asText(disposition?.['value']) ?? '';
  return {
    note: {
      ...readSubject(note),
      text: asText(note['text']) ?? '',
      disposition:
        disposition === undefined ? null : {value, label: asText(disposition['label']) ?? value},
    },
    since: Number(asText(stored['since']) ?? 0),
  };
}
