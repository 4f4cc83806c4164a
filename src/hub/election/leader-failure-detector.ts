/** A failure detector: asks the leader whether it is there when something waits for it, and says when it is not. */
import type {HubMessage} from '../../model/hub/hub-message.js';
import type {Clock} from '../../model/clock.js';

/** How long a leader may take to say that it is there, in milliseconds. */
const ANSWER_MS = 500;
/** A timer that is later than this ran in a page that was frozen, throttled or asleep, in milliseconds. */
const STANDSTILL_MS = 300;

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
    this.#cancel = afterUnlessSuspended(clock, ANSWER_MS, (wasSuspended) => {
      this.stop();
      if (leaderId() !== leader) return;
      // The answer may be there, behind this: it is asked again. Once, since the timers of a hidden page
      // are late each time.
      if (wasSuspended && !isAgain) this.#ask(leader, true);
      else silent(leader);
    });
  }
}

/**
 * Calls back after so many milliseconds and says whether the page was suspended meanwhile: then it may
 * not have read yet what was sent to it. Returns the undo.
 */
function afterUnlessSuspended(
  clock: Clock,
  milliseconds: number,
  callback: (wasSuspended: boolean) => void,
): () => void {
  const due = clock.now() + milliseconds;
  return clock.after(milliseconds, () => callback(clock.now() - due > STANDSTILL_MS));
}
