/**
 * Delivers each action of the operator to the leader, once. Before the leader gives an action to the app,
 * another frame (the witness) has noted that it is begun. When the leader goes in the middle of it, the next
 * one gets it as interrupted, and never as new.
 */
import type {ActionEnd, HubAction, HubMessage} from '../../model/hub/hub-message.js';
import {MOST_HUB_WORDS} from '../../model/parse/hub-values.js';
import {messageOf} from '../../model/errors/call-card-error.js';
import type {Clock} from '../../model/clock.js';
import type {HubHost} from '../hub-host.js';
import {ActionJournal} from './action-journal.js';

/** How long a leader waits for the other frame that notes what it begins, in milliseconds. */
const WITNESS_MS = 200;
/** A note that comes later than this was read by a page that stood still, in milliseconds. */
const LATE_MS = 500;
/** How often the leader is asked whether it is there while something is open, in milliseconds. */
const WATCH_MS = 500;
/** How long an action waits for a frame that can take it, in milliseconds. */
export const ACTION_WAIT_MS = 5000;

export interface ActionDeliveryOptions {
  /** This frame. */
  readonly frameId: string;
  readonly post: (message: HubMessage, to?: string) => void;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Whether this frame leads, and whether any does. */
  readonly lead: () => 'own' | 'other' | 'none';
  /** A frame that does not lead acts as if it did: it hears who does. */
  readonly challengeLeader: (frameId: string) => void;
  /** Another frame that can note what is begun; none when this one is alone. */
  readonly witness: () => string | null;
  readonly host: Pick<HubHost, 'act'>;
  /** The leader has something to do: is it still there? */
  readonly probeLeader: () => void;
}

/** An action that this frame is about to begin, or has begun. */
interface ClaimedAction {
  /** Set when another leader has begun it, too; that message can arrive after this frame has queued it. */
  interrupted: boolean;
}

interface RequestedAction {
  /** When a leader was last there. */
  at: number;
  readonly settle: (end: ActionEnd) => void;
}

export class ActionDelivery {
  readonly #options: ActionDeliveryOptions;
  readonly #journal = new ActionJournal();
  /** What was requested in this frame and has not ended yet. */
  readonly #own = new Map<string, RequestedAction>();
  /** What this frame has claimed as the leader, and what its app is doing. */
  readonly #claimed = new Map<string, ClaimedAction>();
  readonly #acting = new Set<string>();
  readonly #noted = new Map<string, () => void>();
  /** One is begun after the other, so that the app hears of them in their order. */
  #turn: Promise<void> | undefined;
  /** Counts how often this frame has ceased to lead: what it was about to begin then is void. */
  #term = 0;
  #cancelWatch: (() => void) | undefined;

  constructor(options: ActionDeliveryOptions) {
    this.#options = options;
  }

  get open(): readonly HubAction[] {
    return this.#journal.open;
  }

  /** Asks for an action; resolves with how it ended, never rejects. */
  requestAction(content: Pick<HubAction, 'action' | 'callId' | 'source'>): Promise<ActionEnd> {
    const {newId, post, clock} = this.#options;
    const action: HubAction = {...content, id: newId(), status: 'sent'};
    const ended = new Promise<ActionEnd>((settle) => {
      this.#own.set(action.id, {at: clock.now(), settle});
    });
    this.#journal.put(action);
    post({kind: 'action', action});
    this.beginOpenActions();
    return ended;
  }

