/** Frames of one app that load the same records: each with its own memory, all with one portal. */
import type {JsonObject} from '../../src/model/parse/reading.js';
import type {BatchOutcome, RestOutcome} from '../../src/model/portal/rest-answer.js';
import type {BatchCalls} from '../../src/portal/portal.js';
import {MetadataStore} from '../../src/crm/cache/metadata-store.js';
import {
  FRESH_FOR_MS,
  SharedLoad,
  type SharedLoadOptions,
} from '../../src/crm/request/shared-load.js';
import {KeyedLocks} from '../../src/crm/sharing/keyed-locks.js';
import {CrossFrameSingleFlight} from '../../src/crm/sharing/single-flight.js';
import {CallCardError, type CallCardErrorCode} from '../../src/model/errors/call-card-error.js';
import {TAB, type FakeHubFrame, type FakeHubWorld} from '../support/fake-hub-world.js';

export const KLAUS = {typeId: 3, id: 17};
export const ANNA = {typeId: 3, id: 18};

const call = (method: string, parameters: JsonObject = {}): BatchCalls[string] => ({
  method,
  parameters,
});

/** What is the same for all records of the type. */
export const TYPE_CALLS: BatchCalls = {
  dictionary_SOURCE: call('crm.status.list'),
  profile: call('profile'),
};

export const recordCalls = ({typeId, id}: typeof KLAUS): BatchCalls => ({
  [`item_${typeId}_${id}`]: call('crm.item.get', {entityTypeId: typeId, id}),
  [`people_${typeId}_${id}`]: call('user.get'),
});

export const ok = (result: unknown): RestOutcome => ({
  status: 'ok',
  answer: {result, total: null, next: null},
});

export const failed = (code: CallCardErrorCode): RestOutcome => ({
  status: 'failed',
  error: new CallCardError(code, `The sample portal says ${code}.`),
});

export class LoadingFrame {
  readonly frame: FakeHubFrame;
  readonly share: CrossFrameSingleFlight;
  readonly store: MetadataStore;
  /** The keys of each batch that this frame has sent. */
  readonly batches: (readonly string[])[] = [];
  /** The portal's answer to one call. */
  answer: (key: string) => RestOutcome = (key) => ok([{ID: key}]);
  readonly #world: FakeHubWorld;

  constructor(world: FakeHubWorld, frame: FakeHubFrame) {
    this.#world = world;
    this.frame = frame;
    const frames = {whenConnected: () => Promise.resolve(frame.hub.data)};
    const locks = new KeyedLocks('data', world.locks.forOwner(frame));
    this.share = new CrossFrameSingleFlight(frames, locks, world.time);
    // A portal without an id: nothing is stored where the next test would find it.
    this.store = new MetadataStore({memberId: '', language: 'en'}, world.time);
  }

  /** Begins a load; with `unshared`, one that no other frame takes part in. */
  async begin({reload = false, unshared = false, ...more}: LoadSetup = {}): Promise<SharedLoad> {
    const options: SharedLoadOptions = {
      ref: KLAUS,
      language: 'en',
      typeCalls: TYPE_CALLS,
      store: this.store,
      signal: new AbortController().signal,
      time: this.#world.time,
      run: (calls) => this.#ask(calls),
      retries: true,
      maxAge: FRESH_FOR_MS,
      ...more,
    };
    const beginning = SharedLoad.begin(options, unshared ? undefined : this.share, reload);
    await this.#world.settle();
    return beginning;
  }

  /** Begins a load, asks for what is not known yet, and ends it. */
  async load(setup: LoadSetup = {}): Promise<SharedLoad> {
    const load = await this.begin(setup);
    await this.finish(load, setup);
    return load;
  }

  /** Asks for what is not known yet, and ends the load. */
  async finish(load: SharedLoad, {ref = KLAUS}: LoadSetup = {}): Promise<void> {
    const calls = {...recordCalls(ref), ...this.store.unknownOf(TYPE_CALLS)};
    this.store.learn(TYPE_CALLS, await load.answers.run(calls));
    load.end();
    await this.#world.settle();
  }

  #ask(calls: BatchCalls): Promise<BatchOutcome> {
    const keys = Object.keys(calls);
    this.batches.push(keys);
    return Promise.resolve(new Map(keys.map((key) => [key, this.answer(key)])));
  }
}

export interface LoadSetup extends Partial<SharedLoadOptions> {
  readonly reload?: boolean;
  readonly unshared?: boolean;
}

/** Three of them that have met. */
export async function threeFrames(
  world: FakeHubWorld,
): Promise<readonly [LoadingFrame, LoadingFrame, LoadingFrame]> {
  const next = async (): Promise<LoadingFrame> => new LoadingFrame(world, await world.open(TAB));
  return [await next(), await next(), await next()];
}
