/** A note about a call as it is saved, and its draft as it is stored. */
import {readEntityRef, type EntityRef} from '../entity/entity-ref.js';
import {readDraftVersion, type DraftVersion} from './draft-version.js';
import {readCallOrigin, type CallOrigin} from './call-origin.js';
import {readCount, readId} from '../parse/hub-values.js';
import {asObject, asText, parseJson, type JsonObject} from '../parse/reading.js';

/** The result of the call that the operator chose. */
export interface Disposition {
  readonly value: string;
  /** The label that the operator sees. */
  readonly label: string;
}

/** The subject of a note, as far as it was known when the note was written. */
export interface NoteSubject {
  /** `CALL_ID`; `null` on a page without a call. */
  readonly callId: string | null;
  /** The number of the call, if there is one to show. */
  readonly number: string | null;
  /** The record whose timeline gets the note. */
  readonly entity: EntityRef | null;
}

/** A note as it is saved. */
export interface CallNote extends NoteSubject {
  /** The text without surrounding white space. It may be empty if there is a disposition. */
  readonly text: string;
  readonly disposition: Disposition | null;
}

/** The operator's input. */
export interface NoteContent {
  readonly text: string;
  /** The value of the chosen disposition; empty without one. */
  readonly disposition: string;
}

/** A note that was sent but not answered, so that it may have been saved. */
export interface UnansweredNote {
  readonly note: CallNote;
  /**
   * The newest comment of the record before the note was sent. A newer comment may be the note. `null` if
   * unknown; then no comment can be identified as the note.
   */
  readonly after: number | null;
}

export interface NoteDraft {
  /** An id that all copies of the draft share until it is saved or discarded; empty if unknown. */
  readonly id: string;
  readonly version: DraftVersion;
  readonly content: NoteContent;
  readonly subject: NoteSubject;
  readonly unanswered: UnansweredNote | null;
}

/** A draft with its call, record and page, as it is stored for the next load of a page. */
export interface KeptDraft extends NoteDraft {
  /** The id of this copy of the draft. Each page has its own copies. */
  readonly copy: string;
  /** The call; `null` on a page without one. */
  readonly origin: CallOrigin | null;
  /** The record that the page or its attributes name; empty for the call's own record. */
  readonly place: string;
  /** The last time when a page with this copy was open, in milliseconds since the epoch. */
  readonly seenAt: number;
}

/**
 * How long a draft without a frame, and the receipt of a saved one, are stored, in milliseconds: the length
 * of an operator's shift.
 */
export const DRAFT_MEMORY_MS = 8 * 60 * 60 * 1000;

/** Whether there is nothing to save. */
export function isBlankContent({text, disposition}: NoteContent): boolean {
  return text.trim() === '' && disposition === '';
}

/** Whether a note equals the input. */
export function isNoteOf({text, disposition}: CallNote, content: NoteContent): boolean {
  return text === content.text.trim() && (disposition?.value ?? '') === content.disposition;
}

/** Reads a stored draft; `null` for one without input. */
export function readStoredDraft(stored: string | null): KeptDraft | null {
  return readKeptDraft(parseJson(stored ?? '')?.value);
}

/** Reads a draft that an earlier load of the page or another frame has written. */
export function readKeptDraft(value: unknown): KeptDraft | null {
  const draft = asObject(value);
  const content = readContent(asObject(draft?.['content']) ?? {});
  if (draft === undefined || isBlankContent(content)) return null;
  const unanswered = asObject(draft['unanswered']);
  const subject = readSubject(asObject(draft['subject']) ?? {});
  return {
    id: readId(draft['id']) ?? '',
    copy: readId(draft['copy']) ?? '',
    version: readDraftVersion(draft['version']),
    content,
    subject,
    unanswered: unanswered === undefined ? null : readUnanswered(unanswered),
    origin: readCallOrigin(draft['origin']) ?? someOrigin(subject),
    place: asText(draft['place']) ?? '',
    seenAt: readCount(draft['seenAt']) ?? 0,
  };
}

/** The origin of a draft that has only the call's id: no later call equals it. */
function someOrigin({callId, number, entity}: NoteSubject): CallOrigin | null {
  if (callId === null) return null;
  return {callId, number, entity, activityId: null, cards: [], start: 0, phase: 'over'};
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
    after: readCount(stored['after']) ?? null,
  };
}
