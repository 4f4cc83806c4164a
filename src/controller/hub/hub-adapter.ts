/** What a frame's controller gives to its end of the hub, and takes from it. Fetched with the hub. */
import {
  CARD_COMMAND_NAMES,
  CARD_COMMANDS,
  type CardCommand,
} from '../../model/card/card-command.js';
import type {HubCall} from '../../model/hub/hub-call.js';
import type {FrameRole, LeaderRank} from '../../model/hub/hub-frame.js';
import type {HubFault} from '../../model/hub/hub-message.js';
import type {AnnouncedAction} from '../../model/card/operator-action.js';
import type {Placement} from '../../model/portal/placement.js';
import {problem} from '../../model/parse/reading.js';
import type {PortalSession} from '../../model/portal/session.js';
import type {Diagnostics} from '../telemetry/diagnostics.js';
import type {SnapshotStore, PeerState} from '../snapshot-store.js';
import type {HubActionRequest} from '../../hub/actions/action-delivery.js';
import {BROWSER} from '../../hub/browser-hub.js';
import {clientAsRead} from '../../hub/campaign.js';
import type {HubEnvironment} from '../../hub/hub-environment.js';
import {Hub, type OwnFrame} from '../../hub/hub.js';

export interface HubAdapterOptions {
  readonly session: PortalSession;
  readonly store: SnapshotStore;
  readonly rank: (isWorker: boolean) => LeaderRank;
  /** What this frame's listeners do of the actions that not every app does. */
  readonly handles: () => readonly AnnouncedAction[];
  readonly runHere: (command: CardCommand, callId: string | null) => Promise<unknown>;
  readonly act: (request: HubActionRequest) => Promise<void> | undefined;
  /** A message that changed nothing is counted. */
  readonly count: (counter: keyof Diagnostics) => void;
  /** The others have told something. */
  readonly changed: (surroundings: PeerState) => void;
}

/** How the messages that changed nothing are counted. */
const COUNTERS: Readonly<Record<HubFault, keyof Diagnostics>> = {
  'foreign-version': 'foreignHubMessages',
  oversized: 'unreadableHubMessages',
  malformed: 'unreadableHubMessages',
  forged: 'forgedHubMessages',
  replayed: 'forgedHubMessages',
  stranger: 'unknownSenderMessages',
};

export function openBrowserHub(seat: HubAdapterOptions): HubAdapter {
  return new HubAdapter(seat, BROWSER);
}

/** A frame's end of the hub, with what the frame itself knows. */
export class HubAdapter {
  readonly hub: Hub;
  readonly #seat: HubAdapterOptions;
  #told: HubCall | undefined;
  #hasMetOtherVersion = false;

  /** Not open yet. */
  constructor(seat: HubAdapterOptions, environment: HubEnvironment) {
    const {session, runHere, act, changed} = seat;
    this.#seat = seat;
    this.hub = new Hub(hubName(session), environment, {
      describe: () => describe(seat, this.#callBeside),
      runHere,
      act,
      fault: (fault) => this.#note(fault),
      changed: () => {
        this.#followClient();
        changed(around(this.hub));
      },
    });
  }

  /** Tells the others what has changed about this frame and what its own card shows. */
  tell(): void {
    this.#followClient();
    this.hub.announce();
    const {ownCard, snapshot, cardNumber} = this.#seat.store;
    if (snapshot.call === null || ownCard.status === 'unseen') return;
    const card = ownCard.status === 'open' ? ownCard : null;
    if (this.#told?.call === snapshot.call && this.#told.card === card) return;
    this.#told = {call: snapshot.call, card};
    this.hub.announceCall(this.#told, cardNumber);
  }

  /**
   * The call whose card was opened before this frame was loaded: the portal tells a worker of a card
   * when it opens, and never again.
   */
  get missedCall(): string | null {
    return this.#seat.store.call === null ? this.#callBeside : null;
  }

  get #callBeside(): string | null {
    const {session, store} = this.#seat;
    const isWorker = session.placement.kind === 'background-worker';
    return isWorker && store.ownCard.status !== 'closed' ? this.hub.callBeside : null;
  }

  /** Whether another frame has to be asked to run the command. Of what this one runs all hear. */
  takes(command: CardCommand, callId: string | null): boolean {
    const {store, session} = this.#seat;
    const {name} = command;
    if (store.snapshot.placement === null) return false;
    if (this.hub.isOwnMatter(name, callId)) {
      this.hub.note(command, callId);
      return false;
    }
    // Whether there is a card only the portal knows for certain, so that it is asked in any case.
    const isOwnCall = callId === null || callId === (store.call?.id ?? callId);
    const isOffered = isOwnCall && CARD_COMMANDS[name].placement === session.placement.kind;
    return !isOffered || this.hub.reach(callId).has(name);
  }

  /** The only call that there is in the app's frames; none when there are several. */
  onlyCall(): string | null {
    const {state} = this.hub;
    const [first, second] = state.status === 'joined' ? state.calls : [];
    return second === undefined ? (first?.call.id ?? null) : null;
  }

  /** The next client of a campaign: what this worker is not told a tab has read. */
  #followClient(): void {
    const {store, session} = this.#seat;
    const {state} = this.hub;
    const {call} = store.snapshot;
    if (session.placement.kind !== 'background-worker') return;
    if (call === null || state.status !== 'joined') return;
    const read = clientAsRead(call, state.frames);
    if (read !== undefined && JSON.stringify(read) !== JSON.stringify(call)) {
      store.update({call: read});
    }
  }

  #note(fault: HubFault): void {
    this.#seat.count(COUNTERS[fault]);
    if (fault !== 'foreign-version' || this.#hasMetOtherVersion) return;
    this.#hasMetOtherVersion = true;
    const expected = 'frames with the same version of the kit';
    this.#seat.store.addProblems('hub', [problem('', expected, fault)]);
  }
}

/** @param callBeside - the call that the card must be of, where the portal has not told of one */
function describe(
  {session: {placement}, store, rank, handles}: HubAdapterOptions,
  callBeside: string | null,
): OwnFrame {
  const {call, ownCard, ownCommands} = store;
  return {
    role: roleIn(placement),
    callId: ownCard.status === 'closed' ? null : (call?.id ?? callBeside),
    ...(store.cardSince === null ? {} : {cardSince: store.cardSince}),
    client: placement.kind === 'call-card' && call?.campaign === true ? call : null,
    commands: CARD_COMMAND_NAMES.filter((name) => ownCommands[name].status === 'available'),
    rank: rank(placement.kind === 'background-worker'),
    handles: handles(),
  };
}

function around(hub: Hub): PeerState {
  return {
    state: hub.state,
    cardFor: (call, own) => hub.cardFor(hub.idInCard(call), own),
    reach: (call) => hub.reach(hub.idInCard(call)),
    lostAt: (call) => hub.lostAt(hub.idInCard(call)),
    handles: hub.handles,
  };
}

/** The same in all frames of one app in one portal: the app's origin is the channel's own. */
function hubName({origin, memberId}: PortalSession): string {
  return `call-card-kit ${memberId === '' ? origin : memberId}`;
}

function roleIn({kind}: Placement): FrameRole {
  if (kind === 'call-card') return 'tab';
  return kind === 'background-worker' ? 'worker' : 'other';
}
