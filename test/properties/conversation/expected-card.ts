/** The card as the protocol's facts make it, step by step, apart from the code under test. */
import type {Card, CardTimer, Conversation, OpenCard} from '../../../src/controller/snapshot.js';
import type {AnyUiState} from '../../../src/model/card/ui-state.js';
import {BEFORE_TALKING, TALKING, TIMER_GOES_ON, TIMER_STARTS} from './facts.js';

export type Parameters = Readonly<Record<string, unknown>>;

/** The clicks that can be made in one state alone. */
const STATE_OF_CLICK: Readonly<Record<string, AnyUiState>> = {
  hold: 'connected',
  mute: 'connected',
  transfer: 'connected',
  dial: 'connected',
  'rate-quality': 'connected',
  'complete-transfer': 'transferring',
  'notify-admin': 'moneyError',
};

const NEEDS_CARD: ReadonlySet<string> = new Set([
  'setUiState',
  'setMute',
  'setHold',
  'setTitle',
  'setStatusText',
  'close',
]);

export class ExpectedCard {
  #card: Card = {status: 'unseen'};
  /** The first command that is for this card: whatever becomes of the earlier ones is not shown on it. */
  #first = 0;
  /** The newest command that has found a card. */
  #cardFoundBy = 0;
  /** The newest command of which it is known what became of the card's state. */
  #stateKnownFrom = 0;
  /** The newest of each kind that was confirmed. */
  readonly #confirmed = new Map<string, number>();

  get card(): Card {
    return this.#card;
  }

  forget(): void {
    this.#card = {status: 'unseen'};
  }

  /** @param order - what is sent from then on counts from here */
  open(order: number): void {
    this.#first = order;
    this.#card = {
      status: 'open',
      uiState: {certainty: 'confirmed', value: 'externalCard'},
      title: null,
      statusText: null,
      muted: false,
      held: false,
      timer: {status: 'hidden'},
      conversation: 'none',
    };
  }

  /** The next client of a campaign: whatever was talked was talked with the last one. */
  nextClient(): void {
    this.#forgetConversation();
  }

  /** A command has found no card: what was sent before it was for one that has gone. */
  notFound(order: number): void {
    if (this.#isFor(order) && order > this.#cardFoundBy) this.#close(order);
  }

  #isFor(order: number): boolean {
    return order >= this.#first;
  }

  #close(order: number): void {
    this.#first = Math.max(this.#first, order + 1);
    this.#card = {status: 'closed'};
  }

  /** A button that only one state has tells that state, where it was not known. */
  clicked(action: string): void {
    if (this.#card.status !== 'open' || this.#card.uiState.certainty !== 'assumed') return;
    const value = STATE_OF_CLICK[action];
    if (value !== undefined) this.#change({uiState: {certainty: 'confirmed', value}});
  }

  /** The operator's own switches: the event tells their new position. */
  switched(part: 'muted' | 'held', on: boolean): void {
    if (this.#card.status === 'open') this.#card = {...this.#card, [part]: on};
  }

  /**
   * The portal has said that the command was done. It does them in their order: an answer that comes
   * after the one to a later command of the kind tells nothing new.
   */
  confirm(command: string, parameters: Parameters, now: number, order: number): void {
    if (!this.#isFor(order) || order < (this.#confirmed.get(command) ?? 0)) return;
    const isSilent = command === 'startTimer' || command === 'stopTimer';
    // Silence says nothing about a card.
    if (isSilent && this.#card.status === 'closed') return;
    if (command === 'close' && order < this.#cardFoundBy) return;
    this.#confirmed.set(command, order);
    const isOfCard = NEEDS_CARD.has(command) && !isSilent;
    if (isOfCard) this.#cardFoundBy = Math.max(this.#cardFoundBy, order);
    if (command === 'close') this.#close(order);
    else if (command === 'setUiState') this.#enter(parameters, now, order);
    else {
      const change = this.#changeBy(command, parameters, now);
      if (change !== undefined) this.#change(change);
    }
  }

  #changeBy(command: string, parameters: Parameters, now: number): Partial<OpenCard> | undefined {
    switch (command) {
      case 'setMute':
        return {muted: parameters['muted'] === true};
      case 'setHold':
        return {held: parameters['held'] === true};
      case 'setTitle':
        return {title: String(parameters['title'])};
      case 'setStatusText':
        return {statusText: String(parameters['statusText'])};
      case 'startTimer':
        return {timer: this.#started(now)};
      case 'stopTimer':
        return {timer: this.#stopped(now)};
      default:
        return undefined;
    }
  }

  /** The portal never said anything: only of the newest state is it then unknown what it is. */
  doubt(parameters: Parameters, order: number): void {
    if (!this.#isFor(order) || order < this.#stateKnownFrom) return;
    if (this.#card.status === 'closed') return;
    const value = parameters['uiState'] as AnyUiState;
    this.#change({
      uiState: {certainty: 'unconfirmed', value},
      conversation: this.#conversation(value),
    });
  }

  #enter({uiState, disableAutoStartTimer}: Parameters, now: number, order: number): void {
    const value = uiState as AnyUiState;
    this.#stateKnownFrom = Math.max(this.#stateKnownFrom, order);
    let {timer} = this.#opened();
    if (TIMER_STARTS.has(value)) {
      timer = disableAutoStartTimer === true ? {status: 'hidden'} : this.#started(now);
    } else if (!TIMER_GOES_ON.has(value)) {
      timer = this.#stopped(now);
    }
    const conversation = this.#conversation(value);
    this.#change({uiState: {certainty: 'confirmed', value}, timer, conversation});
  }

  #conversation(uiState: AnyUiState): Conversation {
    if (TALKING.has(uiState)) return 'begun';
    return BEFORE_TALKING.has(uiState) ? 'none' : this.#opened().conversation;
  }

  #started(now: number): CardTimer {
    const {timer} = this.#opened();
    return {status: 'running', startedAt: timer.status === 'hidden' ? now : timer.startedAt};
  }

  #stopped(now: number): CardTimer {
    const {timer} = this.#opened();
    if (timer.status !== 'running') return timer;
    const {startedAt} = timer;
    return {status: 'stopped', startedAt, elapsed: now - startedAt};
  }

  #forgetConversation(): void {
    if (this.#card.status === 'open') this.#card = {...this.#card, conversation: 'unknown'};
  }

  /** What could be commanded is there, also when it was not seen opening: then its state is not known. */
  #opened(): OpenCard {
    if (this.#card.status === 'open') return this.#card;
    return {
      status: 'open',
      uiState: {certainty: 'assumed', value: 'connected'},
      title: null,
      statusText: null,
      muted: false,
      held: false,
      timer: {status: 'hidden'},
      conversation: 'unknown',
    };
  }

  #change(change: Partial<OpenCard>): void {
    this.#card = {...this.#opened(), ...change};
  }
}
