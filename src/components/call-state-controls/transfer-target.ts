/** Reads whom the operator wants to transfer the call to. */
import type {TransferTarget} from '../../model/operator-action.js';
import {isUserId} from '../../model/transfer-target.js';

/**
 * An employee's id or a phone number, told apart as in the card's own event: a phone number has a
 * `+`, a leading zero or at least seven digits. Nothing for a blank text.
 */
export function transferTargetOf(typed: string): TransferTarget | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (isUserId(text)) return {kind: 'user', id: Number(text)};
  return {kind: 'phone', number: text};
}
