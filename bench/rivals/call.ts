/** The call as the pages beside the kit read it from the placement's options and from `getStatus`. */
import type {Entity} from './record-card.js';

export interface Call {
  readonly number: string;
  readonly direction: string;
  readonly line: string;
  readonly state: string;
  readonly entity: Entity | null;
}

const TYPE_IDS: Readonly<Record<string, number>> = {LEAD: 1, DEAL: 2, CONTACT: 3, COMPANY: 4};
const DIRECTIONS: Readonly<Record<string, string>> = {
  incoming: 'Incoming',
  outgoing: 'Outgoing',
  callback: 'Callback',
};
const STATES: Readonly<Record<string, string>> = {
  idle: 'Not connected',
  connecting: 'Connecting',
  connected: 'Talking',
};

export function callFrom(options: Readonly<Record<string, unknown>>): Call {
  const word = (key: string): string => {
    const value = options[key];
    const known = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return known === 'undefined' ? '' : known;
  };
  const typeId = TYPE_IDS[word('CRM_ENTITY_TYPE')];
  const id = Number(word('CRM_ENTITY_ID'));
  const number = word('PHONE_NUMBER');
  return {
    number: number === '' || number === 'hidden' ? 'No number' : number,
    direction: DIRECTIONS[word('CALL_DIRECTION')] ?? '',
    line: word('LINE_NAME'),
    state: stateName(word('CALL_STATE')),
    entity: typeId === undefined || !(id > 0) ? null : {typeId, id},
  };
}

export function stateName(state: unknown): string {
  return STATES[String(state)] ?? '';
}

/** `+4930123456` for `tel:`, whatever is between the digits. */
export function dialable(number: string): string {
  return number.replace(/[^+\d]/g, '');
}
