/**
 * The leader by a Web Lock: who holds it leads, and the browser gives it to the next when a page is
 * closed or crashes. Nothing is sent while nothing changes.
 */
import type {HubLocks} from '../hub-environment.js';
import type {Roster} from '../membership/roster.js';
import type {Leader, LeaderRecord, LeaderElection} from './leader-election.js';

export interface WebLockElectionOptions {
  readonly record: LeaderRecord;
  readonly roster: Roster;
  readonly locks: HubLocks;
  /** The name of the leader's lock. */
  readonly name: string;
}

export class WebLockElection implements LeaderElection {
  readonly #options: WebLockElectionOptions;
  #takesPart = false;
  #request: AbortController | undefined;
  #release: (() => void) | undefined;

  constructor(options: WebLockElectionOptions) {
    this.#options = options;
  }

  start(): void {
    this.#takesPart = true;
    this.review();
  }

  review(): void {
    if (!this.#takesPart) return;
    // Frames of equal rank queue for the lock; one of a lower rank waits until they have gone.
    if (!this.#options.record.isSuited) this.#withdraw();
    else if (this.#request === undefined) void this.#ask({});
  }

  takeOver(): void {
    if (this.#options.record.leads || !this.#takesPart) return;
    this.#request?.abort();
    void this.#ask({steal: true});
  }

  stop(): void {
    this.#takesPart = false;
    this.#withdraw();
  }

  heardLeader(leader: Leader): void {
    const {record, roster} = this.#options;
    const hasLocks = roster.get(leader.frameId)?.liveness === 'locks';
    if (record.leads && hasLocks && leader.epoch === record.epoch) {
      // It said so before this frame got the lock, and is heard after that: all hear again who has it.
      record.gained();
      return;
    }
    if (record.leads && leader.epoch > record.epoch) {
      // The lock was stolen while this frame did not answer; it waits for it again behind the others.
      this.#release?.();
      this.#forget();
    }
    record.take(leader);
  }

  #withdraw(): void {
    const [request, release] = [this.#request, this.#release];
    this.#forget();
    this.#options.record.resigned();
    release?.();
    request?.abort();
  }

  #forget(): void {
    this.#request = undefined;
    this.#release = undefined;
  }

  async #ask({steal = false}: {steal?: boolean}): Promise<void> {
    const {locks, name, record} = this.#options;
    const request = new AbortController();
    this.#request = request;
    // A request that steals can't be aborted: it is granted at once.
    const options: LockOptions = steal ? {steal} : {signal: request.signal};
    try {
      await locks.request(name, options, () => this.#hold(request));
    } catch {
      // Aborted by this frame, stolen by another, or refused by the browser: it does not lead.
    }
    if (this.#request !== request) return;
    this.#forget();
    record.resigned();
  }

  /** Holds the lock until it is released. */
  #hold(request: AbortController): Promise<void> | undefined {
    if (this.#request !== request) return undefined;
    return new Promise((resolve) => {
      this.#release = resolve;
      this.#options.record.gained();
    });
  }
}
