/** Asks a leader whether it is there when something waits for it, and says so when it is not. */
import type {HubMessage} from '../../model/hub/hub-message.js';
import type {Clock} from '../../model/clock.js';
import {afterUnlessSuspended} from '../membership/suspend-aware-timer.js';

/** How long a leader may take to say that it is there, in milliseconds. */
const ANSWER_MS = 500;

export interface LeaderFailureDetectorOptions {
  readonly clock: Clock;
  readonly post: (message: HubMessage, to: string) => void;
  readonly leaderId: () => string | null;
  /** It did not answer. */
  readonly silent: (frameId: string) => void;
}

export class LeaderFailureDetector {
  readonly #options: LeaderFailureDetectorOptions;
  #asked: string | undefined;
  #cancel: (() => void) | undefined;

  constructor(options: LeaderFailureDetectorOptions) {
    this.#options = options;
  }

  /** Something is open that the leader should have done, or it is silent. */
  probeLeader(): void {
    const leader = this.#options.leaderId();
    if (leader === null || this.#asked === leader) return;
    this.#ask(leader, false);
  }

  /** Whatever a frame says shows that it is there. */
  markHeard(frameId: string): void {
    if (frameId === this.#asked) this.stop();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#asked = undefined;
  }

  #ask(leader: string, isAgain: boolean): void {
    const {clock, post, leaderId, silent} = this.#options;
    this.stop();
    this.#asked = leader;
    post({kind: 'probe'}, leader);
    this.#cancel = afterUnlessSuspended(clock, ANSWER_MS, (hasSlept) => {
      this.stop();
      if (leaderId() !== leader) return;
      // The answer may be there, behind this: it is asked again. Once, since the timers of a hidden page
      // are late each time.
      if (hasSlept && !isAgain) this.#ask(leader, true);
      else silent(leader);
    });
  }
}
