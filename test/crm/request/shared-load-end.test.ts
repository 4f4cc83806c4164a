/** What a load gives on to the frames that wait: the record, or the turn to ask for it; and names. */
import {expect} from '@open-wc/testing';
import type {CallCardErrorCode} from '../../../src/model/errors/call-card-error.js';
import type {BatchOutcome} from '../../../src/model/portal/rest-answer.js';
import {FakeHubWorld} from '../../support/fake-hub-world.js';
import {
  failed,
  ok,
  recordCalls,
  KLAUS,
  threeFrames,
  type LoadingFrame,
  type LoadSetup,
} from '../frames-at-one-portal.js';

const [ITEM = '', PEOPLE = ''] = Object.keys(recordCalls(KLAUS));
const aborted = AbortSignal.abort();

describe('a load that ends', () => {
  let world: FakeHubWorld;
  let first: LoadingFrame;
  let second: LoadingFrame;
  let third: LoadingFrame;

  beforeEach(async () => {
    world = new FakeHubWorld();
    [first, second, third] = await threeFrames(world);
  });

  /** What the waiting frame asks the portal for when the load of the first one has ended so. */
  const askedByWaiting = async (
    failure: CallCardErrorCode | null,
    setup: LoadSetup = {},
  ): Promise<readonly string[]> => {
    if (failure !== null) first.answer = (key) => (key === ITEM ? failed(failure) : ok([]));
    const loading = await first.begin(setup);
    const waiting = second.begin();
    await world.settle();
    await first.finish(loading);
    await second.finish(await waiting);
    return second.batches.flat();
  };

  for (const [words, failure, setup] of [
    ['a record', null, {}],
    ['what the portal said instead of it', 'not-found', {}],
    ['that the portal is at its limit, after all tries', 'limit-reached', {}],
    ['a record, also when nobody here wants it any more', null, {signal: aborted}],
    ['a record that nobody here would have tried to get again', null, {retries: false}],
  ] as const) {
    it(`gives on ${words}`, async () => {
      expect(await askedByWaiting(failure, setup)).to.not.include(ITEM);
    });
  }

  for (const [words, failure, setup] of [
    ['failed for reasons of this frame', 'not-authorized', {}],
    ['ended before all tries, since nobody wants it', 'limit-reached', {signal: aborted}],
    ['was tried once only', 'limit-reached', {retries: false}],
  ] as const) {
    it(`leaves the record to the next frame when it ${words}`, async () => {
      expect(await askedByWaiting(failure, setup)).to.include(ITEM);
    });
  }

  it('does not keep what may pass for those who ask later', async () => {
    await askedByWaiting('limit-reached');
    await world.pass(200);
    await third.load();
    expect(third.batches.flat()).to.include(ITEM);
  });

  it('keeps what is so for good', async () => {
    await askedByWaiting('not-found');
    await world.pass(200);
    await third.load();
    expect(third.batches).to.deep.equal([]);
  });
});

describe('names that are loaded after a record', () => {
  const NAMES = {users_9: {method: 'user.get', parameters: {}}};
  const MORE = {...NAMES, names_4_5: {method: 'crm.item.list', parameters: {}}};
  let world: FakeHubWorld;
  let first: LoadingFrame;
  let second: LoadingFrame;

  beforeEach(async () => {
    world = new FakeHubWorld();
    [first, second] = await threeFrames(world);
  });

  const settled = async <T>(promise: Promise<T>): Promise<T> => {
    await world.settle();
    return promise;
  };

  it('are asked for once by frames that want the same at one moment', async () => {
    const loads = [await first.load(), await second.load()];
    const got = await settled(Promise.all(loads.map((load) => load.runOnce(NAMES))));
    expect(got.map((outcome) => outcome.get('users_9'))).to.deep.equal([
      ok([{ID: 'users_9'}]),
      ok([{ID: 'users_9'}]),
    ]);
    expect([...first.batches, ...second.batches]).to.have.length(2);
  });

  for (const [ms, batches] of [
    [2999, 0],
    [3000, 1],
  ] as const) {
    it(`are ${batches === 0 ? 'taken from another frame' : 'asked for'} ${ms} ms later`, async () => {
      const [one, other] = [await first.load(), await second.load()];
      await settled(one.runOnce(NAMES));
      await world.pass(ms);
      await settled(other.runOnce(NAMES));
      expect(second.batches).to.have.length(batches);
    });
  }

  it('are not asked for, of the portal or of a frame, when they are known', async () => {
    const [load] = [await first.load(), await second.load()];
    await settled(load.runOnce(MORE));
    // Another frame is at it.
    await settled(second.share.ask('en users_9', new AbortController().signal));
    const [batches, posted] = [first.batches.length, world.posted.length];
    const known = await settled(load.runOnce(NAMES));
    expect([...known.keys()]).to.deep.equal(['users_9']);
    expect([first.batches.length, world.posted.length]).to.deep.equal([batches, posted]);
  });

  it('are asked for when some of them are not known', async () => {
    const load = await first.load();
    await settled(load.runOnce(NAMES));
    const outcome = await settled(load.runOnce(MORE));
    expect([...outcome.keys()]).to.deep.equal(['users_9', 'names_4_5']);
    expect(first.batches.at(-1)).to.deep.equal(['names_4_5']);
  });

  it('are taken from another frame when some of them are not known', async () => {
    const [one, other] = [await first.load(), await second.load()];
    await settled(one.runOnce(NAMES));
    await settled(other.runOnce(MORE));
    const asked = first.batches.length;
    const outcome = await settled(one.runOnce(MORE));
    expect([...outcome.keys()]).to.deep.equal(['users_9', 'names_4_5']);
    expect(first.batches).to.have.length(asked);
  });

  it('are asked for by each language', async () => {
    const [one, other] = [await first.load(), await second.load({language: 'de'})];
    await settled(one.runOnce(NAMES));
    await settled(other.runOnce(NAMES));
    expect(second.batches.at(-1)).to.deep.equal(['users_9']);
  });

  it('are left to the next frame when they failed for reasons of this one', async () => {
    const [one, other] = [await first.load(), await second.load()];
    first.answer = () => failed('disconnected');
    const got: readonly BatchOutcome[] = await settled(
      Promise.all([one.runOnce(NAMES), other.runOnce(NAMES)]),
    );
    expect(got.map((outcome) => outcome.get('users_9')?.status)).to.deep.equal(['failed', 'ok']);
    expect(second.batches).to.deep.equal([['users_9']]);
  });

  it('bring along what another frame knows of people', async () => {
    const [one, other] = [await first.load(), await second.load()];
    first.store.learnUsers(new Map([[9, 'Leonie Krüger']]));
    await settled(Promise.all([one.runOnce(NAMES), other.runOnce(NAMES)]));
    expect(second.store.userName(9)).to.equal('Leonie Krüger');
    expect([...other.answers.all.keys()]).to.deep.equal([ITEM, PEOPLE, 'users_9']);
  });
});
