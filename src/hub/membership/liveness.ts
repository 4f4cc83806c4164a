/** How the frames notice each other's end and choose who leads: by locks, or by heartbeats. */
import type {HubFrame, LivenessKind} from '../../model/hub/hub-frame.js';
import type {HubMessage} from '../../model/hub/hub-message.js';
import type {Clock} from '../../model/clock.js';
import {HeartbeatElection} from '../election/heartbeat-election.js';
import type {HubLocks} from '../hub-environment.js';
import type {LeaderRecord, LeaderElection} from '../election/leader-election.js';
import {WebLockElection} from '../election/web-lock-election.js';
import {HeartbeatPresence, LockPresence, type Presence} from './presence.js';
import type {Punctuality} from './punctuality.js';
import type {Roster} from './roster.js';

export interface LivenessOptions {
  /** The name of the hub, which its locks have, too. */
  readonly name: string;
  readonly clock: Clock;
  readonly record: LeaderRecord;
  readonly roster: Roster;
  readonly own: () => HubFrame;
  readonly post: (message: HubMessage, to?: string) => void;
  /** The leader is silent: is it there? */
  readonly probeLeader: () => void;
  /** A frame holds its lock no more, or should have led and is silent: the others hear of it. */
  readonly gone: (frameId: string) => void;
  /** A frame was not heard for long; the others have not heard it either. */
  readonly silent: (frameId: string) => void;
}

export interface Liveness {
  readonly kind: LivenessKind;
  readonly presence: Presence;
  readonly leadership: LeaderElection;
}

export function livenessByLocks(locks: HubLocks, options: LivenessOptions): Liveness {
  const {name, own, gone, record, roster} = options;
  return {
    kind: 'locks',
    presence: new LockPresence(locks, `${name} frame `, own().id, gone),
    leadership: new WebLockElection({record, roster, locks, name: `${name} lead`}),
  };
}

export function livenessByHeartbeat(options: LivenessOptions, punctuality: Punctuality): Liveness {
  const {clock, roster, post, silent: gone} = options;
  const beat = (): void => post({kind: 'alive'});
  const ask = (frameId: string): void => post({kind: 'probe'}, frameId);
  return {
    kind: 'heartbeat',
    presence: new HeartbeatPresence({clock, roster, beat, ask, gone, punctuality}),
    leadership: new HeartbeatElection(options),
  };
}
