/** The options of a transfer: the app's queues and the colleagues that were found. */
import type {Colleague, Presence} from '../../../model/call/colleague.js';
import type {TransferTarget} from '../../../model/card/operator-action.js';
import {isDialable} from '../../../model/call/phone.js';

/** A queue of the app's telephone exchange; the portal does not know it. */
export interface TransferQueue {
  /** The id in the app's exchange; becomes the transfer's `target.id`. */
  readonly id: string;
  /** The name that the operator reads. */
  readonly name: string;
}

/** One option of the list. */
export interface TransferOption {
  readonly target: TransferTarget;
  readonly name: string;
  /** Position and extension, which distinguish people of the same name. */
  readonly details: readonly string[];
  readonly presence: Presence | null;
}

/** Whether the text is worth a search: one letter finds too many people, one Chinese character does not. */
export function isSearchable(typed: string): boolean {
  const words = typed.trim();
  return !isDialable(words) && (words.length > 1 || /\p{Script=Han}/u.test(words));
}

/** The queues whose name contains the typed text, then the colleagues. */
export function optionsOf(
  queues: readonly TransferQueue[],
  colleagues: readonly Colleague[],
  typed: string,
): readonly TransferOption[] {
  const words = typed.trim().toLocaleLowerCase();
  const wanted = isDialable(words)
    ? []
    : queues.filter(({name}) => name.toLocaleLowerCase().includes(words));
  return [...wanted.map(queueOption), ...colleagues.map(colleagueOption)];
}

function queueOption({id, name}: TransferQueue): TransferOption {
  return {target: {kind: 'queue', id}, name, details: [], presence: null};
}

function colleagueOption({id, name, position, extension, presence}: Colleague): TransferOption {
  const details = [position, extension].filter((detail) => detail !== null);
  return {target: {kind: 'user', id}, name, details, presence};
}
