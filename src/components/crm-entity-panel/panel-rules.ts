/** The panel's decisions about single values: pure rules. */
import type {Snapshot} from '../../controller/snapshot.js';
import type {CrmRecord} from '../../crm/record.js';
import {sameEntity} from '../../model/entity/entity-ref.js';
import {samePhone} from '../../model/call/phone.js';

const MOST_CHARACTERS = 240;
const MOST_LINES = 5;

/** True for a text that is cut until the operator expands it. */
export function isLong(text: string): boolean {
  return text.length > MOST_CHARACTERS || text.split('\n').length > MOST_LINES;
}

/** True for the phone of the present call. */
export function isOnTheLine(phone: string, {call}: Snapshot): boolean {
  return call?.number.kind === 'number' && samePhone(phone, call.number.value);
}

/** The path of the record's page: the portal's own, if it came with the call. */
export function pathOf({ref, path}: CrmRecord, {call}: Snapshot): string | null {
  return (sameEntity(call?.entity ?? null, ref) ? call?.path : null) ?? path;
}

/** A `mailto:` link; a `?` is encoded, so that an address can't add headers to the message. */
export function emailHref(address: string): string | null {
  return /^[^\s@]+@[^\s@]+$/.test(address)
    ? `mailto:${encodeURIComponent(address).replace('%40', '@')}`
    : null;
}
