/** A note about a call: what is handed over to be saved, and the draft as storage keeps it. */
import {readEntityRef, type EntityRef} from '../entity/entity-ref.js';
import {readDraftVersion, type DraftVersion} from './draft-version.js';
import {readCallOrigin, type CallOrigin} from './call-origin.js';
import {readCount, readId} from '../parse/hub-values.js';
import {asObject, asText, parseJson, type JsonObject} from '../parse/reading.js';

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
  /**
   * The newest comment of the record before it was sent: its own is a newer one. Nothing where that
   * is not known, so that no comment can be told to be its own.
   */
  readonly after: number | null;
}

export interface NoteDraft {
  /** The same in every copy of the draft, until it is saved or taken back; empty when unknown. */
  readonly id: string;
  readonly version: DraftVersion;
  readonly content: NoteContent;
  readonly subject: NoteSubject;
  readonly unanswered: UnansweredNote | null;
}

/** A draft with what tells whose it is, as it is kept for the next load of a page. */
export interface KeptDraft extends NoteDraft {
  /** Of the copies of a draft, which one: each page has its own, and may have several. */
  readonly copy: string;
  /** The call; nothing on a page without one. */
  readonly origin: CallOrigin | null;
  /** The record that the page or its attributes name; empty for that of the call. */
  readonly place: string;
  /** When a page that has it was there for the last time, in milliseconds since the epoch. */
  readonly seenAt: number;
}

/**
 * How long a draft is remembered that no frame has any more, and that one was saved, in milliseconds:
 * an operator's shift.
 */
export const DRAFT_MEMORY_MS = 8 * 60 * 60 * 1000;

/** Whether there is nothing to save. */
export function isBlankContent({text, disposition}: NoteContent): boolean {
  return text.trim() === '' && disposition === '';
}

/** Whether a note is just what is entered. */
export function isNoteOf({text, disposition}: CallNote, content: NoteContent): boolean {
  return text === content.text.trim() && (disposition?.value ?? '') === content.disposition;
}

/** Reads a stored draft; nothing when there is nothing to save in it. */
export function readStoredDraft(stored: string | null): KeptDraft | null {
  return readKeptDraft(parseJson(stored ?? '')?.value);
}

/** Reads a draft that another load of the page or another frame wrote. */
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

/** Of a draft that tells of its call no more than the id: no later call is taken for that one. */
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
