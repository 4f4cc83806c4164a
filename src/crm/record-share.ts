/**
 * Shares what is loaded among the app's frames: one loads, the others wait for it. Whose turn it is a
 * Web Lock decides, at once and also between frames that have not heard of each other; without locks
 * those who want the same at one moment ask each other, and the one with the lowest id loads.
 *
 * Whatever goes wrong costs a request more, never the record: a frame that hears nothing loads itself.
 */
import {MOST_HUB_CHARACTERS, type DataMessage} from '../model/hub-message.js';
import type {JsonObject} from '../model/reading.js';
import {DataLocks, type Release} from './data-locks.js';
import type {FrameLine, FrameLineListener} from './frame-line.js';
import {Gathering} from './gathering.js';
import {ShareWait, type WaitEnd} from './share-wait.js';
import type {Time} from './time.js';

/** How long one whose lock is held may be silent, in milliseconds: its page may be frozen. */
const ANSWER_MS = 500;
/** How long the others have to say that they are at it where there are no locks, in milliseconds. */
const CLAIM_MS = 100;
/** What a message has beside its data, at most. */
const ENVELOPE_CHARACTERS = 2000;

export type Turn =
  /** Another frame has loaded it. */
  | {readonly status: 'given'; readonly data: unknown}
  /** It is for this frame to load. */
  | ({readonly status: 'own'} & OwnTurn);

export interface OwnTurn {
  /** Gives it to whoever waits, and for so many milliseconds to whoever else asks. */
  readonly give: (data: () => JsonObject, keptMs: number) => void;
  /** There is nothing to give: whoever waits has to load it. */
  readonly giveUp: () => void;
}

interface Held {
  /** Made when somebody asks for it. */
  data: (() => JsonObject) | undefined;
  /** Whether another frame waits for it. */
  isWanted: boolean;
  /** Frees the lock; nothing where there is none. */
  release: Release | undefined;
}

const UNSHARED: Turn = {status: 'own', give: () => undefined, giveUp: () => undefined};

export class RecordShare implements FrameLineListener {
  readonly #line: FrameLine;
  readonly #time: Time;
  readonly #locks: DataLocks;
  readonly #held = new Map<string, Held>();
  readonly #offers = new Map<string, () => JsonObject>();
  /** Those among them that wait until no other frame offers the same, too. */
  readonly #offered = new Set<string>();
  readonly #waiting = new Set<ShareWait>();
  /** What is asked for at one moment is loaded at one moment, in one batch. */
  readonly #gathering = new Gathering();

  constructor(line: FrameLine, time: Time) {
    this.#line = line;
    this.#time = time;
    this.#locks = new DataLocks(line);
    line.listen(this);
  }

