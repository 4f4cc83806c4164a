/**
 * What the commands that were sent have done to the card. The portal runs them in their order, but
 * its answers may come in any other, late, or not at all.
 */
import type {CallCardErrorCode} from '../model/call-card-error.js';
import {CARD_COMMANDS, type CardCommand, type CardCommandName} from '../model/card-command.js';
import {afterCommand, afterSilence} from './card-reducer.js';
import type {Clock} from './clock.js';
import type {Card} from './snapshot.js';

export class CommandLedger {
  readonly #present: () => Card;
  readonly #show: (card: Card) => void;
  readonly #clock: Clock;
  /** How many commands were sent. */
  #sent = 0;
  /** The newest of them of which it is known in what state it has left the card. */
  #stateKnownSince = 0;
  /** The newest confirmed one of each kind. */
  readonly #confirmed = new Map<CardCommandName, number>();
  /** Those that are confirmed by silence, while they wait for it. */
  readonly #silent = new Map<number, CardCommand>();

  constructor(present: () => Card, show: (card: Card) => void, clock: Clock) {
    this.#present = present;
    this.#show = show;
    this.#clock = clock;
  }

  /** Takes note of a command that is on its way; returns its place in the order. */
  sent(command: CardCommand): number {
    this.#sent += 1;
    if (isSilent(command)) this.#silent.set(this.#sent, command);
    return this.#sent;
  }

  confirmed(command: CardCommand, order: number): void {
    // What the portal confirms by silence was done before what it has answered.
    for (const [sent, silent] of this.#silent) {
      if (sent <= order && this.#silent.delete(sent)) this.#apply(silent);
    }
    if (isSilent(command)) return;
    // The answer is late: the card shows what a later one has set already.
    if (order < (this.#confirmed.get(command.name) ?? 0)) return;
    this.#confirmed.set(command.name, order);
    if (command.name === 'setUiState' || command.name === 'close') this.#stateIsKnown(order);
    this.#apply(command);
  }

  /** @param order - 0 for a command that was refused before it was sent */
  failed(command: CardCommand, code: CallCardErrorCode, order: number): void {
    this.#silent.delete(order);
    if (code === 'no-card') {
      this.#silent.clear();
      this.#stateIsKnown(order);
      this.#show({status: 'closed'});
    }
    // What was confirmed meanwhile is newer than the state that the silence leaves in doubt.
    if (code !== 'timeout' || order < this.#stateKnownSince) return;
    this.#show(afterSilence(this.#present(), command));
  }

  /** Whatever was asked until now was meant for the card before. */
  cardOpened(): void {
    this.#stateIsKnown(this.#sent + 1);
    this.#silent.clear();
  }

  #apply(command: CardCommand): void {
    this.#show(afterCommand(this.#present(), command, this.#clock.now()));
  }

  #stateIsKnown(order: number): void {
    this.#stateKnownSince = Math.max(this.#stateKnownSince, order);
  }
}

function isSilent({name}: CardCommand): boolean {
  return CARD_COMMANDS[name].answer === 'none';
}
