/** What the note of an element is about, and under which name it is kept. */
import type {ReadySnapshot} from '../../controller/snapshot.js';
import {entityKey, readEntityRef, type EntityRef} from '../../model/entity-ref.js';
import type {NoteSubject} from '../../model/note-draft.js';
import {isBlank, problem, type Reading} from '../../model/reading.js';

export interface NoteAttributes {
  readonly entityType: unknown;
  readonly entityId: unknown;
}

export interface NamedSubject {
  /** Equal for what is one note: each call has its own, and each record that attributes name. */
  readonly key: string;
  readonly subject: NoteSubject;
}

/** Attributes win over the call, the call over the record in whose tab the page is. */
export function subjectOf(snapshot: ReadySnapshot, attributes: NoteAttributes): NamedSubject {
  const {call, placement} = snapshot;
  const callId = call?.id ?? null;
  const number = call?.number.kind === 'number' ? call.number.value : null;
  const place = placement.kind === 'record' && call === null ? placement.entity : null;
  const fixed = areGiven(attributes) ? readAttributes(attributes).value : place;
  const linked = areGiven(attributes) ? null : (call?.bindings[0] ?? null);
  return {
    key: `${callId ?? ''}${fixed === null ? '' : `/${entityKey(fixed)}`}`,
    subject: {callId, number, entity: fixed ?? linked},
  };
}

/** The record that the attributes name; the problems say what is wrong with them. */
export function readAttributes({entityType, entityId}: NoteAttributes): Reading<EntityRef | null> {
  if (isBlank(entityType) && !isBlank(entityId)) {
    return {value: null, problems: [problem('entity-type', 'a CRM type', entityType)]};
  }
  return readEntityRef(entityType, entityId);
}

function areGiven({entityType, entityId}: NoteAttributes): boolean {
  return !isBlank(entityType) || !isBlank(entityId);
}
