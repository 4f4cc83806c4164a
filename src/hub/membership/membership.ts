/** Who is in the hub and who leads it: joining, leaving, vanishing and coming back. */
import {byPrecedence, isBetterSuited, type HubFrame} from '../../model/hub/hub-frame.js';
import type {HubFault, HubMessage} from '../../model/hub/hub-message.js';
import type {HubEnvironment} from '../hub-environment.js';
import {LeaderRecord} from '../election/leader-election.js';
import {LeaderFailureDetector} from '../election/leader-failure-detector.js';
import type {Liveness} from './liveness.js';
import {LivenessStrategy} from './liveness-strategy.js';
import {Roster} from './roster.js';

/** How long a new frame waits for what the others know, in milliseconds. */
const WELCOME_MS = 150;
/** How much later each next frame in the order takes over from a silent leader, in milliseconds. */
const STEP_MS = 400;
/** How many unknown senders are greeted: a frame that was frozen may have been taken for gone. */
const MOST_GREETED = 200;

export interface MembershipOptions {
  /** The name of the hub, which its locks have, too. */
  readonly name: string;
  readonly environment: HubEnvironment;
  readonly own: () => HubFrame;
  readonly post: (message: HubMessage, to?: string) => void;
  /** Whether every frame of the app can be reached, and not only those of this portal tab. */
  readonly reachesAll: () => boolean;
  /** What a new frame should know. */
  readonly welcome: () => HubMessage;
  /** A frame has come, changed or gone, or the leader is another one. */
  readonly changed: () => void;
  readonly left: (frameId: string) => void;
  readonly fault: (fault: HubFault) => void;
}

export class Membership {
  readonly roster = new Roster();
  readonly record: LeaderRecord;
  readonly #options: MembershipOptions;
  readonly #watch: LeaderFailureDetector;
  readonly #greeted = new Set<string>();
  readonly #liveness: LivenessStrategy;
  #welcomed: () => void = () => undefined;
  #state: 'out' | 'entering' | 'in' = 'out';
  /** Counts how often the frame has joined: what an earlier time began must not end a later one. */
  #visit = 0;

