/**
 * What the commands that were sent have done to the card. The portal runs them in their order, but
 * its answers may come in any other, late, or not at all. A command belongs to the card for which it
 * was sent: what becomes of it after that card's end changes nothing on the next one.
 */
import type {CallCardErrorCode} from '../../model/errors/call-card-error.js';
import {
  CARD_COMMANDS,
  type CardCommand,
  type CardCommandName,
} from '../../model/card/card-command.js';
import {afterCommand, afterSilence} from '../../model/card/card-reducer.js';
import type {Clock} from '../../model/clock.js';
import type {Card} from '../snapshot.js';

export class CommandSequencer {
  readonly #present: () => Card;
  readonly #show: (card: Card) => void;
  readonly #clock: Clock;
  /** How many commands were sent. */
  #sent = 0;
  /** The first of them that is for the present card: those before it were for cards that have gone. */
  #first = 1;
  /** The newest of them of which it is known in what state it has left the card. */
  #stateKnownSince = 0;
  /** The newest of them that the portal has run on a card, as it has said. */
  #cardSeenAt = 0;
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
    if (order < this.#first) return;
    // What the portal confirms by silence was done before what it has answered.
    for (const [sent, silent] of this.#silent) {
      if (sent <= order && this.#silent.delete(sent)) this.#apply(silent);
    }
    if (isSilent(command)) return;
    // The answer is late: the card shows what a later one has set already.
    if (order < this.#newestLike(command)) return;
    this.#confirmed.set(command.name, order);
    if (needsCard(command)) this.#cardSeenAt = Math.max(this.#cardSeenAt, order);
    if (command.name === 'setUiState') this.#stateKnownSince = order;
    this.#apply(command);
    if (command.name === 'close') this.#cardWentBefore(order + 1);
  }

  /** @param order - 0 for a command that was refused before it was sent */
  failed(command: CardCommand, code: CallCardErrorCode, order: number): void {
    this.#silent.delete(order);
    if (order < this.#first) return;
    // A later one has found a card: this one was sent before that card was there.
    if (code === 'no-card' && order > this.#cardSeenAt) {
      this.#cardWentBefore(order + 1);
      this.#show({status: 'closed'});
    }
    // What was confirmed meanwhile is newer than the state that the silence leaves in doubt.
    if (code !== 'timeout' || order < this.#stateKnownSince) return;
    this.#show(afterSilence(this.#present(), command));
  }

  /** Whatever was sent until now was meant for the card before. */
  cardOpened(): void {
    this.#cardWentBefore(this.#sent + 1);
  }

  /** The newest command after which a late confirmation of this one tells nothing. */
  #newestLike({name}: CardCommand): number {
    return name === 'close' ? this.#cardSeenAt : (this.#confirmed.get(name) ?? 0);
  }

  /** @param order - the first command that can be for another card than the one that has gone */
  #cardWentBefore(order: number): void {
    this.#first = Math.max(this.#first, order);
    for (const sent of this.#silent.keys()) if (sent < order) this.#silent.delete(sent);
  }

  #apply(command: CardCommand): void {
    const card = this.#present();
    // Silence says that a command was done, and not that there is a card again.
    if (isSilent(command) && card.status === 'closed') return;
    this.#show(afterCommand(card, command, this.#clock.now()));
  }
}

/** Whether the portal runs the command on a card, and on nothing else. */
export function needsCard({name}: CardCommand): boolean {
  const {placement, answer} = CARD_COMMANDS[name];
  return placement === 'background-worker' && answer !== 'value';
}

function isSilent({name}: CardCommand): boolean {
  return CARD_COMMANDS[name].answer === 'none';
}
