/** A browser in memory for the hub: channels, locks and time under the test's control. */
import type {Card} from '../../src/model/card/card.js';
import type {HubCall} from '../../src/model/hub/hub-call.js';
import type {HubFault} from '../../src/model/hub/hub-message.js';
import type {CardCommand} from '../../src/model/card/card-command.js';
import type {HubActionRequest, HubHost, OwnFrame} from '../../src/hub/hub-host.js';
import type {
  HearText,
  HubEnvironment,
  HubLocks,
  PageChange,
} from '../../src/hub/hub-environment.js';
import {Hub} from '../../src/hub/hub.js';
import {FakeLocks} from './fake-locks.js';
import {ManualTime, settled} from './manual-time.js';

export interface FrameSetup extends Partial<OwnFrame> {
  readonly name?: string;
  /** The portal page of the frame; by default one page for all frames. */
  readonly page?: string;
  /** The frame's own locks, if they differ from those of the world. */
  readonly locks?: WorldSetup['locks'];
  /** The hub's host; by default the frame itself, which records what it is told. */
  readonly host?: HubHost;
}

export interface WorldSetup {
  readonly locks?: 'granted' | 'refused' | 'absent';
  readonly channel?: boolean;
}

const WORKER: OwnFrame = {
  role: 'worker',
  callId: null,
  commands: ['setUiState', 'setMute', 'setHold', 'setTitle', 'startTimer', 'close'],
  client: null,
  rank: 'listening-worker',
  handles: [],
};
export const TAB: OwnFrame = {...WORKER, role: 'tab', callId: 'call', commands: [], rank: 'none'};

export class FakeHubWorld {
  readonly time = new ManualTime();
  readonly locks = new FakeLocks();
  readonly frames: FakeHubFrame[] = [];
  /** Every text that was posted, with its sender. */
  readonly posted: {readonly from: string; readonly text: string}[] = [];
  /** Called with every text before it is sent; decides whether the text is lost. */
  loses: (text: string) => boolean = () => false;
  readonly #setup: WorldSetup;
  /** The ids of the frames in each portal page. */
  readonly #pages = new Map<string, Set<string>>();
  #ids = 0;
  #underWay = 0;

  constructor(setup: WorldSetup = {}) {
    this.#setup = setup;
  }

  /** Opens a frame and lets it join. */
  async open(setup: FrameSetup = {}): Promise<FakeHubFrame> {
    const frame = this.add(setup);
    const opened = frame.hub.open();
    await this.#passUntil(opened);
    return frame;
  }

  add(setup: FrameSetup = {}): FakeHubFrame {
    const frame = new FakeHubFrame(this, setup);
    this.frames.push(frame);
    return frame;
  }

  /** Delivers all pending messages and those that they cause. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet = this.#underWay > 0 ? 0 : quiet + 1) await settled();
  }

  async pass(milliseconds: number): Promise<void> {
    // Earlier work may still set timers.
    await this.settle();
    for (let passed = 0; passed < milliseconds; passed += 50) {
      const step = Math.min(50, milliseconds - passed);
      if (this.#underWay === 0 && this.time.skip(step)) continue;
      await this.time.pass(step);
      if (this.#underWay > 0) await this.settle();
    }
  }

  newId(): string {
    this.#ids += 1;
    return `id-${String(this.#ids).padStart(4, '0')}`;
  }

  enterPage(page: string, frameId: string): () => void {
    const ids = this.#pages.get(page) ?? new Set();
    this.#pages.set(page, ids.add(frameId));
    return () => ids.delete(frameId);
  }

  neighbours(page: string): readonly string[] {
    return [...(this.#pages.get(page) ?? [])];
  }

  get allows(): Required<WorldSetup> {
    return {locks: 'granted', channel: true, ...this.#setup};
  }

  /** Carries a text from one frame to every other one, each in a task of its own. */
  carry(from: FakeHubFrame, text: string): void {
    this.posted.push({from: from.hub.id, text});
    if (this.loses(text)) return;
    for (const frame of this.frames) {
      if (frame === from) continue;
      this.#underWay += 1;
      frame.inbox.push(text);
      void settled().then(() => {
        this.#underWay -= 1;
        // The oldest one: a channel keeps the order, and an engine may run the tasks in another.
        const next = frame.inbox.shift();
        if (next !== undefined) frame.hear(next);
      });
    }
  }

  async #passUntil(promise: Promise<unknown>): Promise<void> {
    let isDone = false;
    void promise.finally(() => (isDone = true));
    for (let turn = 0; turn < 100; turn += 1) {
      await this.settle();
      if (isDone as boolean) return;
      await this.time.pass(10);
    }
    throw new Error('The frame did not join.');
  }
}

