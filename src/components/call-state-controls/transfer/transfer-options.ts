/** To whom a call can be transferred: the app's queues and the colleagues who were found. */
import type {Colleague, Presence} from '../../../model/call/colleague.js';
import type {TransferTarget} from '../../../model/card/operator-action.js';
import {isDialable} from '../../../model/call/phone.js';

/** A queue of the app's telephone exchange; the portal does not know it. */
export interface TransferQueue {
  /** As the app's exchange calls it: it is the transfer's `target.id`. */
  readonly id: string;
  /** For people. */
  readonly name: string;
}

/** One line of the list. */
export interface TransferOption {
  readonly target: TransferTarget;
  readonly name: string;
  /** What tells people of one name apart. */
  readonly details: readonly string[];
  readonly presence: Presence | null;
}

/** Enough to search for: one letter finds half of the firm, one sign of Chinese a family. */
export function isSearchable(typed: string): boolean {
  const words = typed.trim();
  return !isDialable(words) && (words.length > 1 || /\p{Script=Han}/u.test(words));
}

/** The queues with the words in their name, then the colleagues. */
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
