/** The portal's call and its card: one at a time, told to the apps as a portal tells them. */
import {CARD_COMMANDS} from '../../../model/card/card-command.js';
import {CARD_EVENTS} from '../../../model/card/card-event.js';
import type {CallProgress} from '../../../model/call/call.js';
import type {EntityRef} from '../../../model/entity/entity-ref.js';
import type {OperatorAction} from '../../../model/card/operator-action.js';
import type {JsonObject} from '../../../model/parse/reading.js';
import {AutoClose} from './auto-close.js';
import {
  entityChangeOf,
  initializedValueOf,
  makeCall,
  statusOf,
  type CallSetup,
  type SimulatedCall,
} from './call-facts.js';
import {
  BROWSER_COMMANDS,
  WORKER_COMMANDS_BY_WIRE,
  type CommandTable,
  type Dialect,
} from '../commands/card-commands.js';
import {
  canClick,
  closeCard,
  enterUiState,
  NO_CARD,
  openCard,
  type Card,
  type CardPage,
} from './card-machine.js';
import type {PortalClock} from '../page/clock.js';
import {DESKTOP_COMMANDS} from '../commands/desktop-commands.js';
import {eventOfClick, type PortalEvent} from './operator-clicks.js';
import {reactionOfPortalMadeCall, uiStateOfPortalMadeCall} from './portal-made-call.js';
import {CALL_CARD, PAGE_BACKGROUND_WORKER} from '../commands/placement-interface.js';

/** What the operator has before him: the call and its card. */
export interface CardPicture {
  readonly call: SimulatedCall;
  readonly card: Card;
}

export interface CallDeskHost {
  readonly clock: PortalClock;
  emit(placement: string, event: PortalEvent): void;
  /** Numbers the calls of several desks; one desk alone counts for itself. */
  readonly nextCall?: () => string;
}

const TABLES = {
  browser: BROWSER_COMMANDS,
  desktop: DESKTOP_COMMANDS,
} satisfies Record<Dialect, CommandTable>;

export class PortalCallService {
  dialect: Dialect;
  readonly #host: CallDeskHost;
  readonly #listeners = new Set<(picture: CardPicture | null) => void>();
  #page: CardPage = NO_CARD;
  #call: SimulatedCall | null = null;
  #autoClose: AutoClose | null = null;
  #calls = 0;

  constructor(host: CallDeskHost, dialect: Dialect) {
    this.#host = host;
    this.dialect = dialect;
  }

  get picture(): CardPicture | null {
    const {card} = this.#page;
    return card === null || this.#call === null ? null : {call: this.#call, card};
  }

  subscribe(listener: (picture: CardPicture | null) => void): () => void {
    this.#listeners.add(listener);
    listener(this.picture);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Opens the card of a new call; a card that was there is closed first. */
  start(setup: CallSetup): SimulatedCall {
    this.closeCard();
    const call = makeCall(setup, this.#nextCall());
    this.#call = call;
    this.#autoClose = new AutoClose(this.#host.clock, () => {
      this.closeCard();
    });
    const {raisedByApp, campaign} = call;
    this.#page = openCard(this.#page, {hasRecord: call.entity !== null, raisedByApp, campaign});
    this.#followOwnCall();
    this.#changed();
    this.#tellEntity();
    this.#emit(PAGE_BACKGROUND_WORKER, CARD_EVENTS.initialized.wire, initializedValueOf(call));
    return call;
  }

