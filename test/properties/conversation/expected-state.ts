/** What the snapshot must say after every message that arrives and every time limit that passes. */
import type {Availability, UnavailableReason} from '../../../src/controller/snapshot.js';
import type {Call, EntityChange} from '../../../src/model/call/call.js';
import type {CardCommandName} from '../../../src/model/card/card-command.js';
import {readInitData} from '../../../src/model/portal/portal-answers.js';
import {readInterface, type PlacementInterface} from '../../../src/model/portal/portal-answers.js';
import type {Placement} from '../../../src/model/portal/placement.js';
import type {PostedMessage} from '../../support/fake-host.js';
import type {EventCase} from '../arbitraries/event-values.js';
import {ExpectedCard} from './expected-card.js';
import {ALL_COMMANDS, HOLD_MS, placementOf, placementOfEvent} from './facts.js';
import {Asked, outcomeOf, type Outcome} from './messages.js';

type Phase = 'connecting' | 'ready' | 'failed' | 'disposed';

export interface ExpectedAutoClose {
  status: 'normal' | 'held' | 'closing';
  until: number;
}

export class ExpectedState {
  phase: Phase = 'connecting';
  placement: Placement | null = null;
  readonly card = new ExpectedCard();
  readonly autoClose: ExpectedAutoClose = {status: 'normal', until: 0};
  /** The call, or more than one while a status may have been overtaken by a later change. */
  readonly callIds = new Set<string | null>([null]);
  /** Every message that may be answered, by its callback. */
  readonly asked = new Map<string, Asked>();
  /** How many messages are known. */
  order = 0;
  /** The newest message at the last change of the record, of which the status must be read. */
  changedAt: number | null = null;
  /** The call as the events have told it. */
  #client: Call | null = null;
  #offered: PlacementInterface | null = null;
  #attempt: {init: Asked; listing: Asked | undefined} | undefined;
  /** The list that was asked for because a command was not in the last one. */
  readonly #offers = new Set<Asked>();

  /** The app has begun to connect. */
  connecting(): void {
    this.phase = 'connecting';
    this.#forget();
    this.#attempt = undefined;
  }

  dispose(): void {
    this.phase = 'disposed';
    for (const asked of this.asked.values()) {
      asked.outcome ??= {status: 'failed', code: 'disconnected'};
    }
  }

  /** @param forCommand - asked for a command that was not offered before */
  posted(message: PostedMessage, now: number, forCommand: boolean): void {
    this.order += 1;
    const asked = new Asked(message, this.order, now);
    this.asked.set(message.callback, asked);
    if (message.command === 'getInitData') this.#attempt = {init: asked, listing: undefined};
    if (message.command !== 'getInterface') return;
    if (this.#attempt !== undefined && this.#attempt.listing === undefined) {
      this.#attempt.listing = asked;
    } else if (forCommand) this.#offers.add(asked);
  }

  /** The portal's text has arrived at a message's callback. Only the first one counts. */
  answered(callback: string, text: string, now: number): 'taken' | 'late' | 'unknown' {
    const asked = this.asked.get(callback);
    if (asked === undefined) return 'unknown';
    if (asked.outcome !== undefined) return 'late';
    this.#settle(asked, outcomeOf(text, asked.name !== undefined), now);
    return 'taken';
  }