  /** Hears the messages that are about actions. */
  receive(message: HubMessage, from: string): void {
    switch (message.kind) {
      case 'action':
        if (!this.#announceEnd(message.action.id, from)) this.#journal.put(message.action);
        break;
      case 'welcome':
        for (const action of message.actions) this.#journal.put(action);
        break;
      case 'begun':
        this.#options.challengeLeader(from);
        if (this.#announceEnd(message.id, from)) break;
        this.#beginsElsewhere(message.id);
        if (message.witness === this.#options.frameId) {
          this.#options.post({kind: 'noted', id: message.id}, from);
        }
        break;
      case 'noted':
        this.#noted.get(message.id)?.();
        break;
      case 'ended':
        this.#end(message.id, endIn(message));
        break;
      default:
        return;
    }
    this.beginOpenActions();
  }

  /** Does what is to be done: begins what is open when this frame leads, watches when it does not. */
  beginOpenActions(): void {
    if (this.#options.lead() === 'own') this.#beginOpen();
    if (this.#own.size > 0) this.#watch();
  }

  /** This frame has lost the lead. What its app is doing goes on; the next leader takes the rest. */
  endTerm(): void {
    if (this.#claimed.size > 0 || this.#turn !== undefined) this.#term += 1;
    this.#claimed.clear();
    this.#turn = undefined;
  }

  /** This frame hears nothing from now on. */
  leave(): void {
    this.endTerm();
    this.#journal.leave((id) => this.#own.has(id));
  }

  /** This frame hears again: those who know tell how its own actions ended. */
  resendOwn(): void {
    for (const id of this.#own.keys()) {
      const action = this.#journal.get(id);
      if (action !== undefined) this.#options.post({kind: 'action', action});
    }
  }

  dispose(): void {
    this.#cancelWatch?.();
    this.#cancelWatch = undefined;
    for (const {settle} of this.#own.values()) settle({outcome: 'no-leader'});
    this.#own.clear();
    this.endTerm();
    this.#journal.clear();
  }

  /** An action that comes again after its end: its sender has missed that. */
  #announceEnd(id: string, to: string): boolean {
    const end = this.#journal.endOf(id);
    if (end !== undefined) this.#options.post({kind: 'ended', id, ...end}, to);
    return end !== undefined;
  }

  #beginOpen(): void {
    for (const {id} of this.#journal.open) {
      if (this.#claimed.has(id) || this.#acting.has(id)) continue;
      this.#claimed.set(id, {interrupted: false});
      const term = this.#term;
      // With nothing before it, it is begun at once, and without a witness the app hears it at once.
      const begun = this.#turn?.then(() => this.#begin(id, term)) ?? this.#begin(id, term);
      if (begun === undefined) continue;
      const turn: Promise<void> = begun.then(() => {
        if (this.#turn === turn) this.#turn = undefined;
      });
      this.#turn = turn;
    }
  }

  #begin(id: string, term: number): Promise<void> | undefined {
    const action = this.#journal.get(id);
    if (action === undefined || !this.#isInTerm(term)) return undefined;
    if (action.status === 'begun') this.#beginsElsewhere(id);
    this.#journal.begin(id);
    if (this.#options.witness() !== null) return this.#beginNoted(action, term);
    this.#options.post({kind: 'begun', id, witness: null});
    this.#act(action);
    return undefined;
  }

  async #beginNoted(action: HubAction, term: number): Promise<void> {
    const {post, witness, clock} = this.#options;
    const {id} = action;
    let isLate = true;
    while (isLate && this.#isInTerm(term)) {
      const before = clock.now();
      post({kind: 'begun', id, witness: witness()});
      await this.#whenNoted(id);
      // A page that stood still may have lost the lead and not heard of it: what was said to it
      // comes before the answer to a new question.
      // Where no frame is left to note it, none could have taken the lead either.
      isLate = witness() !== null && clock.now() - before > LATE_MS;
    }
    if (this.#isInTerm(term)) this.#act(action);
  }

  /**
   * A leader that was replaced a moment ago may have begun what this frame begins as well. It says so
   * before it notes anything for this frame, so that this is known before the app hears of it.
   */
  #beginsElsewhere(id: string): void {
    this.#journal.begin(id);
    const claimed = this.#claimed.get(id);
    if (claimed !== undefined) claimed.interrupted = true;
  }

  #isInTerm(term: number): boolean {
    return this.#term === term && this.#options.lead() === 'own';
  }

  /** A witness that does not answer may have gone itself: the operator is not kept waiting for it. */
  #whenNoted(id: string): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(WITNESS_MS, () => noted());
      const noted = (): void => {
        cancel();
        this.#noted.delete(id);
        resolve();
      };
      this.#noted.set(id, noted);
    });
  }

  #act(action: HubAction): void {
    const {id} = action;
    // It was ended meanwhile, or the app does it since this frame led before.
    if (this.#journal.get(id) === undefined || this.#acting.has(id)) return;
    this.#acting.add(id);
    const interrupted = this.#claimed.get(id)?.interrupted === true;
    const done = (): void => this.#finish(id, {outcome: interrupted ? 'interrupted' : 'done'});
    const failed = (thrown: unknown): void => {
      this.#finish(id, {outcome: 'failed', message: messageOf(thrown).slice(0, MOST_HUB_WORDS)});
    };
    const doing = this.#options.host.act({...action, interrupted});
    if (doing === undefined) done();
    else void doing.then(done, failed);
  }

  /** The app has done it, or has failed. */
  #finish(id: string, end: ActionEnd): void {
    this.#acting.delete(id);
    this.#options.post({kind: 'ended', id, ...end});
    this.#end(id, end);
  }

  #end(id: string, end: ActionEnd): void {
    this.#journal.end(id, end);
    this.#claimed.delete(id);
    this.#own.get(id)?.settle(end);
    this.#own.delete(id);
  }

  #watch(): void {
    this.#cancelWatch ??= this.#options.clock.after(WATCH_MS, () => {
      this.#cancelWatch = undefined;
      this.#lookAfterOwn();
      this.beginOpenActions();
    });
  }

  #lookAfterOwn(): void {
    const {lead, clock, probeLeader, post} = this.#options;
    const leads = lead();
    for (const [id, own] of this.#own) {
      if (leads !== 'none') own.at = clock.now();
      else if (clock.now() - own.at >= ACTION_WAIT_MS) {
        const outcome = this.#journal.get(id)?.status === 'begun' ? 'interrupted' : 'no-leader';
        post({kind: 'ended', id, outcome});
        this.#end(id, {outcome});
      }
    }
    if (leads === 'own' || this.#own.size === 0) return;
    // The leader of that moment may have gone before it read this, or its answer was not heard.
    this.resendOwn();
    probeLeader();
  }
}

function endIn(message: ActionEnd): ActionEnd {
  if (message.outcome !== 'failed') return {outcome: message.outcome};
  return {outcome: 'failed', message: message.message};
}