  /** Another record, number or binding; the apps hear of it, without the bindings. */
  changeCall(
    change: Partial<Pick<CallSetup, 'entity' | 'bindings' | 'phoneNumber' | 'activityId'>>,
  ): void {
    if (this.#call === null || this.#page.card === null) return;
    this.#call = {...this.#call, ...change};
    this.#setCard({...this.#page.card, hasRecord: this.#call.entity !== null});
    this.#tellEntity();
  }

  /** One more binding, as when the operator binds a record in the card. */
  bindRecord(record: EntityRef): void {
    this.changeCall({bindings: [...(this.#call?.bindings ?? []), record]});
  }

  /** How far the conversation is. Only the state travels with the event. */
  setProgress(progress: CallProgress): void {
    if (this.#call === null) return;
    this.#call = {...this.#call, progress};
    this.#followOwnCall();
    this.#changed();
    this.#emit(CALL_CARD, CARD_EVENTS.callStateChanged.wire, progress);
  }

  /** The conversation is over: the card closes, unless an app holds it or a campaign goes on. */
  end(): void {
    if (this.#page.card === null) return;
    if (this.#call?.progress !== 'idle') this.setProgress('idle');
    if (this.#call?.campaign === true) return;
    if (this.#autoClose?.end() === true) this.sendBeforeClose();
  }

  /** The next client of a campaign: the frames stay, the call is another. */
  nextClient(setup: CallSetup): void {
    if (this.#call === null || this.#page.card === null) return;
    const {raisedByApp, lineName, lineNumber, direction} = this.#call;
    const inherited = {raisedByApp, lineName, lineNumber, direction, campaign: true};
    this.#call = makeCall({progress: 'idle', ...inherited, ...setup}, this.#nextCall());
    this.#setCard({...this.#page.card, hasRecord: this.#call.entity !== null, campaign: true});
    this.#tellEntity();
  }

  closeCard(): void {
    this.#autoClose?.cancel();
    this.#autoClose = null;
    if (this.#page.card === null) return;
    this.#page = closeCard(this.#page);
    this.#call = null;
    this.#changed();
  }

  /** Tells the apps that the card wants to close. A portal does this only while it is held. */
  sendBeforeClose(): void {
    this.#emit(CALL_CARD, CARD_EVENTS.beforeClose.wire);
  }

  /** A click of the operator. The card stays as it is: the app changes it with a command. */
  click(action: OperatorAction): void {
    const {card} = this.#page;
    if (card === null) throw new Error(`no card is open to click "${action.name}" in`);
    if (!canClick(card, action.name)) {
      throw new Error(`the card offers no "${action.name}" in the state ${card.uiState}`);
    }
    if (card.raisedByApp) this.#host.emit(PAGE_BACKGROUND_WORKER, eventOfClick(this.#page, action));
    else this.#reactToOwnCall(card, action);
  }

  /** A command of the worker. `null`: there is no such command. */
  runWorkerCommand(wire: string, parameters: JsonObject): readonly unknown[] | null {
    const name = WORKER_COMMANDS_BY_WIRE.get(wire);
    if (name === undefined) return null;
    const before = {...this.#page, commanded: true};
    const {page, answers} = TABLES[this.dialect][name](before, parameters, this.#host.clock.now());
    this.#page = page;
    if (page.card === null && before.card !== null) {
      this.#page = before;
      this.closeCard();
    } else if (page.card !== before.card) this.#changed();
    return answers;
  }

  /** A command of a tab in the card. `null`: there is no such command. */
  runTabCommand(wire: string): readonly unknown[] | null {
    switch (wire) {
      case CARD_COMMANDS.getStatus.wire:
        return this.#call === null ? [] : [statusOf(this.#call)];
      case CARD_COMMANDS.disableAutoClose.wire:
        this.#autoClose?.disable();
        return [[]];
      case CARD_COMMANDS.enableAutoClose.wire:
        this.#autoClose?.enable();
        return [[]];
      default:
        return null;
    }
  }

  #nextCall(): string {
    this.#calls += 1;
    return this.#host.nextCall?.() ?? String(this.#calls);
  }

  #tellEntity(): void {
    if (this.#call === null) return;
    const change = entityChangeOf(this.#call);
    this.#emit(CALL_CARD, CARD_EVENTS.entityChanged.wire, change);
    this.#emit(PAGE_BACKGROUND_WORKER, CARD_EVENTS.cardEntityChanged.wire, change);
  }

  /** The worker hears only of a card that its app raised. */
  #emit(placement: string, name: string, value?: unknown): void {
    if (placement === PAGE_BACKGROUND_WORKER && this.#call?.raisedByApp !== true) return;
    this.#host.emit(placement, value === undefined ? {name} : {name, value});
  }

  /** The portal drives the card of its own call itself. */
  #followOwnCall(): void {
    const {card} = this.#page;
    if (card === null || this.#call === null || card.raisedByApp) return;
    const uiState = uiStateOfPortalMadeCall(this.#call);
    this.#page = {...this.#page, card: enterUiState(card, uiState, this.#host.clock.now())};
  }

  #reactToOwnCall(card: Card, action: OperatorAction): void {
    const reaction = reactionOfPortalMadeCall(card, action);
    if (reaction.progress !== undefined) this.setProgress(reaction.progress);
    if (reaction.card !== undefined) this.#setCard(reaction.card);
    if (reaction.ends === true) this.end();
  }

  #setCard(card: Card): void {
    this.#page = {...this.#page, card};
    this.#changed();
  }

  #changed(): void {
    const {picture} = this;
    for (const listener of [...this.#listeners]) listener(picture);
  }
}
