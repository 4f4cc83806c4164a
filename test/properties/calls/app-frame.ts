/** A frame of the app in a page of the portal: the controller with its end of the hub, in memory. */
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
import type {PageChange} from '../../../src/hub/hub-environment.js';
import type {CardCommand} from '../../../src/model/card/card-command.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {Hub} from '../../../src/hub/hub.js';
import type {HubEnvironment} from '../../../src/hub/hub-environment.js';
import {fromFrame} from '../../../src/portal/frame/frame-portal.js';
import type {FakeLocks} from '../../support/fake-locks.js';
import type {VirtualTime} from '../conversation/virtual-time.js';
import {holds} from '../expectations.js';
import {tally} from '../tally.js';
import type {PageFrame, PortalPage} from './portal-page.js';
import {controllerOver} from '../../support/controller-over.js';

/** Carries what frames say to each other, in its order. */
export class AppChannel {
  /** How long a message takes, in milliseconds. */
  delay = 1;
  /** How many are on their way. */
  underWay = 0;
  readonly #time: VirtualTime;
  /** When the last message of each frame arrives. */
  readonly #lastAt = new WeakMap<AppFrame, number>();
  readonly #hearers = new Map<AppFrame, (text: string) => void>();

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  open(frame: AppFrame, hear: (text: string) => void): void {
    this.#hearers.set(frame, hear);
  }

  close(frame: AppFrame): void {
    this.#hearers.delete(frame);
  }

  post(from: AppFrame, text: string): void {
    const now = this.#time.now();
    // None overtakes another of the same frame.
    const at = Math.max(now + this.delay, this.#lastAt.get(from) ?? 0);
    this.#lastAt.set(from, at);
    for (const frame of this.#hearers.keys()) {
      if (frame === from) continue;
      this.underWay += 1;
      this.#time.after(at - now, () => {
        this.underWay -= 1;
        this.#hearers.get(frame)?.(text);
      });
    }
  }
}

export interface AppSurroundings {
  readonly time: VirtualTime;
  readonly channel: AppChannel;
  readonly locks: FakeLocks;
  readonly newId: () => string;
}

export class AppFrame {
  readonly controller: CallCardController;
  /** Promises of commands that have not settled. */
  readonly pending = new Set<CardCommand>();
  readonly #page: PortalPage;
  readonly #frame: PageFrame;
  readonly #around: AppSurroundings;
  #tellPage: (change: PageChange) => void = () => undefined;
  #isAlive = true;
  #hubId = '';

  constructor(page: PortalPage, placement: string, around: AppSurroundings) {
    this.#page = page;
    this.#around = around;
    this.#frame = page.open(placement);
    const {time} = around;
    this.controller = controllerOver(fromFrame({window: this.#frame.window}), {
      clock: time,
      openHub: (name, host) => Promise.resolve(new Hub(name, this.#environment(), host)),
    });
    void this.controller.start();
  }

  get isJoined(): boolean {
    const {snapshot} = this.controller;
    return snapshot.status === 'ready' && snapshot.hub.status === 'joined';
  }

  /** Runs a command, which must end with a value or an error of the kit. */
  run(command: CardCommand): void {
    tally.commands += 1;
    this.pending.add(command);
    const done = (): unknown => this.pending.delete(command);
    this.controller
      .run(command as Extract<CardCommand, {name: 'close'}>)
      .then(done, (error: unknown) => {
        holds(error instanceof CallCardError, () => `a command failed with ${String(error)}`);
        done();
      });
  }

  /** The page is unloaded: what it has sent arrives, and no script of it runs any more. */
  unload(): void {
    if (!this.#isAlive) return;
    this.#tellPage('over');
    this.#isAlive = false;
    const {channel, locks} = this.#around;
    channel.close(this);
    locks.dropOwner(this);
    this.#page.remove(this.#frame);
    this.#page.hubIds.delete(this.#hubId);
    this.controller.dispose();
  }

  #environment(): HubEnvironment {
    const {time, channel, locks, newId} = this.#around;
    return {
      clock: {
        now: () => time.now(),
        random: () => time.random(),
        after: (milliseconds, callback) =>
          time.after(milliseconds, () => {
            if (this.#isAlive) callback();
          }),
      },
      newId,
      open: (_name, hear) => {
        channel.open(this, hear);
        return {
          reach: 'channel',
          post: (text) => {
            if (this.#isAlive) channel.post(this, text);
          },
          close: () => channel.close(this),
        };
      },
      locks: locks.forOwner(this),
      isInSlider: false,
      enterPage: (frameId) => {
        this.#hubId = frameId;
        this.#page.hubIds.add(frameId);
        return () => this.#page.hubIds.delete(frameId);
      },
      neighbours: () => [...this.#page.hubIds],
      observePage: (hear) => {
        this.#tellPage = hear;
        return () => undefined;
      },
    };
  }
}
