/** The portal's call and its card, one at a time: changes them and emits the events that a portal emits. */
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

/** The open card and its call at one moment. Immutable. */
export interface CardSnapshot {
  readonly call: SimulatedCall;
  readonly card: Card;
}

export interface PortalCallHost {
  readonly clock: PortalClock;
  /** Sends an event to all frames of a placement. */
  emit(placement: string, event: PortalEvent): void;
  /** A number for the id of the next call, where several pages share their numbers. */
  readonly nextCallNumber?: () => string;
}

const TABLES = {
  browser: BROWSER_COMMANDS,
  desktop: DESKTOP_COMMANDS,
} satisfies Record<Dialect, CommandTable>;

export class PortalCallService {
  dialect: Dialect;
  readonly #host: PortalCallHost;
  readonly #listeners = new Set<(snapshot: CardSnapshot | null) => void>();
  #page: CardPage = NO_CARD;
  #call: SimulatedCall | null = null;
  #autoClose: AutoClose | null = null;
  #callCount = 0;

  constructor(host: PortalCallHost, dialect: Dialect) {
    this.#host = host;
    this.dialect = dialect;
  }

  get snapshot(): CardSnapshot | null {
    const {card} = this.#page;
    return card === null || this.#call === null ? null : {call: this.#call, card};
  }

  subscribe(listener: (snapshot: CardSnapshot | null) => void): () => void {
    this.#listeners.add(listener);
    listener(this.snapshot);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Opens the card of a new call. A card that was open is closed first. */
  start(setup: CallSetup): SimulatedCall {
    this.closeCard();
    const call = makeCall(setup, this.#nextCallNumber());
    this.#call = call;
    this.#autoClose = new AutoClose(this.#host.clock, () => {
      this.closeCard();
    });
    const {raisedByApp, campaign} = call;
    this.#page = openCard(this.#page, {hasRecord: call.entity !== null, raisedByApp, campaign});
    this.#updatePortalMadeCard();
    this.#notify();
    this.#emitEntityChange();
    this.#emit(PAGE_BACKGROUND_WORKER, CARD_EVENTS.initialized.wire, initializedValueOf(call));
    return call;
  }

  /** Changes the record, number or bindings. The apps' event has the record and number only. */
  changeCall(
    change: Partial<Pick<CallSetup, 'entity' | 'bindings' | 'phoneNumber' | 'activityId'>>,
  ): void {
    if (this.#call === null || this.#page.card === null) return;
    this.#call = {...this.#call, ...change};
    this.#setCard({...this.#page.card, hasRecord: this.#call.entity !== null});
    this.#emitEntityChange();
  }

  /** One more binding, as when the operator binds a record in the card. */
  bindRecord(record: EntityRef): void {
    this.changeCall({bindings: [...(this.#call?.bindings ?? []), record]});
  }

  /** Sets how far the conversation is, and emits `CallStateChanged`. */
  setProgress(progress: CallProgress): void {
    if (this.#call === null) return;
    this.#call = {...this.#call, progress};
    this.#updatePortalMadeCard();
    this.#notify();
    this.#emit(CALL_CARD, CARD_EVENTS.callStateChanged.wire, progress);
  }

  /** Ends the conversation. The card closes, unless an app holds it open or it belongs to a campaign. */
  end(): void {
    if (this.#page.card === null) return;
    if (this.#call?.progress !== 'idle') this.setProgress('idle');
    if (this.#call?.campaign === true) return;
    if (this.#autoClose?.end() === true) this.sendBeforeClose();
  }

  /**
   * Shows the next client of a campaign: another call in the same card and the same frames. The timer is
   * hidden, and counts from its next start.
   */
  nextClient(setup: CallSetup): void {
    if (this.#call === null || this.#page.card === null) return;
    const {raisedByApp, lineName, lineNumber, direction} = this.#call;
    const inherited = {raisedByApp, lineName, lineNumber, direction, campaign: true};
    this.#call = makeCall({progress: 'idle', ...inherited, ...setup}, this.#nextCallNumber());
    const hasRecord = this.#call.entity !== null;
    this.#setCard({...this.#page.card, hasRecord, campaign: true, timer: {status: 'hidden'}});
    this.#emitEntityChange();
  }

  closeCard(): void {
    this.#autoClose?.cancel();
    this.#autoClose = null;
    if (this.#page.card === null) return;
    this.#page = closeCard(this.#page);
    this.#call = null;
    this.#notify();
  }

  /** Emits `BeforeClose`, as a portal does when it would close a card that an app holds open. */
  sendBeforeClose(): void {
    this.#emit(CALL_CARD, CARD_EVENTS.beforeClose.wire);
  }

  /**
   * Reports a click of the operator to the app, which changes the card by a command.
   *
   * @throws Error - no card is open, or its present state has no such button
   */
  click(action: OperatorAction): void {
    const {card} = this.#page;
    if (card === null) throw new Error(`no card is open to click "${action.name}" in`);
    if (!canClick(card, action.name)) {
      throw new Error(`the card offers no "${action.name}" in the state ${card.uiState}`);
    }
    if (card.raisedByApp) this.#host.emit(PAGE_BACKGROUND_WORKER, eventOfClick(this.#page, action));
    else this.#reactToClick(card, action);
  }

  /** Runs a command of the worker. Returns its answers; `null` for an unknown command. */
  runWorkerCommand(wire: string, parameters: JsonObject): readonly unknown[] | null {
    const name = WORKER_COMMANDS_BY_WIRE.get(wire);
    if (name === undefined) return null;
    const before = {...this.#page, commanded: true};
    const {page, answers} = TABLES[this.dialect][name](before, parameters, this.#host.clock.now());
    this.#page = page;
    if (page.card === null && before.card !== null) {
      this.#page = before;
      this.closeCard();
    } else if (page.card !== before.card) this.#notify();
    return answers;
  }

  /** Runs a command of a tab in the card. Returns its answers; `null` for an unknown command. */
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

  #nextCallNumber(): string {
    this.#callCount += 1;
    return this.#host.nextCallNumber?.() ?? String(this.#callCount);
  }

  #emitEntityChange(): void {
    if (this.#call === null) return;
    const change = entityChangeOf(this.#call);
    this.#emit(CALL_CARD, CARD_EVENTS.entityChanged.wire, change);
    this.#emit(PAGE_BACKGROUND_WORKER, CARD_EVENTS.cardEntityChanged.wire, change);
  }

  /** Emits an event. A worker gets only events of a card that its app raised. */
  #emit(placement: string, name: string, value?: unknown): void {
    if (placement === PAGE_BACKGROUND_WORKER && this.#call?.raisedByApp !== true) return;
    this.#host.emit(placement, value === undefined ? {name} : {name, value});
  }

  /** Sets the state of a card whose call the portal made. */
  #updatePortalMadeCard(): void {
    const {card} = this.#page;
    if (card === null || this.#call === null || card.raisedByApp) return;
    const uiState = uiStateOfPortalMadeCall(this.#call);
    this.#page = {...this.#page, card: enterUiState(card, uiState, this.#host.clock.now())};
  }

  #reactToClick(card: Card, action: OperatorAction): void {
    const reaction = reactionOfPortalMadeCall(card, action);
    if (reaction.progress !== undefined) this.setProgress(reaction.progress);
    if (reaction.card !== undefined) this.#setCard(reaction.card);
    if (reaction.ends === true) this.end();
  }

  #setCard(card: Card): void {
    this.#page = {...this.#page, card};
    this.#notify();
  }

  #notify(): void {
    const {snapshot} = this;
    for (const listener of [...this.#listeners]) listener(snapshot);
  }
}
