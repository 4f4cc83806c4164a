/**
 * The controller's place among the app's other frames: what it tells them, what it takes from them into
 * the snapshot, and what it does alone while there are none. The hub itself is fetched when the portal
 * has answered.
 */
import {CallCardError, disconnected, messageOf} from '../model/errors/call-card-error.js';
import {CARD_COMMANDS, CARD_COMMAND_NAMES, type CardCommand} from '../model/card/card-command.js';
import type {Call} from '../model/call/call.js';
import type {HubCall} from '../model/hub/hub-call.js';
import type {FrameRole} from '../model/hub/hub-frame.js';
import type {ActionOutcome, HubAction, HubFault} from '../model/hub/hub-message.js';
import type {PeerChannel, PeerFrames} from '../model/hub/peer-channel.js';
import {newId} from '../model/new-id.js';
import {problem} from '../model/parse/reading.js';
import type {Placement} from '../model/portal/placement.js';
import type {PortalSession} from '../model/portal/session.js';
import type {Hub} from '../hub/hub.js';
import type {HubActionRequest, HubHost, OwnFrame} from '../hub/hub-host.js';
import type {DraftLine} from '../hub/sharing/shared-drafts.js';
import type {ActionDispatcher} from './actions/action-dispatcher.js';
import {NO_PEERS, type PeerState, type SnapshotStore} from './snapshot-store.js';
import {HUB_FAULT_COUNTERS} from './telemetry/diagnostics.js';
import type {Telemetry} from './telemetry/telemetry.js';

/** Makes this frame's end of the hub of that name; it is not open yet. */
export type OpenHub = (name: string, host: HubHost) => Promise<Hub>;

export interface HubClientOptions extends Pick<HubHost, 'runHere'> {
  readonly store: SnapshotStore;
  readonly actions: ActionDispatcher;
  readonly telemetry: Telemetry;
  /** None: this frame is alone. */
  readonly openHub: OpenHub | undefined;
  /** The card of this call was opened before this frame was loaded. */
  readonly recall: (callId: string) => void;
}

type ActionContent = Pick<HubAction, 'action' | 'source'>;

const ROLES: Partial<Record<Placement['kind'], FrameRole>> = {
  'call-card': 'tab',
  'background-worker': 'worker',
};

export class HubClient implements HubHost, PeerFrames {
  readonly runHere: HubHost['runHere'];
  readonly #options: HubClientOptions;
  #hub: Hub | undefined;
  #placement: Placement | undefined;
  #isOpening: boolean;
  /** What the others were told last of this frame's card. */
  #announced: HubCall | undefined;
  /** The call that was recalled last, or tried to. */
  #recalled: string | null = null;
  #hasMetOtherVersion = false;
  /** What waits until the other frames are known, or can't be. */
  readonly #waiting: ((reason?: CallCardError) => void)[] = [];

  constructor(options: HubClientOptions) {
    this.#options = options;
    this.runHere = options.runHere;
    this.#isOpening = options.openHub !== undefined;
  }

  /** The way on which frames share records. Resolves when the other frames are known. */
  async whenConnected(): Promise<PeerChannel | undefined> {
    await this.whenMet()?.catch(() => undefined);
    return this.#hub?.data;
  }

  /** The same for the notes that are not saved. */
  async whenDrafts(): Promise<DraftLine | undefined> {
    await this.whenMet()?.catch(() => undefined);
    return this.#hub?.drafts;
  }

