/** What a frame knows of the app's other frames. */
import type {HubCall} from './hub-call.js';
import type {HubFrame} from './hub-frame.js';

export type HubState =
  /** Not open yet, or ended, or not wanted. */
  {readonly status: 'off'} | JoinedHub;

export interface JoinedHub {
  readonly status: 'joined';
  /**
   * `siblings`: BroadcastChannel is denied, so other portal tabs can't be reached; `none`: no way
   * to other frames is allowed.
   */
  readonly reach: 'channel' | 'siblings' | 'none';
  /** How a frame that vanishes is noticed: at once by its lock, or by its silence. */
  readonly liveness: 'locks' | 'heartbeat';
  /** Whether this frame leads: it runs the telephony engine and gets what the operator asks for. */
  readonly leads: boolean;
  /** The other frames, the oldest first. */
  readonly frames: readonly HubFrame[];
  /** Every call of the app whose card is open in any of them. */
  readonly calls: readonly HubCall[];
}
