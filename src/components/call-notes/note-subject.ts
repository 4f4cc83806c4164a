/** The subject of an element's note: the call and the record. */
import type {ReadySnapshot} from '../../controller/snapshot.js';
import type {CallFacts} from '../../model/call/call-origin.js';
import {entityKey} from '../../model/entity/entity-ref.js';
import type {NoteSubject} from '../../model/call/note-draft.js';
import {
  hasEntityAttributes,
  readEntityAttributes,
  type EntityAttributes,
} from '../shared/entity-attributes.js';

export interface NamedSubject {
  readonly subject: NoteSubject;
  /** The key of the record that the page or the attributes name; empty for the record of the call. */
  readonly place: string;
}

/** Attributes win over the call, the call over the record in whose tab the page is. */
export function subjectOf(snapshot: ReadySnapshot, attributes: EntityAttributes): NamedSubject {
  const {call, placement} = snapshot;
  const callId = call?.id ?? null;
  const number = call?.number.kind === 'number' ? call.number.value : null;
  const place = placement.kind === 'record' && call === null ? placement.entity : null;
  const isNamed = hasEntityAttributes(attributes);
  const fixed = isNamed ? readEntityAttributes(attributes).value : place;
  const linked = isNamed ? null : (call?.bindings[0] ?? null);
  return {
    subject: {callId, number, entity: fixed ?? linked},
    place: fixed === null ? '' : `/${entityKey(fixed)}`,
  };
}

/** The facts that tell the call from another one with the same id; `null` on a page without a call. */
export function factsOf({call, hub}: ReadySnapshot): CallFacts | null {
  if (call === null) return null;
  const {id, number, entity, activityId, progress} = call;
  const frames = hub.status === 'joined' ? hub.frames : [];
  return {
    callId: id,
    number: number.kind === 'number' ? number.value : null,
    entity,
    activityId,
    progress,
    cards: frames.flatMap((frame) =>
      frame.callId === id && frame.cardSince !== undefined
        ? {frameId: frame.id, since: frame.cardSince}
        : [],
    ),
  };
}
