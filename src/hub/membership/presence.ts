/**
 * Notices frames that vanish without a word. With locks each frame holds one while it lives; the
 * leader waits for those of the others, and all wait for the leader's. Without, all say now and then
 * that they are there, and answer when they are asked.
 */
import type {Clock} from '../../model/clock.js';
import type {HubLocks} from '../hub-environment.js';
import type {Punctuality} from './punctuality.js';
import type {Roster} from './roster.js';

/** How often a frame says that it is there, in milliseconds. */
const ALIVE_MS = 1000;
/** After this silence it is asked whether it is there, in milliseconds. */
const QUIET_MS = 1500;
/** After this silence it counts as gone, when it does not answer, in milliseconds. */
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

export interface HeartbeatPresenceOptions {
  readonly clock: Clock;
  readonly roster: Roster;
  /** Says that this frame is there. */
  readonly beat: () => void;
  /** Asks a frame whether it is there. */
  readonly ask: (frameId: string) => void;
  readonly gone: (frameId: string) => void;
  readonly punctuality: Punctuality;
}

/** What was asked of a frame that says nothing. */
interface Question {
  /** When something was last heard of it, in milliseconds since the epoch. */
  readonly heardAt: number;
  readonly times: number;
}

export class HeartbeatPresence implements Presence {
  readonly #options: HeartbeatPresenceOptions;
  #asked: ReadonlyMap<string, Question> = new Map();
  #cancel: (() => void) | undefined;

  constructor(options: HeartbeatPresenceOptions) {
    this.#options = options;
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
    const {clock, beat, punctuality} = this.#options;
    const due = clock.now() + ALIVE_MS;
    this.#cancel = clock.after(ALIVE_MS, () => {
      this.#next();
      beat();
      this.#look();
      punctuality.note(clock.now() - due);
    });
  }

  /**
   * Asks the silent ones, whose timers may be late, and gives up those that were asked twice: after
   * this page has stood still, what they have said may not have been read at the first look.
   */
  #look(): void {
    const {clock, roster, ask, gone} = this.#options;
    const now = clock.now();
    const asked = this.#asked;
    const timesOf = (id: string): number => {
      const question = asked.get(id);
      return question?.heardAt === roster.heardAt(id) ? question.times : 0;
    };
    for (const id of roster.silentSince(now - SILENCE_MS)) if (timesOf(id) >= 2) gone(id);
    const silent = roster.silentSince(now - QUIET_MS);
    this.#asked = new Map(
      silent.map((id) => [id, {heardAt: roster.heardAt(id), times: timesOf(id) + 1}]),
    );
    for (const id of silent) ask(id);
  }
}
