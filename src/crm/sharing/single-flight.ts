/**
 * Shares what is loaded among the app's frames: one loads, the others wait for it. Whose turn it is a
 * Web Lock decides, at once and also before the frames have heard of each other; without locks those
 * who want the same at one moment ask each other, and the one with the lowest id loads.
 *
 * Whatever goes wrong costs a request more, never the record: a frame that hears nothing loads itself.
 */
import {MOST_HUB_CHARACTERS} from '../../model/parse/hub-values.js';
import type {DataMessage} from '../../model/hub/hub-message.js';
import type {JsonObject} from '../../model/parse/reading.js';
import type {KeyedLocks, Release} from './keyed-locks.js';
import type {PeerChannel, PeerChannelListener, PeerFrames} from '../../model/hub/peer-channel.js';
import {PendingResult, type WaitEnd, type WaitOptions} from './pending-result.js';
import type {Clock} from '../../model/clock.js';

/**
 * A hedged request: how long the frame that holds the lock may be silent before this frame loads the
 * data itself, in milliseconds. It may still be opening its way to the others, on a machine where ten
 * pages do that at one moment; frozen it seldom is, since browsers let pages run that hold a lock.
 */
const ANSWER_MS = 5000;
/** How long this frame may take to reach the others while one of them holds the lock, in milliseconds. */
const OPEN_MS = 10_000;
/** The same for a frame that keeps what it has loaded: it has reached the others before. */
export const KEPT_ANSWER_MS = 2000;
/** How long one that offers something may be silent, in milliseconds. */
const FIND_MS = 200;
/** How long the others have to say that they are at it where there are no locks, in milliseconds. */
const CLAIM_MS = 150;
/** How long a message may be under way, in milliseconds: a lock that is freed with it would come first. */
const UNDER_WAY_MS = 200;
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

interface Offer {
  data: () => JsonObject;
  /** How many in this page keep it open. */
  holders: number;
  /** Whether it is this frame that answers, and not another one that offers the same. */
  isAnswering: boolean;
  /** Ends the waiting for the lock, or frees it. */
  end: () => void;
}

const UNSHARED: Turn = {status: 'own', give: () => undefined, giveUp: () => undefined};

export class CrossFrameSingleFlight implements PeerChannelListener {
  readonly #locks: KeyedLocks;
  readonly #time: Clock;
  readonly #open: Promise<PeerChannel | undefined>;
  /** The way to the others while it is open. */
  #line: PeerChannel | undefined;
  readonly #held = new Map<string, Held>();
  /** What this frame has to offer. */
  readonly #offers = new Map<string, Offer>();
  readonly #waiting = new Set<PendingResult>();
  #usesLocks = true;
  /** What is asked for at one moment is loaded at one moment, in one batch. */
  readonly #decisions = new WaitGroup();

  constructor(frames: PeerFrames, locks: KeyedLocks, time: Clock) {
    this.#locks = locks;
    this.#time = time;
    this.#open = frames.whenConnected();
    void this.#open.then((line) => line && this.#meet(line));
  }

