/** Whom a call is to be transferred to, in all the forms in which a portal says it. */
import type {TransferTarget} from './operator-action.js';
import {asId, asObject, asText, isBlank} from '../parse/reading.js';

export interface Transfer {
  readonly target: TransferTarget;
  readonly phoneNumber: string;
}

/**
 * Reads both forms: `{phoneNumber, target}`, where the target is an employee's id or a phone number,
 * and `{type, target}`, which a portal sends before the first command on its page.
 */
export function asTransfer(value: unknown): Transfer | undefined {
  const object = asObject(value) ?? {};
  const phoneNumber = asText(object['phoneNumber']) ?? '';
  const target = readTarget(object['type'], object['target'], phoneNumber);
  return target === undefined ? undefined : {target, phoneNumber};
}

function readTarget(type: unknown, target: unknown, phone: string): TransferTarget | undefined {
  const text = (isBlank(target) ? phone : (asText(target) ?? '')).trim();
  if (text === '') return undefined;
  const userId = asId(text);
  switch (type) {
    case 'user':
      return userId === undefined ? undefined : {kind: 'user', id: userId};
    case 'queue':
      return {kind: 'queue', id: text};
    case 'pstn':
      return {kind: 'phone', number: text};
    default:
      return isUserId(text) && userId !== undefined && !isBlank(target)
        ? {kind: 'user', id: userId}
        : {kind: 'phone', number: text};
  }
}

/**
 * An employee's id and a phone number arrive in the same field and are told apart by their form
 * (documentation); where the line lies is inferred: a number that is dialled has a `+`, a leading
 * zero or at least seven digits.
 */
export function isUserId(text: string): boolean {
  return /^[1-9]\d{0,5}$/.test(text);
}
