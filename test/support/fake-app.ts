/** The frames of an app with their controllers, in memory: portals, channels and time of the test's own. */
import type {
  CallCardController,
  CallCardControllerOptions,
} from '../../src/controller/call-card-controller.js';
import {controllerOver} from './controller-over.js';
import {FakeHubWorld, type FakeHubFrame, type WorldSetup} from './fake-hub-world.js';
import {CALL_OPTIONS, FakePortal, fakeSession} from './fake-portal.js';

export interface AppFrame {
  readonly portal: FakePortal;
  readonly controller: CallCardController;
  /** The frame's end of the hub. It can vanish, freeze, and be told anything. */
  readonly peer: FakeHubFrame;
}

export class FakeApp {
  readonly world: FakeHubWorld;

  constructor(setup: WorldSetup = {}) {
    this.world = new FakeHubWorld(setup);
  }

  /** Opens a background worker. */
  worker(page?: string, options?: CallCardControllerOptions): Promise<AppFrame> {
    return this.open(new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', [])), page, options);
  }

  /** Opens a tab in the card of a call. @param call - what the portal tells of it, if not as ever */
  tab(call: object = {}, page?: string, options?: CallCardControllerOptions): Promise<AppFrame> {
    const session = fakeSession('CALL_CARD', {...CALL_OPTIONS, ...call});
    return this.open(new FakePortal(session), page, options);
  }

  /** Opens a frame over its portal, and lets it join. */
  async open(
    portal: FakePortal,
    page = 'here',
    options: CallCardControllerOptions = {},
  ): Promise<AppFrame> {
    let peer: FakeHubFrame | undefined;
    const controller = controllerOver(portal, {
      clock: this.world.time,
      openHub: (name, host) => {
        peer = this.world.add({name, page, host});
        return Promise.resolve(peer.hub);
      },
      ...options,
    });
    await this.finish(controller.start());
    if (peer === undefined) throw new Error('The frame has opened no hub.');
    return {portal, controller, peer};
  }

  /** Resolves as the promise does, and lets the time pass that this takes. */
  async finish<T>(promise: Promise<T>): Promise<T> {
    let isDone = false;
    const mark = (): void => void (isDone = true);
    promise.then(mark, mark);
    for (let turn = 0; turn < 400; turn += 1) {
      await this.world.settle();
      if (isDone as boolean) return promise;
      await this.world.pass(50);
    }
    throw new Error('It has not settled within 20 s.');
  }

  /** Lets everything come to rest that needs no more time than this, in milliseconds. */
  pass(milliseconds = 0): Promise<void> {
    return milliseconds === 0 ? this.world.settle() : this.world.pass(milliseconds);
  }

  dispose(): void {
    for (const {hub} of this.world.frames) hub.close();
  }
}

/** The portal opens a card in the page of a worker. */
export function openCard({portal}: AppFrame, call: object = {}): void {
  portal.emit('BackgroundCallCard::initialized', {...CALL_OPTIONS, ...call});
}
