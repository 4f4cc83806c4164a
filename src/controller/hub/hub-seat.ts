/** What a frame's controller gives to its end of the hub, and takes from it. Fetched with the hub. */
import {CARD_COMMAND_NAMES} from '../../model/card-command-wire.js';
import type {CardCommand} from '../../model/card-command.js';
import type {FrameRole, LeaderRank} from '../../model/hub-frame.js';
import type {HubFault} from '../../model/hub-message.js';
import type {Placement} from '../../model/placement.js';
import type {PortalSession} from '../../model/session.js';
import type {SnapshotStore, Surroundings} from '../snapshot-store.js';
import type {HubActionRequest} from './action-desk.js';
import type {HubEnvironment} from './hub-environment.js';
import {Hub, type OwnFrame} from './hub.js';

export interface HubSeat {
  readonly session: PortalSession;
  readonly store: SnapshotStore;
  readonly rank: (isWorker: boolean) => LeaderRank;
  readonly runHere: (command: CardCommand, callId: string | null) => Promise<unknown>;
  readonly act: (request: HubActionRequest) => Promise<void> | undefined;
  readonly fault: (fault: HubFault) => void;
  /** The others have told something. */
  readonly changed: (surroundings: Surroundings) => void;
}

/** The hub of the frame, not open yet. */
export function hubAt(seat: HubSeat, environment: HubEnvironment): Hub {
  const {session, runHere, act, fault, changed} = seat;
  const hub: Hub = new Hub(hubName(session), environment, {
    describe: () => describe(seat),
    runHere,
    act,
    fault,
    changed: () => changed(around(hub)),
  });
  return hub;
}

function describe({session: {placement}, store, rank}: HubSeat): OwnFrame {
  const {call, ownCard, ownCommands} = store;
  return {
    role: roleIn(placement),
    callId: ownCard.status === 'closed' ? null : (call?.id ?? null),
    commands: CARD_COMMAND_NAMES.filter((name) => ownCommands[name].status === 'available'),
    rank: rank(placement.kind === 'background-worker'),
  };
}

function around(hub: Hub): Surroundings {
  return {
    state: hub.state,
    cardFor: (callId, own) => hub.cardFor(callId, own),
    reach: (callId) => hub.reach(callId),
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
