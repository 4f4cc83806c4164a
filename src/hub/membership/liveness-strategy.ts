/**
 * How this frame takes part in the hub: by locks as long as all frames have them, else by heartbeats. A
 * frame without locks is invisible to an election by locks. Mixing both would elect two leaders, so one
 * such frame moves all to heartbeats, and none goes back to locks while it is open.
 */
import type {HubLocks} from '../hub-environment.js';
import {
  livenessByHeartbeat,
  livenessByLocks,
  type Liveness,
  type LivenessOptions,
} from './liveness.js';
import {Punctuality} from './punctuality.js';

export class LivenessStrategy {
  readonly #options: LivenessOptions;
  readonly #punctuality: Punctuality;
  #present: Liveness | undefined;
  /**
   * What this frame goes on holding after the change to heartbeats: one that has not heard of it yet
   * must neither take the lead by its lock nor take this frame for gone.
   */
  #locks: Liveness | undefined;

  /** @param throttled - this page's timers are late from now on, or no more */
  constructor(options: LivenessOptions, throttled: () => void) {
    this.#options = options;
    this.#punctuality = new Punctuality(throttled);
  }

  get kind(): Liveness['kind'] {
    return this.#present?.kind ?? 'heartbeat';
  }

  get isThrottled(): boolean {
    return this.#punctuality.isThrottled;
  }

  get presence(): Liveness['presence'] | undefined {
    return this.#present?.presence;
  }

  get leadership(): Liveness['leadership'] | undefined {
    return this.#present?.leadership;
  }

  /**
   * Shows that this frame is there. Resolves with how many others are, where that can be told.
   *
   * @param locks - `null` where there are none
   */
  async enter(locks: HubLocks | null): Promise<number | null> {
    if (locks !== null && this.#present?.kind !== 'heartbeat') {
      try {
        this.#present ??= livenessByLocks(locks, this.#options);
        return await this.#present.presence.enter();
      } catch {
        // Refused, as storage is: the frames tell each other that they are there.
        this.#present = undefined;
      }
    }
    this.#present ??= livenessByHeartbeat(this.#options, this.#punctuality);
    return this.#present.presence.enter();
  }

  /** Goes over to heartbeats when one of the others has no locks. Returns whether it does so now. */
  adapt(): boolean {
    const {roster, record, clock} = this.#options;
    const isMixed = roster.frames.some(({liveness}) => liveness === 'heartbeat');
    if (this.#present?.kind !== 'locks' || !isMixed) return false;
    this.#locks = this.#present;
    this.#present = livenessByHeartbeat(this.#options, this.#punctuality);
    this.#locks.presence.watch([]);
    // A leader stays leader: an engine in the middle of a call is not begun anew.
    if (!record.leads) this.#locks.leadership.stop();
    // Until now their silence has said nothing.
    for (const {id} of roster.frames) roster.markHeard(id, clock.now());
    void this.#present.presence.enter();
    return true;
  }

  /** Ends taking part. @param farewell - what the others hear before they notice it themselves */
  leave(farewell: () => void): void {
    const all = [this.#present, this.#locks];
    this.#locks = undefined;
    for (const each of all) each?.leadership.stop();
    farewell();
    for (const each of all) each?.presence.leave();
  }
}
