/**
 * The controller's place among the app's other frames: what it tells them, what it takes from them,
 * and what it does alone while there is nobody. The hub itself is fetched beside the portal's answer.
 */
import {CARD_COMMAND_WIRES} from '../model/card-command-wire.js';
import type {CardCommand} from '../model/card-command.js';
import type {HubCall} from '../model/hub-call.js';
import type {LeaderRank} from '../model/hub-frame.js';
import type {ActionOutcome, HubAction, HubFault} from '../model/hub-message.js';
import type {PortalSession} from '../model/session.js';
import type {FrameLine, OtherFrames} from '../crm/frame-line.js';
import type {Hub} from './hub/hub.js';
import type {HubSeat} from './hub/hub-seat.js';
import type {HubActionRequest} from './hub/action-desk.js';
import type {SnapshotStore, Surroundings} from './snapshot-store.js';
import type {HubState} from './snapshot.js';

/** Makes this frame's end of the hub. */
export type OpenHub = (seat: HubSeat) => Promise<Hub>;

export interface HubDeskOptions {
  readonly store: SnapshotStore;
  /** None: this frame is alone. */
  readonly openHub: OpenHub | undefined;
  readonly rank: (isWorker: boolean) => LeaderRank;
  readonly runHere: (command: CardCommand, callId: string | null) => Promise<unknown>;
  readonly act: (request: HubActionRequest) => Promise<void> | undefined;
  /** This frame begins to lead, or stops. */
  readonly leads: (leads: boolean) => void;
  readonly fault: (fault: HubFault) => void;
}

type ActionContent = Pick<HubAction, 'action' | 'source'>;

export class HubDesk implements OtherFrames {
  readonly #options: HubDeskOptions;
  #hub: Hub | undefined;
  #isOpening = false;
  /** What is to be done when the other frames are known. */
  readonly #waiting: (() => void)[] = [];
  #told: HubCall | undefined;
  #ids = 0;

  constructor(options: HubDeskOptions) {
    this.#options = options;
    this.#isOpening = options.openHub !== undefined;
  }

  get state(): HubState {
    return this.#hub?.state ?? {status: 'off'};
  }

  /** The way on which the frames share what they have loaded. */
  get line(): FrameLine | undefined {
    return this.#hub?.data;
  }

  whenLine(): Promise<FrameLine | undefined> {
    return new Promise((resolve) => this.#whenOpen(() => resolve(this.line)));
  }

  /** Joins the other frames. What can't be fetched or opened leaves this frame alone. */
  async open(session: PortalSession): Promise<void> {
    const {openHub} = this.#options;
    if (openHub !== undefined && this.#hub === undefined) {
      try {
        this.#hub = await openHub(this.#seat(session));
        await this.#hub.open();
      } catch {
        // A part of the kit could not be loaded: what needs no other frame works all the same.
        this.#hub = undefined;
      }
    }
    this.#isOpening = false;
    this.follow();
    for (const request of this.#waiting.splice(0)) request();
  }

  /** Resolves when the other frames are met, or can't be; at once while the portal is not there. */
  async whenMet(): Promise<void> {
    if (this.#options.store.snapshot.status !== 'ready') return;
    await new Promise<void>((resolve) => this.#whenOpen(resolve));
  }

  /** Something about this frame has changed: the others hear what concerns them. */
  follow(): void {
    this.#hub?.announce();
    this.#tellCall();
    this.#leadsChanged();
  }

  /** Who may lead has changed. */
  rankChanged(): void {
    this.#hub?.announce();
    this.#leadsChanged();
  }

  /** Brings what the operator asks for to the frame that leads; never rejects. */
  request(content: ActionContent): Promise<ActionOutcome> {
    if (this.#isOpening) {
      return new Promise((resolve) => {
        this.#whenOpen(() => void this.request(content).then(resolve));
      });
    }
    const callId = this.callId();
    if (this.#hub !== undefined) return this.#hub.request({...content, callId});
    this.#ids += 1;
    const id = `alone-${this.#ids}`;
    const request = {...content, callId, id, status: 'sent', interrupted: false} as const;
    const doing = this.#options.act(request);
    return doing === undefined ? Promise.resolve('done') : doing.then(done, done);
  }

  /** Whether another frame has to be asked to run the command. */
  takes({name}: CardCommand, callId: string | null): boolean {
    const {placement} = this.#options.store.snapshot;
    if (this.#hub === undefined || placement === null) return false;
    if (this.#hub.isOwnMatter(name, callId)) return false;
    // Whether there is a card only the portal knows for certain, so that it is asked in any case.
    const isOwnCall = callId === null || callId === (this.#options.store.call?.id ?? callId);
    const isOffered = isOwnCall && CARD_COMMAND_WIRES[name].placement === placement.kind;
    return !isOffered || this.#hub.reach(callId).has(name);
  }

  run(command: CardCommand, callId: string | null): Promise<unknown> {
    if (this.#hub === undefined) return this.#options.runHere(command, callId);
    return this.#hub.run(command, callId);
  }

  /** The call that is meant where none is named: this frame's own, or the only one there is. */
  callId(): string | null {
    const own = this.#options.store.snapshot.call?.id;
    if (own !== undefined) return own;
    const {state} = this;
    const [first, second] = state.status === 'joined' ? state.calls : [];
    return second === undefined ? (first?.call.id ?? null) : null;
  }

  /** What other frames know of a call. */
  elsewhere(callId: string): HubCall | undefined {
    return this.#hub?.elsewhere(callId);
  }

  dispose(): void {
    this.#hub?.close();
    this.#hub = undefined;
    this.#isOpening = false;
    this.#waiting.length = 0;
    this.#options.leads(false);
  }

  #whenOpen(then: () => void): void {
    if (this.#isOpening) this.#waiting.push(then);
    else then();
  }

  #seat(session: PortalSession): HubSeat {
    const {store, rank, runHere, act, fault} = this.#options;
    const changed = (surroundings: Surroundings): void => this.#take(surroundings);
    return {session, store, rank, runHere, act, fault, changed};
  }

  #take(surroundings: Surroundings): void {
    if (this.#hub === undefined) return;
    this.#options.store.surround(surroundings);
    this.#leadsChanged();
  }

  #leadsChanged(): void {
    const {store, leads, rank} = this.#options;
    if (this.#isOpening || store.snapshot.status !== 'ready') return;
    leads(rank(false) !== 'none' && (this.#hub?.leads ?? true));
  }

  /** Tells what the frame's own card shows; nothing in a frame that has none. */
  #tellCall(): void {
    const {ownCard, snapshot} = this.#options.store;
    if (this.#hub === undefined || snapshot.call === null || ownCard.status === 'unseen') return;
    const card = ownCard.status === 'open' ? ownCard : null;
    if (this.#told?.call === snapshot.call && this.#told.card === card) return;
    this.#told = {call: snapshot.call, card};
    this.#hub.announceCall(this.#told);
  }
}

function done(): ActionOutcome {
  return 'done';
}
