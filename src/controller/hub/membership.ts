/** Who is in the hub and who leads it: joining, leaving, vanishing and coming back. */
import {byPrecedence, type HubFrame} from '../../model/hub-frame.js';
import type {HubFault, HubMessage} from '../../model/hub-message.js';
import {HeartbeatLeadership} from './heartbeat-leadership.js';
import type {HubEnvironment} from './hub-environment.js';
import {LeaderRecord, type Leadership} from './leadership.js';
import {LeaderWatch} from './leader-watch.js';
import {LockLeadership} from './lock-leadership.js';
import {HeartbeatPresence, LockPresence, type Presence} from './presence.js';
import {Roster} from './roster.js';

/** How long a new frame waits for what the others know, in milliseconds. */
const WELCOME_MS = 150;
/** How many strangers are greeted: a frame that was frozen may have been taken for gone. */
const MOST_GREETED = 200;

export interface MembershipOptions {
  /** The name of the hub, which its locks have, too. */
  readonly name: string;
  readonly environment: HubEnvironment;
  readonly own: () => HubFrame;
  readonly post: (message: HubMessage, to?: string) => void;
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
  readonly #watch: LeaderWatch;
  readonly #greeted = new Set<string>();
  #leadership: Leadership | undefined;
  #presence: Presence | undefined;
  #welcomed: () => void = () => undefined;
  #isIn = false;

  constructor(options: MembershipOptions) {
    this.#options = options;
    const {environment, own, post} = options;
    const changed = (): void => this.#changed();
    this.record = new LeaderRecord({roster: this.roster, own, post, changed});
    this.#watch = new LeaderWatch({
      clock: environment.clock,
      post,
      leaderId: () => this.record.leader?.frameId ?? null,
      silent: (frameId) => {
        post({kind: 'suspect', frameId});
        this.#suspect(frameId);
      },
    });
  }

  /** Whether the frame has joined, and the others have been heard. */
  get isIn(): boolean {
    return this.#isIn;
  }

  get liveness(): 'locks' | 'heartbeat' {
    return this.#presence instanceof LockPresence ? 'locks' : 'heartbeat';
  }

  /** Another frame that can take note of something; none when this one is alone. */
  get witness(): string | null {
    return [...this.roster.frames].sort(byPrecedence)[0]?.id ?? null;
  }

  /** Resolves when the others have answered, or have had the time to. */
  async join(): Promise<void> {
    const {own, post, environment} = this.#options;
    const others = await this.#enter();
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
    this.#isIn = true;
    this.#leadership?.start();
    this.#changed();
  }

  leave(): void {
    this.#isIn = false;
    this.#watch.stop();
    this.#leadership?.stop();
    this.#options.post({kind: 'bye'});
    this.#presence?.leave();
    this.roster.clear();
  }

  /** Something about this frame has changed. */
  ownChanged(): void {
    this.#options.post({kind: 'frame', frame: this.#options.own()});
    this.#changed();
  }

  /** Something is open that the leader should have done. */
  doubt(): void {
    this.#watch.doubt();
  }

  /** Takes note of the sender. Returns whether it is known, so that the message counts. */
  knows(message: HubMessage, from: string): boolean {
    if ('frame' in message) this.roster.put(message.frame);
    if (!this.roster.has(from)) {
      this.#greet(from);
      return false;
    }
    this.roster.heard(from, this.#options.environment.clock.now());
    this.#watch.heard(from);
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
        if (frameId !== null) this.#leadership?.heardLeader({frameId, epoch});
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
        // Taken for gone by mistake: the others hear that it is there.
        if (message.frameId === own().id) post({kind: 'frame', frame: own()});
        else this.#remove(message.frameId);
        break;
      case 'suspect':
        if (message.frameId === own().id) post({kind: 'frame', frame: own()});
        else this.#suspect(message.frameId);
        break;
      case 'lead':
      case 'beat':
        this.#leadership?.heardLeader({frameId: from, epoch: message.epoch});
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

  /** Shows that this frame is there. Resolves with how many others are, where that can be told. */
  async #enter(): Promise<number | null> {
    const {environment, own, post, name} = this.#options;
    const {locks, clock} = environment;
    const {record, roster} = this;
    const gone = (frameId: string): void => {
      post({kind: 'gone', frameId});
      this.#remove(frameId);
    };
    if (locks !== null) {
      try {
        this.#presence ??= new LockPresence(locks, `${name} frame `, own().id, gone);
        const others = await this.#presence.enter();
        const lock = `${name} lead`;
        this.#leadership ??= new LockLeadership({record, roster, own, locks, name: lock});
        return others;
      } catch {
        // Refused, as storage is: the frames tell each other that they are there.
        this.#presence = undefined;
      }
    }
    const beat = (): void => post({kind: 'alive'});
    const silent = (frameId: string): void => this.#remove(frameId);
    this.#presence ??= new HeartbeatPresence(clock, roster, beat, silent);
    this.#leadership ??= new HeartbeatLeadership({record, roster, own, post, clock, gone});
    return this.#presence.enter();
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
    if (!this.roster.remove(frameId)) return;
    this.#greeted.delete(frameId);
    this.#options.left(frameId);
    this.record.end(frameId);
    this.#changed();
  }

  /** A leader does not answer: the next in order takes over. */
  #suspect(frameId: string): void {
    const isLeader = this.record.leader?.frameId === frameId;
    this.#remove(frameId);
    if (!isLeader || !this.#isIn) return;
    const own = this.#options.own();
    if (this.roster.candidates(own)[0]?.id === own.id) this.#leadership?.takeOver();
  }

  #changed(): void {
    this.#presence?.review(this.roster.frames, this.record.leads);
    if (this.#isIn) this.#leadership?.review();
    this.#options.changed();
  }
}