  /** Joins the other frames. What can't be fetched or opened leaves this frame alone. */
  async open({origin, memberId, placement}: PortalSession): Promise<void> {
    const {openHub} = this.#options;
    this.#placement = placement;
    if (openHub && !this.#hub) {
      try {
        // The same in all frames of one app in one portal: the app's origin is the channel's own.
        const hub = await openHub(`call-card-kit ${memberId === '' ? origin : memberId}`, this);
        // Disposed meanwhile.
        if (!this.#isOpening) return;
        [this.#hub, this.#announced] = [hub, undefined];
        await hub.open();
      } catch {
        // A part of the kit could not be loaded: what needs no other frame works all the same.
        this.#hub?.close();
        this.#hub = undefined;
        this.#options.store.setPeerState(NO_PEERS);
      }
    }
    this.#isOpening = false;
    this.follow();
    this.#settle();
  }

  /**
   * Resolves when the other frames are met, or can't be; nothing while there is none to wait for.
   * Rejects with what the connection fails with, and with `disconnected`.
   */
  whenMet(): Promise<void> | undefined {
    if (!this.#isOpening) return undefined;
    return new Promise((resolve, reject) => {
      this.#waiting.push((reason) => (reason ? reject(reason) : resolve()));
      this.follow();
    });
  }

  /** Something about this frame has changed: the others hear what concerns them. */
  follow(): void {
    this.#announce();
    this.#followLead();
    this.#recall();
    const {snapshot} = this.#options.store;
    // Where the portal can't be reached, no other frame can be either.
    if (snapshot.status === 'failed') this.#settle(snapshot.error);
  }

  /**
   * Brings what the operator asks for to the frame that leads. Rejects with what `connect` rejects
   * with, with `disconnected` when the controller is disposed before it is connected, and with
   * `app-failed` when the app fails.
   */
  async requestAction(content: ActionContent): Promise<ActionOutcome> {
    if (this.#isOpening) await this.whenMet();
    const requested = {...content, callId: this.callId()};
    if (this.#hub) {
      const end = await this.#hub.actions.requestAction(requested);
      if (end.outcome === 'failed') throw appFailed(content, end.message);
      return end.outcome;
    }
    try {
      const id = `alone-${newId()}`;
      await this.act({...requested, id, status: 'sent', interrupted: false});
    } catch (error) {
      throw appFailed(content, messageOf(error), error);
    }
    return 'done';
  }

  /**
   * Where a command is run: `here`, or relayed to the frames that can. Of one that only this frame can
   * run all others hear.
   */
  routeCommand(command: CardCommand, callId: string | null): 'here' | 'relayed' {
    const {store} = this.#options;
    const {name} = command;
    if (this.#hub === undefined || store.snapshot.placement === null) return 'here';
    const {commands} = this.#hub;
    if (commands.isOwnMatter(name, callId)) {
      commands.announceCommand(command, callId);
      return 'here';
    }
    // Whether there is a card only the portal knows for certain, so that it is asked in any case.
    const isOwnCall = callId === null || callId === (store.call?.id ?? callId);
    const isOffered = isOwnCall && CARD_COMMANDS[name].placement === this.#placement?.kind;
    return isOffered && !commands.reachableCommands(callId).has(name) ? 'here' : 'relayed';
  }

  /** Runs a command in each frame that can. */
  relayCommand(command: CardCommand, callId: string | null): Promise<unknown> {
    if (this.#hub === undefined) return this.runHere(command, callId);
    const client = this.#campaignClient;
    const idInCard = client?.id === callId ? this.#hub.idInCard(client) : callId;
    return this.#hub.commands.relayCommand(command, idInCard);
  }

  /** The call that is meant where none is named: this frame's own, or the only one there is. */
  callId(): string | null {
    const {call} = this.#options.store.snapshot;
    const state = this.#hub?.state;
    const [first, second] = state?.status === 'joined' ? state.calls : [];
    return call?.id ?? (second === undefined ? (first?.call.id ?? null) : null);
  }

  /** What other frames have told of the call. */
  elsewhere(callId: string): HubCall | undefined {
    return this.#hub?.commands.elsewhere(callId);
  }

  dispose(): void {
    this.#hub?.close();
    this.#hub = undefined;
    this.#isOpening = false;
    this.#settle(disconnected('connect'));
    this.#options.actions.setLeading(false);
  }

  describe(): OwnFrame {
    const {store, actions} = this.#options;
    const {call, ownCard, ownCommands, cardSince} = store;
    const role = (this.#placement && ROLES[this.#placement.kind]) ?? 'other';
    return {
      role,
      callId: ownCard.status === 'closed' ? null : (call?.id ?? this.#callBeside),
      ...(cardSince === null ? {} : {cardSince}),
      client: this.#campaignClient,
      commands: CARD_COMMAND_NAMES.filter((name) => ownCommands[name].status === 'available'),
      rank: actions.rankOf(role === 'worker'),
      handles: actions.handles,
    };
  }

  act(request: HubActionRequest): Promise<void> | undefined {
    const {action, source} = request;
    this.#options.telemetry.log({kind: 'action', action, source});
    return this.#options.actions.dispatchAction(request);
  }

  changed(): void {
    if (this.#hub === undefined) return;
    this.#followClient(this.#hub);
    this.#options.store.setPeerState(peerStateIn(this.#hub));
    this.#followLead();
  }

  fault(fault: HubFault): void {
    this.#options.telemetry.count(HUB_FAULT_COUNTERS[fault]);
    if (fault !== 'foreign-version' || this.#hasMetOtherVersion) return;
    this.#hasMetOtherVersion = true;
    const expected = 'frames with the same version of the kit';
    this.#options.store.addProblems('hub', [problem('', expected, fault)]);
  }

  #settle(reason?: CallCardError): void {
    for (const end of this.#waiting.splice(0)) end(reason);
  }

  /** Tells the others what has changed about this frame and what its own card shows. */
  #announce(): void {
    const hub = this.#hub;
    if (!hub) return;
    this.#followClient(hub);
    hub.announce();
    const {ownCard, snapshot, cardNumber} = this.#options.store;
    if (snapshot.call === null || ownCard.status === 'unseen') return;
    const card = ownCard.status === 'open' ? ownCard : null;
    if (this.#announced?.call === snapshot.call && this.#announced.card === card) return;
    this.#announced = {call: snapshot.call, card};
    hub.announceCall(this.#announced, cardNumber);
  }

  /** The next client of a campaign: what this worker is not told a tab has read. */
  #followClient(hub: Hub): void {
    const {store} = this.#options;
    const {call} = store.snapshot;
    if (call === null || this.#placement?.kind !== 'background-worker') return;
    const read = hub.clientAsRead(call);
    if (read !== undefined && JSON.stringify(read) !== JSON.stringify(call)) {
      store.update({call: read});
    }
  }

  #followLead(): void {
    const {store, actions} = this.#options;
    if (this.#isOpening || store.snapshot.status !== 'ready') return;
    actions.setLeading(actions.rankOf(false) !== 'none' && (this.#hub?.leads ?? true));
  }

  /** The portal tells a worker of a card when it opens, and never again. */
  #recall(): void {
    const {store, recall} = this.#options;
    if (this.#isOpening || store.snapshot.status !== 'ready') return;
    const callId = store.call === null ? this.#callBeside : null;
    if (callId === this.#recalled) return;
    // Forgotten with the tab: the next page in it may know more.
    this.#recalled = callId;
    if (callId !== null) recall(callId);
  }

  /** The call that the card must be of, where the portal has not told this worker of one. */
  get #callBeside(): string | null {
    const isWorker = this.#placement?.kind === 'background-worker';
    const isOpen = this.#options.store.ownCard.status !== 'closed';
    return isWorker && isOpen ? (this.#hub?.callBeside ?? null) : null;
  }

  /** The client of a campaign that this tab shows. */
  get #campaignClient(): Call | null {
    const {call} = this.#options.store;
    return this.#placement?.kind === 'call-card' && call?.campaign === true ? call : null;
  }
}

function peerStateIn(hub: Hub): PeerState {
  return {
    state: hub.state,
    cardFor: (call, own) => hub.calls.cardFor(hub.idInCard(call), own),
    reach: (call) => hub.commands.reachableCommands(hub.idInCard(call)),
    lostAt: (call) => hub.calls.lostAt(hub.idInCard(call)),
    handles: hub.handles,
  };
}

function appFailed({action}: ActionContent, message: string, cause?: unknown): CallCardError {
  const {name: request, ...parameters} = action;
  return new CallCardError('app-failed', message, {request, parameters, cause});
}