  /** Resolves with the data, or with the turn to load it; never rejects. */
  async ask(key: string, signal: AbortSignal): Promise<Turn> {
    // This frame is at it already, and another of its loads has a reason not to wait for that one.
    if (this.#held.has(key)) return UNSHARED;
    if (this.#line.others.length === 0) return this.#alone(key);
    const decided = this.#gathering.begin();
    const turn = this.#locks.areThere
      ? await this.#askLocks(key, signal, decided)
      : await this.#askFrames(key, signal, decided);
    if (turn.status === 'own') await this.#gathering.whenDecided();
    return turn;
  }

  /** What another frame offers under the key, at present; nothing is waited for that is loading. */
  async find(key: string, signal: AbortSignal): Promise<unknown> {
    if (this.#line.others.length === 0) return undefined;
    const decided = this.#gathering.begin();
    // Those who only look do not keep each other out.
    const free = this.#locks.areThere ? await this.#locks.take(key, 'shared') : null;
    if (free !== null) {
      free();
      decided();
      return undefined;
    }
    const silence = {ms: CLAIM_MS, end: {status: 'alone'}} as const;
    const wait = new ShareWait({key, time: this.#time, signal, silence, decided});
    const end = await this.#await(wait);
    return end.status === 'given' ? end.data : undefined;
  }

  /** Gives the data to whoever asks from now on; of several frames that offer it one answers. */
  offer(key: string, data: () => JsonObject): void {
    if (this.#offered.has(key)) return;
    this.#offered.add(key);
    if (this.#locks.areThere) this.#locks.await(key, undefined, () => this.#offers.set(key, data));
    else this.#offers.set(key, data);
  }

  receive(message: DataMessage, from: string): void {
    if (message.kind === 'want') this.#answer(message.key, from);
    else for (const wait of this.#waitingFor(message.key)) wait.hear(message, from);
  }

  left(frameId: string): void {
    for (const wait of [...this.#waiting]) wait.left(frameId);
  }

  /** Nobody else is there: what others would have to wait for is decided without waiting. */
  #alone(key: string): Turn {
    const {held, turn} = this.#hold(key);
    void this.#locks.take(key).then((release) => {
      if (this.#held.get(key) === held) held.release = release ?? undefined;
      else release?.();
    });
    return turn;
  }

  async #askLocks(key: string, signal: AbortSignal, decided: () => void): Promise<Turn> {
    const release = await this.#locks.take(key);
    if (release !== null) {
      const {turn} = this.#hold(key, {release});
      decided();
      return turn;
    }
    const silence = {ms: ANSWER_MS, end: {status: 'alone'}} as const;
    const wait = new ShareWait({key, time: this.#time, signal, silence, decided});
    decided();
    let turn: Turn = UNSHARED;
    // Granted when whoever loads has gone or given up; the others wait on for what comes then.
    this.#locks.await(key, wait.over, (free) => {
      ({turn} = this.#hold(key, {release: free, isWanted: true}));
      wait.settle({status: 'free'});
    });
    const end = await this.#await(wait);
    return end.status === 'given' ? end : turn;
  }

  async #askFrames(key: string, signal: AbortSignal, decided: () => void): Promise<Turn> {
    for (;;) {
      const silence = {ms: CLAIM_MS, end: {status: 'free'}} as const;
      const wait = new ShareWait({key, time: this.#time, signal, silence, decided});
      const end = await this.#await(wait);
      if (end.status === 'given') return end;
      if (end.status === 'alone') return UNSHARED;
      // The one that it waited for has gone: those who are left ask each other again.
      if (wait.loader === null) return this.#hold(key, {isWanted: wait.isWanted}).turn;
    }
  }

  async #await(wait: ShareWait): Promise<WaitEnd> {
    this.#waiting.add(wait);
    this.#line.post({kind: 'want', key: wait.key});
    const end = await wait.end;
    this.#waiting.delete(wait);
    return end;
  }

  #hold(key: string, more: Partial<Held> = {}): {held: Held; turn: Turn} {
    const held: Held = {data: undefined, isWanted: false, release: undefined, ...more};
    this.#held.set(key, held);
    const give: OwnTurn['give'] = (data, keptMs) => {
      held.data = data;
      if (held.isWanted) this.#tell(key, data());
      if (keptMs > 0) this.#time.after(keptMs, () => this.#drop(key, held));
      else this.#drop(key, held);
    };
    const giveUp = (): void => {
      // With a lock the next one hears of it, and loads it for the rest.
      if (held.isWanted && held.release === undefined) this.#tell(key, null);
      this.#drop(key, held);
    };
    return {held, turn: {status: 'own', give, giveUp}};
  }

  #drop(key: string, held: Held): void {
    if (this.#held.get(key) === held) this.#held.delete(key);
    held.release?.();
  }

  #answer(key: string, from: string): void {
    const held = this.#held.get(key);
    const data = held?.data ?? this.#offers.get(key);
    if (data !== undefined) this.#tell(key, data());
    else if (held !== undefined) {
      held.isWanted = true;
      this.#line.post({kind: 'lack', key}, from);
    } else if (!this.#locks.areThere) this.#race(key, from);
  }

  /** Another frame wants the same at the same moment: of two, the one with the lower id is at it. */
  #race(key: string, from: string): void {
    for (const wait of this.#waitingFor(key)) {
      if (this.#line.frameId < from) {
        wait.isWanted = true;
        this.#line.post({kind: 'lack', key}, from);
      } else if (wait.loader === null) {
        // It may have begun after this frame had asked.
        this.#line.post({kind: 'want', key}, from);
      }
    }
  }

  #tell(key: string, data: JsonObject | null): void {
    const most = MOST_HUB_CHARACTERS - ENVELOPE_CHARACTERS;
    const fits = JSON.stringify(data).length <= most;
    this.#line.post({kind: 'have', key, data: fits ? data : null});
  }

  #waitingFor(key: string): readonly ShareWait[] {
    return [...this.#waiting].filter((wait) => wait.key === key);
  }
}
