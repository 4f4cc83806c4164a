/** A frame that shares what it loads, as much of it as sharing needs. */
import type {PeerChannel} from '../../../src/model/hub/peer-channel.js';
import {KeyedLocks} from '../../../src/crm/sharing/keyed-locks.js';
import {CrossFrameSingleFlight, type Turn} from '../../../src/crm/sharing/single-flight.js';
import type {Clock} from '../../../src/model/clock.js';
import {TAB, type FakeHubFrame, type FakeHubWorld} from '../../support/fake-hub-world.js';

const KEY = 'en item_3_17';

export class Sharer {
  readonly frame: FakeHubFrame;
  readonly share: CrossFrameSingleFlight;
  /** How often it was this frame's turn to load. */
  loads = 0;
  readonly #leaving = new AbortController();

  /** @param connected - when the frame has reached the others */
  constructor(
    world: FakeHubWorld,
    frame: FakeHubFrame,
    connected: Promise<PeerChannel> = Promise.resolve(frame.hub.data),
  ) {
    this.frame = frame;
    const frames = {whenConnected: () => connected};
    const locks = world.allows.locks === 'granted' ? world.locks.forOwner(frame) : null;
    const {time} = world;
    const clock: Clock = {
      now: () => time.now(),
      after: (milliseconds, callback) => time.after(milliseconds, callback),
      random: () => 0.5,
    };
    this.share = new CrossFrameSingleFlight(frames, new KeyedLocks('data', locks), clock);
  }

  /** Nobody in this frame wants it any more. */
  leave(): void {
    this.#leaving.abort();
  }

  ask(key = KEY): Promise<Turn> {
    return this.share.ask(key, this.#leaving.signal);
  }

  find(key = KEY): Promise<unknown> {
    return this.share.find(key, this.#leaving.signal);
  }

  /** Asks, and loads the data when that is its turn. */
  async get(data: () => Promise<{readonly by: string}>, keptMs = 1000): Promise<unknown> {
    const turn = await this.ask();
    if (turn.status === 'given') return turn.data;
    this.loads += 1;
    const loaded = await data();
    turn.give(() => loaded, keptMs);
    return loaded;
  }
}

export async function sharers(world: FakeHubWorld, count: number): Promise<readonly Sharer[]> {
  const all: Sharer[] = [];
  for (let index = 0; index < count; index += 1) {
    all.push(new Sharer(world, await world.open(TAB)));
  }
  return all;
}

export const loadsOf = (all: readonly Sharer[]): number =>
  all.reduce((sum, {loads}) => sum + loads, 0);

export function later<T>(world: FakeHubWorld, milliseconds: number, value: T): Promise<T> {
  return new Promise((resolve) => world.time.after(milliseconds, () => resolve(value)));
}
