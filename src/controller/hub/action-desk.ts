/**
 * Brings what the operator asks for to the frame that leads, once. Before the leader gives an action
 * to the app, another frame has noted that it is begun: when the leader goes in the middle of it, the
 * next one is told of it as interrupted, and never as new.
 */
import type {ActionOutcome, HubAction, HubMessage} from '../../model/hub-message.js';
import type {Clock} from '../clock.js';
import {ActionJournal} from './action-journal.js';

/** How long a leader waits for the other frame that notes what it begins, in milliseconds. */
const WITNESS_MS = 200;
/** How often the leader is asked whether it is there while something is open, in milliseconds. */
const WATCH_MS = 500;
/** How long an action waits for a frame that can take it, in milliseconds. */
export const ACTION_WAIT_MS = 5000;

/** An action as the leading frame's app gets it. */
export interface HubActionRequest extends HubAction {
  /** A leader before this one had begun it, and went before it was done: look before you act. */
  readonly interrupted: boolean;
}

export interface ActionDeskOptions {
  /** This frame. */
  readonly frameId: string;
  readonly post: (message: HubMessage, to?: string) => void;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Whether this frame leads, and whether any does. */
  readonly lead: () => 'own' | 'other' | 'none';
  /** Another frame that can note what is begun; none when this one is alone. */
  readonly witness: () => string | null;
  /** Gives it to the app; resolves when the app has done it. */
  readonly act: (request: HubActionRequest) => Promise<void> | undefined;
  /** The leader has something to do: is it still there? */
  readonly doubt: () => void;
}

interface Own {
  readonly at: number;
  readonly settle: (outcome: ActionOutcome) => void;
}

export class ActionDesk {
  readonly #options: ActionDeskOptions;
  readonly #journal = new ActionJournal();
  /** What was asked for in this frame, and who waits for its end. */
  readonly #own = new Map<string, Own>();
  /** What this frame has taken up as the leader, and what its app is at. */
  readonly #taken = new Set<string>();
  readonly #acting = new Set<string>();
  readonly #noted = new Map<string, () => void>();
  /** One is begun after the other, so that the app hears of them in their order. */
  #turn: Promise<void> | undefined;
  #cancelWatch: (() => void) | undefined;

  constructor(options: ActionDeskOptions) {
    this.#options = options;
  }

  get open(): readonly HubAction[] {
    return this.#journal.open;
  }

  /** Asks for an action; resolves with how it ended, never rejects. */
  request(content: Pick<HubAction, 'action' | 'callId' | 'source'>): Promise<ActionOutcome> {
    const {newId, post, clock} = this.#options;
    const action: HubAction = {...content, id: newId(), status: 'sent'};
    const outcome = new Promise<ActionOutcome>((settle) => {
      this.#own.set(action.id, {at: clock.now(), settle});
    });
    this.#journal.put(action);
    post({kind: 'action', action});
    this.advance();
    return outcome;
  }

  /** Hears the messages that are about actions. */
  receive(message: HubMessage, from: string): void {
    switch (message.kind) {
      case 'action':
        this.#journal.put(message.action);
        break;
      case 'welcome':
        for (const action of message.actions) this.#journal.put(action);
        break;
      case 'begun':
        this.#journal.begin(message.id);
        if (message.witness === this.#options.frameId) {
          this.#options.post({kind: 'noted', id: message.id}, from);
        }
        break;
      case 'noted':
        this.#noted.get(message.id)?.();
        break;
      case 'ended':
        this.#end(message.id, message.outcome);
        break;
      default:
        return;
    }
    this.advance();
  }

  /** Does what is to be done: begins what is open when this frame leads, watches when it does not. */
  advance(): void {
    if (this.#options.lead() === 'own') this.#beginOpen();
    if (this.#own.size > 0) this.#watch();
  }

  /** This frame leads no more. What its app is at goes on; the next leader asks about the rest. */
  handOver(): void {
    this.#taken.clear();
    this.#turn = undefined;
  }

  dispose(): void {
    this.#cancelWatch?.();
    this.#cancelWatch = undefined;
    for (const {settle} of this.#own.values()) settle('unheard');
    this.#own.clear();
    this.handOver();
    this.#journal.clear();
  }

  #beginOpen(): void {
    for (const {id} of this.#journal.open) {
      if (this.#taken.has(id) || this.#acting.has(id)) continue;
      this.#taken.add(id);
      // With nothing before it, it is begun at once, and without a witness the app hears it at once.
      const begun = this.#turn?.then(() => this.#begin(id)) ?? this.#begin(id);
      if (begun === undefined) continue;
      const turn: Promise<void> = begun.then(() => {
        if (this.#turn === turn) this.#turn = undefined;
      });
      this.#turn = turn;
    }
  }

  #begin(id: string): Promise<void> | undefined {
    const action = this.#journal.get(id);
    if (action === undefined || this.#options.lead() !== 'own') return undefined;
    const witness = this.#options.witness();
    this.#journal.begin(id);
    this.#options.post({kind: 'begun', id, witness});
    const request = {...action, interrupted: action.status === 'begun'};
    if (witness !== null) return this.#whenNoted(id).then(() => this.#act(request));
    this.#act(request);
    return undefined;
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

  #act(request: HubActionRequest): void {
    const {id, interrupted} = request;
    // It was ended meanwhile, or another frame has taken the lead and tells of it as interrupted.
    if (this.#journal.get(id) === undefined || this.#options.lead() !== 'own') return;
    if (this.#acting.has(id)) return;
    this.#acting.add(id);
    const end = (): void => {
      this.#acting.delete(id);
      const outcome = interrupted ? 'interrupted' : 'done';
      this.#options.post({kind: 'ended', id, outcome});
      this.#end(id, outcome);
    };
    const doing = this.#options.act(request);
    if (doing === undefined) end();
    else void doing.then(end, end);
  }

  #end(id: string, outcome: ActionOutcome): void {
    this.#journal.end(id);
    this.#taken.delete(id);
    this.#own.get(id)?.settle(outcome);
    this.#own.delete(id);
  }

  #watch(): void {
    this.#cancelWatch ??= this.#options.clock.after(WATCH_MS, () => {
      this.#cancelWatch = undefined;
      this.#lookAfterOwn();
      this.advance();
    });
  }

  #lookAfterOwn(): void {
    const {lead, post, clock, doubt} = this.#options;
    const leads = lead();
    for (const [id, {at}] of this.#own) {
      const action = this.#journal.get(id);
      if (leads === 'none' && clock.now() - at >= ACTION_WAIT_MS) {
        post({kind: 'ended', id, outcome: 'unheard'});
        this.#end(id, 'unheard');
      } else if (leads === 'other' && action?.status === 'sent') {
        // The leader of that moment may have gone before it read this.
        post({kind: 'action', action});
      }
    }
    if (leads === 'other' && this.#own.size > 0) doubt();
  }
}
