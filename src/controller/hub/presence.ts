/**
 * Notices frames that vanish without a word. With locks each frame holds one while it lives, and the
 * leader waits for those of the others; without, all say now and then that they are there.
 */
import type {HubFrame} from '../../model/hub-frame.js';
import type {Clock} from '../clock.js';
import type {HubLocks} from './hub-environment.js';
import type {Roster} from './roster.js';

/** How often a frame says that it is there, in milliseconds. Background tabs run timers each second. */
const ALIVE_MS = 1000;
/** After this silence it counts as gone, in milliseconds. */
const SILENCE_MS = 3500;

export interface Presence {
  /** Shows that this frame is there. Resolves with how many others are, where that can be told. */
  enter(): Promise<number | null>;
  /** The frames or the leader have changed. */
  review(frames: readonly HubFrame[], leads: boolean): void;
  leave(): void;
}

/** @param gone - hears of each frame that vanished */
export class LockPresence implements Presence {
  readonly #locks: HubLocks;
  readonly #prefix: string;
  readonly #ownId: string;
  readonly #gone: (frameId: string) => void;
  readonly #watched = new Map<string, AbortController>();
  #leave: (() => void) | undefined;

  constructor(locks: HubLocks, prefix: string, ownId: string, gone: (frameId: string) => void) {
    this.#locks = locks;
    this.#prefix = prefix;
    this.#ownId = ownId;
    this.#gone = gone;
  }

  /** Rejects where the browser refuses locks. */
  async enter(): Promise<number> {
    const own = this.#prefix + this.#ownId;
    await new Promise<void>((entered, refused) => {
      const held = this.#locks.request(own, () => {
        entered();
        return new Promise<void>((leave) => (this.#leave = leave));
      });
      held.catch(refused);
    });
    const {held = []} = await this.#locks.query();
    return held.filter(({name = ''}) => name.startsWith(this.#prefix) && name !== own).length;
  }

  review(frames: readonly HubFrame[], leads: boolean): void {
    const wanted = new Set(leads ? frames.map(({id}) => id) : []);
    for (const [id, watch] of this.#watched) {
      if (wanted.has(id)) continue;
      this.#watched.delete(id);
      watch.abort();
    }
    for (const id of wanted) if (!this.#watched.has(id)) void this.#watch(id);
  }

  leave(): void {
    this.review([], false);
    this.#leave?.();
    this.#leave = undefined;
  }

  async #watch(id: string): Promise<void> {
    const watch = new AbortController();
    this.#watched.set(id, watch);
    try {
      // Granted when the frame holds its lock no more.
      await this.#locks.request(this.#prefix + id, {mode: 'shared', signal: watch.signal}, () => {
        if (this.#watched.get(id) !== watch) return;
        this.#watched.delete(id);
        this.#gone(id);
      });
    } catch {
      // Aborted: it is not watched by this frame any more.
    }
  }
}

export class HeartbeatPresence implements Presence {
  readonly #clock: Clock;
  readonly #roster: Roster;
  readonly #beat: () => void;
  readonly #gone: (frameId: string) => void;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, roster: Roster, beat: () => void, gone: (frameId: string) => void) {
    this.#clock = clock;
    this.#roster = roster;
    this.#beat = beat;
    this.#gone = gone;
  }

  enter(): Promise<null> {
    this.#next();
    return Promise.resolve(null);
  }

  review(): void {
    // Everybody watches everybody, whoever leads.
  }

  leave(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #next(): void {
    this.#cancel = this.#clock.after(ALIVE_MS, () => {
      this.#beat();
      for (const id of this.#roster.silentSince(this.#clock.now() - SILENCE_MS)) this.#gone(id);
      this.#next();
    });
  }
}
