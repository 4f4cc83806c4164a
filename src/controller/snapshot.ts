/** What the kit knows at one moment: immutable, and a new object for every change. */
import type {CallCardError} from '../model/errors/call-card-error.js';
import type {Call} from '../model/call/call.js';
import type {Card} from '../model/card/card.js';
import type {CardCommandName} from '../model/card/card-command.js';
import type {HubState} from '../model/hub/hub-state.js';
import type {AnnouncedAction} from '../model/card/operator-action.js';
import type {Placement} from '../model/portal/placement.js';
import type {Problem} from '../model/parse/reading.js';

export type {HubState, JoinedHub} from '../model/hub/hub-state.js';
export type {Card, CardTimer, Conversation, KnownUiState, OpenCard} from '../model/card/card.js';

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
  /**
   * When the last frame with this card went, in milliseconds since the epoch: what `card` says is as of
   * then. `null` while one has it.
   */
  readonly cardLostAt: number | null;
  readonly autoClose: AutoClose;
  /** What can be called now and, for what cannot, why. */
  readonly commands: Readonly<Record<CardCommandName, Availability>>;
  /** What the app does of the actions that not every app does: `next`, the next client of a campaign. */
  readonly handles: readonly AnnouncedAction[];
  /** What in the portal's data could not be read; the rest is usable. */
  readonly problems: readonly Problem[];
  /** The app's other frames, and which of them leads. */
  readonly hub: HubState;
}

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
  /** Another placement offers it, and the frame of the app that had the card of this call has gone. */
  | 'unreachable'
  /** The placement should offer it, but this portal does not. */
  | 'unsupported'
  | 'no-card';
