/** A call as frames tell it to each other: what it is, and what its card shows. */
import {readCall, type Call} from '../call/call.js';
import {readOpenCard, type OpenCard} from '../card/card.js';
import {readCount} from '../parse/hub-values.js';
import {isObject, type JsonObject} from '../parse/reading.js';

export interface HubCall {
  readonly call: Call;
  /** `null` when the card was closed. */
  readonly card: OpenCard | null;
}

/** As it travels. */
export interface SharedCall extends HubCall {
  /**
   * Which card of a call with this id it is, counted from 1: a portal may give two calls one id. 0
   * where that is not known.
   */
  readonly opening: number;
}

/** A shared call from another frame; nothing when it can't be read. */
export function readSharedCall(value: unknown): SharedCall | undefined {
  if (!isObject(value) || !isObject(value['call'])) return undefined;
  const call = readCall(value['call']).value;
  if (call === null) return undefined;
  const opening = readCount(value['opening']) ?? 0;
  if (value['card'] === null) return {call, card: null, opening};
  const card = readOpenCard(value['card']);
  return card === undefined ? undefined : {call, card, opening};
}

/** The form in which it travels: the portal's own for the call, because that has a reader already. */
export function writeSharedCall({call, card, opening}: SharedCall): JsonObject {
  return {call: writeCall(call), card, opening};
}

export function writeCall(call: Call): JsonObject {
  const {number, entity} = call;
  return {
    CALL_ID: call.id,
    PHONE_NUMBER: number.kind === 'number' ? escapeHtml(number.value) : number.kind,
    LINE_NUMBER: escapeHtml(call.line.number),
    LINE_NAME: escapeHtml(call.line.name),
    CALL_DIRECTION: call.direction,
    CALL_STATE: call.progress,
    CRM_ENTITY_TYPE: entity?.typeId,
    CRM_ENTITY_ID: entity?.id,
    CRM_BINDINGS: call.bindings.map(({typeId, id}) => ({ENTITY_TYPE: typeId, ENTITY_ID: id})),
    CRM_ACTIVITY_ID: call.activityId,
    CALL_LIST_MODE: call.campaign,
    URI: call.path === null ? null : escapeHtml(call.path),
  };
}

/** A portal escapes its texts, so the reader unescapes them. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;');
}