  /** So much time has passed: what was not answered until then will not be. */
  passedTo(now: number): void {
    for (const asked of this.asked.values()) {
      if (asked.outcome !== undefined || asked.until > now) continue;
      const isSuccess = asked.isSilent;
      this.#settle(
        asked,
        isSuccess ? {status: 'done', value: undefined} : {status: 'failed', code: 'timeout'},
        asked.until,
      );
    }
  }

  /** Whether the app can hear the event now. */
  hears(event: EventCase['name']): boolean {
    if (this.phase === 'disposed') return false;
    return this.phase !== 'ready' || this.placement?.kind === placementOfEvent(event);
  }

  happened({name, means, action}: EventCase): void {
    switch (name) {
      case 'initialized':
        this.card.open(this.order + 1);
        this.#dropSilent();
        this.#callIs((means as {id: string} | null)?.id ?? null);
        this.#client = means as Call | null;
        break;
      case 'beforeClose':
        this.autoClose.status = 'closing';
        break;
      case 'entityChanged':
        this.changedAt = this.order;
        this.#clientIs(means as EntityChange);
        break;
      case 'cardEntityChanged':
        if (this.#clientIs(means as EntityChange)) this.card.nextClient();
        break;
      default:
        if (action !== null) this.card.clicked(action.name);
        if (action?.name === 'mute') this.card.switched('muted', action.muted);
        if (action?.name === 'hold') this.card.switched('held', action.held);
    }
  }

  availability(name: CardCommandName): Availability {
    const unavailable = (reason: UnavailableReason): Availability => ({
      status: 'unavailable',
      reason,
    });
    if (this.phase === 'connecting') return unavailable('connecting');
    if (this.phase !== 'ready') return unavailable('not-connected');
    const place = placementOf(name);
    if (this.placement?.kind !== place) return unavailable('wrong-placement');
    if (this.#offered !== null && !this.#offered.commands.has(wireOf(name))) {
      return unavailable('unsupported');
    }
    const needsCard = place === 'background-worker' && name !== 'listUiStates';
    if (needsCard && this.card.card.status === 'closed') return unavailable('no-card');
    return {status: 'available'};
  }

  #settle(asked: Asked, outcome: Outcome, now: number): void {
    asked.outcome = outcome;
    this.#connectionAfter(asked);
    if (asked.name !== undefined) this.#cardAfter(asked, asked.name, outcome, now);
    if (this.#offers.has(asked)) this.#offered = listIn(outcome) ?? this.#offered;
  }

  /** The portal runs commands in their order: what it confirms by silence was done before. */
  #showSilent(until: number, now: number): void {
    for (const asked of this.asked.values()) {
      const {name, order, parameters, outcome, isShown, isSilent} = asked;
      const hasFailed = outcome?.status === 'failed';
      if (name === undefined || !isSilent || isShown || hasFailed || order > until) continue;
      asked.isShown = true;
      this.card.confirm(name, parameters, now, order);
    }
  }

  /** What was asked of a card that is not there any more is not shown on the next. */
  #dropSilent(): void {
    for (const asked of this.asked.values()) asked.isShown = true;
  }

  #cardAfter(asked: Asked, name: CardCommandName, outcome: Outcome, now: number): void {
    const {order, parameters} = asked;
    if (outcome.status === 'failed') {
      if (outcome.code === 'no-card') this.card.notFound(order);
      if (outcome.code === 'timeout' && name === 'setUiState') this.card.doubt(parameters, order);
      return;
    }
    this.#showSilent(order, now);
    if (!asked.isSilent) this.card.confirm(name, parameters, now, order);
    if (name === 'disableAutoClose') Object.assign(this.autoClose, held(now));
    if (name === 'enableAutoClose') this.autoClose.status = 'normal';
    if (name === 'getStatus') this.#takeStatus(outcome.value);
  }

  #takeStatus(value: unknown): void {
    const status: unknown = Array.isArray(value) ? value[0] : value;
    const id = (status as {CALL_ID?: unknown} | null | undefined)?.CALL_ID;
    if (typeof id === 'number' || (typeof id === 'string' && id !== '' && id !== 'undefined')) {
      this.callIds.add(String(id));
    }
  }

  /** Returns whether it is the next client of a campaign. */
  #clientIs({number, entity}: EntityChange): boolean {
    const before = this.#client;
    if (before === null) return false;
    this.#client = {...before, number, entity};
    const isSame =
      JSON.stringify([number, entity]) === JSON.stringify([before.number, before.entity]);
    return before.campaign && !isSame;
  }

  #callIs(id: string | null): void {
    this.callIds.clear();
    this.callIds.add(id);
  }

  #forget(): void {
    this.placement = null;
    this.card.forget();
    this.#client = null;
    this.autoClose.status = 'normal';
    this.#callIs(null);
    this.changedAt = null;
  }

  /** Ready with the first answer and the list, or without the list when its time is over. */
  #connectionAfter(asked: Asked): void {
    if (this.phase !== 'connecting' || this.#attempt === undefined) return;
    const {init, listing} = this.#attempt;
    if (asked !== init && asked !== listing) return;
    if (init.outcome?.status === 'failed') {
      this.phase = 'failed';
      this.#forget();
    }
    if (init.outcome?.status !== 'done' || listing?.outcome === undefined) return;
    this.phase = 'ready';
    this.placement = readInitData(init.outcome.value).value.init.placement;
    this.#offered = listIn(listing.outcome);
    if (this.placement.kind !== 'call-card' || !this.callIds.delete(null)) return;
    this.callIds.add(this.placement.call?.id ?? null);
  }
}

/** What is offered by an answer; nothing when it is no list. */
function listIn(outcome: Outcome): PlacementInterface | null {
  const reading = outcome.status === 'done' ? readInterface(outcome.value) : null;
  return reading?.problems.length === 0 ? reading.value : null;
}

function held(now: number): ExpectedAutoClose {
  return {status: 'held', until: now + HOLD_MS};
}

export function wireOf(name: CardCommandName): string {
  return Object.entries(ALL_COMMANDS).find(([, own]) => own === name)?.[0] ?? '';
}
