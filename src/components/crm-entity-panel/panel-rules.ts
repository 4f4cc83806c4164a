/** The panel's small decisions. */
import type {Snapshot} from '../../controller/snapshot.js';
import type {CrmRecord} from '../../crm/record.js';
import {sameEntity} from '../../model/entity/entity-ref.js';
import {samePhone} from '../../model/call/phone.js';

const MOST_CHARACTERS = 240;
const MOST_LINES = 5;

/** True for a text that is cut until somebody wants to read all of it. */
export function isLong(text: string): boolean {
  return text.length > MOST_CHARACTERS || text.split('\n').length > MOST_LINES;
}

/** True for the phone that the present call is from, or to. */
export function isOnTheLine(phone: string, {call}: Snapshot): boolean {
  return call?.number.kind === 'number' && samePhone(phone, call.number.value);
}

/** Where the record opens: the portal's own word for it, if it gave one with the call. */
export function pathOf({ref, path}: CrmRecord, {call}: Snapshot): string | null {
  return (sameEntity(call?.entity ?? null, ref) ? call?.path : null) ?? path;
}

/** Only the address: what looks like another header of the message is part of it. */
export function emailHref(address: string): string | null {
  return /^[^\s@]+@[^\s@]+$/.test(address)
    ? `mailto:${encodeURIComponent(address).replace('%40', '@')}`
    : null;
}