  constructor(options: MembershipOptions) {
    this.#options = options;
    const {environment, name, own, post} = options;
    const {clock} = environment;
    const {roster} = this;
    const changed = (): void => this.#changed();
    this.record = new LeaderRecord({roster, own, post, changed});
    const {record} = this;
    const silent = (frameId: string): void => this.#remove(frameId);
    const gone = (frameId: string): void => {
      post({kind: 'gone', frameId});
      this.#remove(frameId);
    };
    const probeLeader = (): void => this.probeLeader();
    this.#liveness = new LivenessStrategy(
      {name, clock, record, roster, own, post, probeLeader, gone, silent},
      () => this.announceFrame(),
    );
    this.#watch = new LeaderFailureDetector({
      clock,
      post,
      leaderId: () => this.#expected(),
      silent: (frameId) => {
        post({kind: 'suspect', frameId});
        this.#suspect(frameId);
      },
    });
  }

  /** Whether the frame has joined, and the others have been heard. */
  get isIn(): boolean {
    return this.#state === 'in';
  }

  get liveness(): Liveness['kind'] {
    return this.#liveness.kind;
  }

  get isThrottled(): boolean {
    return this.#liveness.isThrottled;
  }

  /** Another frame that can take note of something; none when this one is alone. */
  get witness(): string | null {
    return [...this.roster.frames].sort(byPrecedence)[0]?.id ?? null;
  }

  /** Resolves when the others have answered, or have had the time to. */
  async join(): Promise<void> {
    if (this.#state !== 'out') return;
    this.#state = 'entering';
    this.#visit += 1;
    const visit = this.#visit;
    const {environment, reachesAll} = this.#options;
    // A lock counts in all portal tabs, and its holder could not be reached from the others.
    const others = await this.#liveness.enter(reachesAll() ? environment.locks : null);
    if (this.#visit === visit && this.#hasEntered()) await this.#meet(others);
    if (this.#visit !== visit) return;
    // The page fell asleep meanwhile: what it has got since then is given back.
    if (!this.#hasEntered()) this.#liveness.presence?.leave();
    else this.#begin();
  }

  leave(): void {
    if (this.#state === 'out') return;
    this.#state = 'out';
    this.#watch.stop();
    this.#liveness.leave(() => this.#options.post({kind: 'bye'}));
    this.roster.clear();
    this.#greeted.clear();
    this.record.forget();
  }

  /** Something about this frame has changed. */
  announceFrame(): void {
    this.#options.post({kind: 'frame', frame: this.#options.own()});
    this.#changed();
  }

  /** A frame acts as the leader: if this one is, both say so, and one of them yields. */
  challengeLeader(frameId: string): void {
    if (this.record.leads && frameId !== this.record.leader?.frameId) this.record.tell();
  }

  /** Something is open that the leader should have done: is it there? */
  probeLeader(): void {
    this.#watch.probeLeader();
  }

  /** Takes note of the sender. Returns whether it is known, so that the message counts. */
  noteSender(message: HubMessage, from: string): boolean {
    if (this.#state === 'out') return false;
    if ('frame' in message) this.roster.put(message.frame);
    this.#watch.markHeard(from);
    if (!this.roster.has(from)) {
      this.#greet(from);
      return false;
    }
    this.roster.markHeard(from, this.#options.environment.clock.now());
    return true;
  }

  /** Hears the messages about frames and their leader. */
  receive(message: HubMessage, from: string): void {
    const {post, welcome, own} = this.#options;
    switch (message.kind) {
      case 'hello':
        post(welcome(), from);
        this.#changed();
        break;
      case 'welcome': {
        const {leaderId: frameId, epoch} = message;
        // Whether this frame leads it knows better itself.
        if (frameId !== null && frameId !== own().id) this.#heardLeader(frameId, epoch);
        this.#changed();
        this.#welcomed();
        break;
      }
      case 'frame':
        this.#changed();
        break;
      case 'bye':
        this.#remove(from);
        break;
      case 'gone':
        // Taken for gone by mistake: the others hear that it is there, and what it has to tell.
        if (message.frameId === own().id) post(welcome());
        else this.#remove(message.frameId);
        break;
      case 'suspect':
        if (message.frameId === own().id) post(welcome());
        else this.#suspect(message.frameId);
        break;
      case 'lead':
      case 'beat':
        this.#heardLeader(from, message.epoch);
        break;
      case 'resign':
        this.record.end(from);
        break;
      case 'probe':
        post({kind: 'alive'}, from);
        break;
      default:
      // Of no concern here.
    }
  }

  /** Introduces this frame and hears the others. */
  async #meet(others: number | null): Promise<void> {
    const {own, post, environment} = this.#options;
    const welcome = new Promise<void>((resolve) => {
      const cancel = environment.clock.after(WELCOME_MS, () => resolve());
      this.#welcomed = () => {
        if (others === null || this.roster.size < others) return;
        cancel();
        resolve();
      };
    });
    post({kind: 'hello', frame: own()});
    this.#welcomed();
    await welcome;
  }

  #hasEntered(): boolean {
    return this.#state !== 'out';
  }

  #begin(): void {
    this.#state = 'in';
    if (!this.#adapt()) this.#liveness.leadership?.start();
    this.#changed();
  }

  #heardLeader(frameId: string, epoch: number): void {
    this.#liveness.leadership?.heardLeader({frameId, epoch});
  }

  /** A frame that was not heard before, or was taken for gone: it is asked to introduce itself. */
  #greet(id: string): void {
    const {fault, post, own} = this.#options;
    fault('stranger');
    if (this.#greeted.has(id) || this.#greeted.size >= MOST_GREETED) return;
    this.#greeted.add(id);
    post({kind: 'hello', frame: own()}, id);
  }

  #remove(frameId: string): void {
    this.record.end(frameId);
    if (!this.roster.remove(frameId)) return;
    this.#greeted.delete(frameId);
    this.#options.left(frameId);
    this.#changed();
  }

  /** A leader does not answer: the next in order takes over, and if that one is silent, the next. */
  #suspect(frameId: string): void {
    const wasExpected = this.#expected() === frameId;
    this.#remove(frameId);
    if (!wasExpected || !this.isIn) return;
    const own = this.#options.own();
    const place = this.roster.candidates(own).findIndex(({id}) => id === own.id);
    if (place === 0) this.#takeOver();
    if (place > 0) this.#options.environment.clock.after(place * STEP_MS, () => this.#takeOver());
  }

  /** The frame that leads; while none does, the one that should, when it is another. */
  #expected(): string | null {
    const {leader} = this.record;
    if (leader !== null) return leader.frameId;
    const own = this.#options.own();
    const next = this.roster.candidates(own)[0]?.id ?? null;
    return next === own.id ? null : next;
  }

  #takeOver(): void {
    if (this.isIn && this.record.leader === null) this.#liveness.leadership?.takeOver();
  }

  #changed(): void {
    this.#adapt();
    this.#liveness.presence?.watch(this.#watched());
    if (this.isIn) this.#liveness.leadership?.review();
    this.#options.changed();
  }

  /** Takes part as the others do. Returns whether that is another way than before. */
  #adapt(): boolean {
    if (!this.isIn || !this.#liveness.adapt()) return false;
    this.#options.post({kind: 'frame', frame: this.#options.own()});
    this.#liveness.leadership?.start();
    return true;
  }

  /** The leader watches all, all watch the leader. While no frame may lead, each watches all. */
  #watched(): readonly string[] {
    if (!this.isIn) return [];
    const {frames} = this.roster;
    const {leader, leads} = this.record;
    const own = this.#options.own();
    if (leads || this.roster.candidates(own).length === 0) return frames.map(({id}) => id);
    if (leader !== null) return [leader.frameId];
    // One that is better suited and does not lead may be gone: the others wait for it in vain.
    return frames.filter((frame) => isBetterSuited(frame, own)).map(({id}) => id);
  }
}