export class FakeHubFrame {
  /** The pending messages to this frame. */
  readonly inbox: string[] = [];
  readonly hub: Hub;
  readonly ran: {readonly command: CardCommand; readonly callId: string | null}[] = [];
  readonly acted: HubActionRequest[] = [];
  readonly faults: HubFault[] = [];
  own: OwnFrame;
  /** The portal page of the frame. */
  readonly page: string;
  /** The result of a command in this frame. */
  answer: (command: CardCommand) => Promise<unknown> = () => Promise.resolve(undefined);
  /** Called when the hub's state has changed. */
  changed: () => void = () => undefined;
  /** The app's handler of an action. */
  app: (request: HubActionRequest) => Promise<void> | undefined = () => undefined;
  readonly #world: FakeHubWorld;
  readonly #allowed: WorldSetup['locks'];
  #hear: HearText = () => undefined;
  #page: (change: PageChange) => void = () => undefined;
  #state: 'running' | 'frozen' | 'dead' = 'running';
  #period = 0;
  /** The work that waits for the end of the freeze, in its order. */
  readonly #missed: (() => void)[] = [];

  constructor(world: FakeHubWorld, {name = 'app', page = name, locks, host, ...own}: FrameSetup) {
    this.#world = world;
    this.page = page;
    this.#allowed = locks ?? world.allows.locks;
    this.own = {...WORKER, ...own};
    this.hub = new Hub(name, this.#environment(), host ?? this.#host());
  }

  get leads(): boolean {
    return this.#state !== 'dead' && this.hub.leads;
  }

  hear(text: string): void {
    this.#run(() => this.#hear(text));
  }

  /** Shows a card, as the worker of a call does. @param cardNumber - another one for each card */
  show(call: HubCall, cardNumber?: number): void {
    this.own = {...this.own, callId: call.card === null ? null : call.call.id};
    this.hub.announce();
    this.hub.announceCall(call, cardNumber);
  }

  change(own: Partial<OwnFrame>): void {
    this.own = {...this.own, ...own};
    this.hub.announce();
  }

  cardFor(callId: string, own: Card = {status: 'unseen'}): Card {
    return this.hub.calls.cardFor(callId, own);
  }

  /** Closes the page, which announces it. */
  close(): void {
    this.#page('over');
    this.die();
  }

  /** Removes the page without an announcement, as a crash does. */
  die(): void {
    this.#state = 'dead';
    this.#world.locks.dropOwner(this);
  }

  /**
   * Hides the page: its timers run only at whole periods, while messages arrive as before.
   *
   * @param period - in milliseconds; 0 when it is shown again
   */
  throttle(period: number): void {
    this.#period = period;
  }

  /** Freezes the page. @param isAnnounced - whether the page gets `freeze` before */
  freeze(isAnnounced: boolean): void {
    if (isAnnounced) this.#page('asleep');
    this.#state = 'frozen';
  }

  thaw(isAnnounced: boolean): void {
    this.#state = 'running';
    if (isAnnounced) this.#page('awake');
    for (const run of this.#missed.splice(0)) run();
  }

  #host(): HubHost {
    return {
      describe: () => this.own,
      runHere: (command, callId) => {
        this.ran.push({command, callId});
        return this.answer(command);
      },
      act: (request) => {
        this.acted.push(request);
        return this.app(request);
      },
      changed: () => this.changed(),
      fault: (fault) => this.faults.push(fault),
    };
  }

  #run(run: () => void): void {
    if (this.#state === 'running') run();
    else if (this.#state === 'frozen') this.#missed.push(run);
  }

  #after(milliseconds: number, callback: () => void): () => void {
    const {time} = this.#world;
    let cancel = time.after(milliseconds, () => {
      const wait = this.#period === 0 ? 0 : this.#period - (time.now() % this.#period);
      if (wait % (this.#period || 1) === 0) this.#run(callback);
      else cancel = time.after(wait, () => this.#run(callback));
    });
    return () => cancel();
  }

  #environment(): HubEnvironment {
    const world = this.#world;
    return {
      clock: {
        now: () => world.time.now(),
        random: () => world.time.random(),
        after: (milliseconds, callback) => this.#after(milliseconds, callback),
      },
      newId: () => world.newId(),
      open: (_name, hear) => {
        if (!world.allows.channel) return null;
        this.#hear = hear;
        return {
          reach: 'channel',
          post: (text) => this.#state === 'running' && world.carry(this, text),
          close: () => (this.#hear = () => undefined),
        };
      },
      locks: this.#locks(),
      isInSlider: false,
      enterPage: (frameId) => world.enterPage(this.page, frameId),
      neighbours: () => world.neighbours(this.page),
      observePage: (hear) => {
        this.#page = hear;
        return () => undefined;
      },
    };
  }

  #locks(): HubLocks | null {
    if (this.#allowed === 'absent') return null;
    if (this.#allowed === 'granted') return this.#world.locks.forOwner(this);
    const refuse = (): Promise<never> =>
      Promise.reject(new DOMException('Access is denied.', 'SecurityError'));
    return {request: refuse, query: refuse};
  }
}