  /** Resolves with the data, or with the turn to load it; never rejects. */
  async ask(key: string, signal: AbortSignal): Promise<Turn> {
    // This frame is at it already, and another of its loads has a reason not to wait for that one.
    if (this.#held.has(key)) return UNSHARED;
    const decided = this.#decisions.begin();
    const taken = await this.#locks.take(key);
    let turn: Turn;
    if (taken === 'held') turn = await this.#askHolder(key, signal, decided);
    else if (taken === 'refused') turn = await this.#askFrames(key, signal, decided);
    else turn = this.#hold(key, taken);
    decided();
    if (turn.status === 'own') await this.#decisions.whenDecided();
    return turn;
  }

  /**
   * What another frame offers under the key, at present; nothing is waited for that is loading.
   *
   * @param answerMs - how long the frame that offers it may be silent, in milliseconds
   */
  async find(key: string, signal: AbortSignal, answerMs = FIND_MS): Promise<unknown> {
    const own = this.#offers.get(key);
    if (own !== undefined) return own.data();
    const decided = this.#decisions.begin();
    // Those who only look do not keep each other out.
    const taken = await this.#locks.take(key, 'shared');
    const isThere = taken === 'held' || (taken === 'refused' && this.#hasOthers);
    if (typeof taken === 'object') taken.release();
    const ms = taken === 'held' ? answerMs : CLAIM_MS;
    const silence = {ms, end: {status: 'alone'}} as const;
    const wait = isThere && this.#wait({key, signal, silence, openMs: ms, decided});
    const end = wait ? await this.#await(wait) : silence.end;
    decided();
    return end.status === 'given' ? end.data : undefined;
  }

  /**
   * Gives the data to the frames that look for it. New data under the same key replaces the former.
   * Of several frames that offer a key, the one with its lock answers.
   *
   * @param until - ends the offer; without it, it lasts as long as the page
   */
  offer(key: string, data: () => JsonObject, until?: AbortSignal): void {
    if (until?.aborted) return;
    const offer = this.#offers.get(key) ?? this.#openOffer(key, data);
    offer.data = data;
    offer.holders += 1;
    until?.addEventListener('abort', () => {
      offer.holders -= 1;
      if (offer.holders === 0) this.#withdraw(key, offer);
    });
  }

  #openOffer(key: string, data: () => JsonObject): Offer {
    const waiting = new AbortController();
    const offer: Offer = {
      data,
      holders: 0,
      isAnswering: !this.#usesLocks,
      end: waiting.abort.bind(waiting),
    };
    this.#offers.set(key, offer);
    this.#locks.await(key, waiting.signal, (release) => {
      offer.isAnswering = true;
      offer.end = release;
    });
    return offer;
  }

  #withdraw(key: string, offer: Offer): void {
    this.#offers.delete(key);
    offer.end();
  }

  receive(message: DataMessage, from: string): void {
    if (message.kind === 'want') this.#answer(message.key, from);
    else for (const wait of this.#waitingFor(message.key)) wait.hear(message, from);
  }

  left(frameId: string): void {
    // With locks, whose turn it is then the browser tells.
    if (this.#usesLocks) return;
    for (const wait of [...this.#waiting]) wait.left(frameId);
  }

  /** Another frame is at it: either it gives what it has loaded, or its lock is free one day. */
  async #askHolder(key: string, signal: AbortSignal, decided: () => void): Promise<Turn> {
    const silence = {ms: ANSWER_MS, end: {status: 'alone'}} as const;
    const wait = this.#wait({key, signal, silence, openMs: OPEN_MS, decided});
    decided();
    let turn: Turn = UNSHARED;
    // Granted when whoever loads has gone or given up; the others wait on for what comes then.
    this.#locks.await(key, wait.over, (free) => {
      turn = this.#hold(key, {release: free, isWanted: true});
      wait.settle({status: 'free'});
    });
    const end = await this.#await(wait);
    return end.status === 'given' ? end : turn;
  }

  async #askFrames(key: string, signal: AbortSignal, decided: () => void): Promise<Turn> {
    this.#usesLocks = false;
    let isWanted = false;
    while (this.#hasOthers) {
      const silence = {ms: CLAIM_MS, end: {status: 'free'}} as const;
      const wait = this.#wait({key, signal, silence, openMs: CLAIM_MS, decided});
      const end = await this.#await(wait);
      if (end.status === 'given') return end;
      if (end.status === 'alone') return UNSHARED;
      // The one that it waited for has gone: those who are left ask each other again.
      isWanted ||= wait.isWanted;
      if (wait.loader === null) break;
    }
    return this.#hold(key, {isWanted});
  }

  #wait(options: Omit<WaitOptions, 'time'>): PendingResult {
    return new PendingResult({...options, time: this.#time});
  }

  async #await(wait: PendingResult): Promise<WaitEnd> {
    this.#waiting.add(wait);
    void this.#open.then((line) => {
      // Nobody can be asked.
      if (line === undefined) wait.settle({status: 'alone'});
      else if (!wait.over.aborted) wait.ask(() => line.post({kind: 'want', key: wait.key}));
    });
    const end = await wait.end;
    this.#waiting.delete(wait);
    return end;
  }

  #hold(key: string, more: Partial<Held> = {}): Turn {
    const held: Held = {data: undefined, isWanted: false, release: undefined, ...more};
    this.#held.set(key, held);
    const give: OwnTurn['give'] = (data, keptMs) => {
      held.data = data;
      if (held.isWanted) this.#tell(key, data());
      const pass = (ms: number): Promise<void> =>
        new Promise((resolve) => this.#time.after(ms, resolve));
      // Who waits for it can be told when the frames have met, and hears of it before the lock is free.
      const isHeard = this.#open.then(() => pass(UNDER_WAY_MS));
      void Promise.all([isHeard, pass(keptMs)]).then(() => this.#drop(key, held));
    };
    const giveUp = (): void => {
      // With a lock the next one hears of it, and loads it for the rest.
      if (held.isWanted && held.release === undefined) this.#tell(key, null);
      this.#drop(key, held);
    };
    return {status: 'own', give, giveUp};
  }

  #drop(key: string, held: Held): void {
    if (this.#held.get(key) === held) this.#held.delete(key);
    held.release?.();
  }

  /** The frames know each other: whoever waits for this one hears of it. */
  #meet(line: PeerChannel): void {
    this.#line = line;
    line.listen(this);
    if (line.others.length === 0) return;
    for (const [key, held] of this.#held) {
      held.isWanted = true;
      if (held.data === undefined) line.post({kind: 'lack', key});
      else this.#tell(key, held.data());
    }
  }

  get #hasOthers(): boolean {
    return (this.#line?.others.length ?? 0) > 0;
  }

  #answer(key: string, from: string): void {
    const held = this.#held.get(key);
    const offer = this.#offers.get(key);
    const data = held?.data ?? (offer?.isAnswering ? offer.data : undefined);
    if (data !== undefined) this.#tell(key, data());
    else if (held !== undefined) {
      held.isWanted = true;
      this.#line?.post({kind: 'lack', key}, from);
    } else if (!this.#usesLocks) this.#race(key, from);
  }

  /** Another frame wants the same at the same moment: of two, the one with the lower id is at it. */
  #race(key: string, from: string): void {
    for (const wait of this.#waitingFor(key)) {
      if ((this.#line?.frameId ?? '') < from) {
        wait.isWanted = true;
        this.#line?.post({kind: 'lack', key}, from);
      } else if (wait.loader === null) {
        // It may have begun after this frame had asked.
        this.#line?.post({kind: 'want', key}, from);
      }
    }
  }

  #tell(key: string, data: JsonObject | null): void {
    const most = MOST_HUB_CHARACTERS - ENVELOPE_CHARACTERS;
    const fits = JSON.stringify(data).length <= most;
    this.#line?.post({kind: 'have', key, data: fits ? data : null});
  }

  #waitingFor(key: string): readonly PendingResult[] {
    return [...this.#waiting].filter((wait) => wait.key === key);
  }
}

/**
 * A wait group: loads that start together are decided one after the other (own turn, or another
 * frame's), and leave together, in one batch.
 */
class WaitGroup {
  #undecided = 0;
  #waiting: (() => void)[] = [];

  /** One more decision is open until the returned function is called. */
  begin(): () => void {
    this.#undecided += 1;
    let isDecided = false;
    return () => {
      if (isDecided) return;
      isDecided = true;
      this.#undecided -= 1;
      if (this.#undecided > 0) return;
      for (const goOn of this.#waiting.splice(0)) goOn();
    };
  }

  /** Resolves when no decision is open. */
  whenDecided(): Promise<void> {
    if (this.#undecided === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
