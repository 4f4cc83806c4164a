/**
 * Notices frames that vanish without a word. With locks each frame holds one while it lives; the
 * leader waits for those of the others, and all wait for the leader's. Without, all say now and then
 * that they are there.
 */
import type {Clock} from '../clock.js';
import type {HubLocks} from './hub-environment.js';
import type {Roster} from './roster.js';
import {afterUnlessAsleep} from './standstill.js';

/** How often a frame says that it is there, in milliseconds. Background tabs run timers each second. */
const ALIVE_MS = 1000;
/** After this silence it counts as gone, in milliseconds. */
const SILENCE_MS = 3500;

export interface Presence {
  /** Shows that this frame is there. Resolves with how many others are, where that can be told. */
  enter(): Promise<number | null>;
  /** Watches these frames from now on, and no others. */
  watch(frameIds: readonly string[]): void;
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
  async enter(): Promise<number | null> {
    const own = this.#prefix + this.#ownId;
    await new Promise<void>((entered, refused) => {
      // Stolen, because a frozen frame that waited for its end may have it since the last time.
      const held = this.#locks.request(own, {steal: true}, () => {
        entered();
        return new Promise<void>((leave) => (this.#leave = leave));
      });
      held.catch(refused);
    });
    return this.#others(own);
  }

  /** How many frames hold a lock of their own; `null` where the browser does not tell. */
  async #others(own: string): Promise<number | null> {
    try {
      const {held = []} = await this.#locks.query();
      return held.filter(({name = ''}) => name.startsWith(this.#prefix) && name !== own).length;
    } catch {
      // Firefox refuses to tell a frame of another site, and grants it locks all the same.
      return null;
    }
  }

  watch(frameIds: readonly string[]): void {
    const wanted = new Set(frameIds);
    for (const [id, watch] of this.#watched) {
      if (wanted.has(id)) continue;
      this.#watched.delete(id);
      watch.abort();
    }
    for (const id of wanted) if (!this.#watched.has(id)) void this.#watch(id);
  }

  leave(): void {
    this.watch([]);
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

  watch(): void {
    // Everybody watches everybody.
  }

  leave(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #next(): void {
    this.#cancel = afterUnlessAsleep(this.#clock, ALIVE_MS, (hasSlept) => {
      this.#next();
      this.#beat();
      const now = this.#clock.now();
      // Who has slept has heard nobody, and that is not their silence.
      if (hasSlept) for (const {id} of this.#roster.frames) this.#roster.heard(id, now);
      for (const id of this.#roster.silentSince(now - SILENCE_MS)) this.#gone(id);
    });
  }
}
