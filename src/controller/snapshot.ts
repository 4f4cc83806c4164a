/** What the kit knows at one moment: immutable, and a new object for every change. */
import type {CallCardError} from '../model/call-card-error.js';
import type {Call} from '../model/call.js';
import type {CardCommandName} from '../model/card-command.js';
import type {Placement} from '../model/placement.js';
import type {Problem} from '../model/reading.js';
import type {AnyUiState} from '../model/ui-state.js';

export type Snapshot = ConnectingSnapshot | FailedSnapshot | ReadySnapshot;

export interface ConnectingSnapshot extends SnapshotBase {
  readonly status: 'connecting';
  readonly placement: null;
}

export interface FailedSnapshot extends SnapshotBase {
  readonly status: 'failed';
  readonly placement: null;
  readonly error: CallCardError;
}

export interface ReadySnapshot extends SnapshotBase {
  readonly status: 'ready';
  readonly placement: Placement;
  /** The portal's language code: `en`, `br`, `ua` … */
  readonly language: string;
  /** The portal's origin, for links. */
  readonly origin: string;
}

interface SnapshotBase {
  /** The call that the card shows; none before the portal has told of one. */
  readonly call: Call | null;
  readonly card: Card;
  readonly autoClose: AutoClose;
  /** What can be called now and, for what cannot, why. */
  readonly commands: Readonly<Record<CardCommandName, Availability>>;
  /** What in the portal's data could not be read; the rest is usable. */
  readonly problems: readonly Problem[];
}

/**
 * The card as far as this frame knows it. A tab is not told the card's state, so there it stays
 * `unseen`; `closed` means that there is no card any more.
 */
export type Card = {readonly status: 'unseen'} | OpenCard | {readonly status: 'closed'};

export interface OpenCard {
  readonly status: 'open';
  readonly uiState: KnownUiState;
  /** What the app set; `null` while the card shows the portal's own. */
  readonly title: string | null;
  readonly statusText: string | null;
  readonly muted: boolean;
  readonly held: boolean;
  readonly timer: CardTimer;
}

/** `unconfirmed`: it was asked for, and the portal never said that it was done. */
export type KnownUiState =
  | {readonly certainty: 'confirmed'; readonly value: AnyUiState}
  | {readonly certainty: 'unconfirmed'; readonly value: AnyUiState};

export type CardTimer =
  | {readonly status: 'hidden'}
  /** `elapsed`: what the card shows, in milliseconds. */
  | {readonly status: 'stopped'; readonly startedAt: number; readonly elapsed: number}
  /** `startedAt`: milliseconds since the epoch; paused time counts, too. */
  | {readonly status: 'running'; readonly startedAt: number};

export type AutoClose =
  | {readonly status: 'normal'}
  /**
   * `until`: milliseconds since the epoch, at the earliest: the portal counts from the end of the
   * conversation. `reasons`: of the holds; empty when it was held without one.
   */
  | {readonly status: 'held'; readonly until: number; readonly reasons: readonly string[]}
  /** The portal wants to close the card; `reasons`: of those who still hold it. */
  | {readonly status: 'closing'; readonly reasons: readonly string[]};

export type Availability =
  | {readonly status: 'available'}
  | {readonly status: 'unavailable'; readonly reason: UnavailableReason};

export type UnavailableReason =
  | 'connecting'
  | 'not-connected'
  /** Another placement offers this command. */
  | 'wrong-placement'
  /** The placement should offer it, but this portal does not. */
  | 'unsupported'
  | 'no-card';
