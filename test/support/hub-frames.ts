/** Frames as they describe themselves in the hub. */
import type {HubFrame} from '../../src/model/hub/hub-frame.js';

/** A worker in which somebody listens, unless it is said otherwise. */
export function hubFrame(id: string, frame: Partial<HubFrame> = {}): HubFrame {
  return {
    id,
    role: 'worker',
    since: 0,
    callId: null,
    client: null,
    commands: ['setMute', 'close'],
    rank: 'listening-worker',
    handles: [],
    liveness: 'locks',
    throttled: false,
    ...frame,
  };
}
