/** What histories cost, as the portal counted it: alone, for many at once, and in several frames. */
import {expect} from '@open-wc/testing';
import {CrmStore} from '../../../src/crm/crm-store.js';
import {RecordLoader} from '../../../src/crm/request/record-loader.js';
import type {CrmHistory, HistoryOptions} from '../../../src/crm/history.js';
import type {EntityRef} from '../../../src/model/entity/entity-ref.js';
import {FakeHubWorld, TAB} from '../../support/fake-hub-world.js';
import {ManualTime} from '../../support/manual-time.js';
import {ANNA, KLAUS, NOW, SimulatedCrm, WATER_SYSTEM} from './simulated-crm.js';

const FOR_ALL_TIME = new AbortController().signal;

const historyIn = async (
  loader: RecordLoader,
  ref: EntityRef,
  options?: HistoryOptions,
): Promise<CrmHistory> => (await loader.histories()).history(ref, options);

describe('a history costs', () => {
  let crm: SimulatedCrm;
  let time: ManualTime;
  let loader: RecordLoader;

  beforeEach(async () => {
    crm = await SimulatedCrm.open();
    time = new ManualTime(NOW);
    loader = new RecordLoader(crm.portal, time);
  });

  const both = async (ref: EntityRef, options?: HistoryOptions): Promise<CrmHistory> => {
    const [, history] = await Promise.all([
      loader.record(ref, {names: 'later'}),
      historyIn(loader, ref, options),
    ]);
    return history;
  };

  it('with its record three requests of a portal that is not known yet', async () => {
    await both(KLAUS, {activityId: 12102});
    const calls = await crm.counted();
    expect(calls.length).to.be.at.most(3);
    expect(Math.max(...calls)).to.be.at.most(50);
  });

  it('with its record two when the types were seen before, names of people and stages included', async () => {
    await both(KLAUS);
    await both(WATER_SYSTEM);
    await crm.counted();
    await time.pass(10_000);
    const history = await both(KLAUS, {activityId: 12102});
    expect(await crm.counted()).to.have.length(2);
    expect(history.past[0]?.responsible?.name).to.equal('Jonas Becker');
    await both(ANNA);
    expect(await crm.counted()).to.have.length(2);
  });

  it('nothing before the record is there', async () => {
    await crm.simulator.control('add-fault', {
      kind: 'hold',
      key: 'record',
      method: 'batch',
      times: 1,
    });
    const coming = both(KLAUS);
    await crm.simulator.control('held', {key: 'record'});
    await new Promise((resolve) => setTimeout(resolve));
    const [first, ...more] = await crm.simulator.requests();
    expect(more).to.deep.equal([]);
    expect(first?.calls.map(({method}) => method)).to.not.include('crm.activity.list');
    await crm.simulator.control('release', {key: 'record'});
    expect((await coming).past).to.have.length(10);
  });

  it('for ten at once what it costs for one', async () => {
    const one = await SimulatedCrm.open();
    const alone = new RecordLoader(one.portal, new ManualTime(NOW));
    await historyIn(alone, KLAUS, {activityId: 12102});
    const cost = await one.counted();
    const ten = await Promise.all(
      Array.from({length: 10}, (_, index) =>
        historyIn(loader, KLAUS, {activityId: 12102, limit: index + 1}),
      ),
    );
    expect(await crm.counted()).to.deep.equal(cost);
    expect(ten.map(({past}) => past.length)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('nothing for seconds after it was loaded, and then again what it is now', async () => {
    await historyIn(loader, KLAUS);
    await crm.counted();
    await time.pass(2999);
    await historyIn(loader, KLAUS);
    expect(await crm.counted()).to.have.length(0);
    await historyIn(loader, KLAUS, {reload: true});
    expect(await crm.counted()).to.have.length(1);
  });

  it('one request for a record that is kept, and for an activity one', async () => {
    await loader.record(KLAUS);
    await crm.counted();
    await (await loader.histories()).activity(12102);
    await (await loader.histories()).activity(12102);
    expect(await crm.counted()).to.have.length(1);
  });

  it('a worker nothing where the app shows none, and keeps it where it does', async () => {
    const worker = new RecordLoader(crm.anotherPortal(), time);
    await worker.prefetch(KLAUS, FOR_ALL_TIME);
    expect(await crm.counted()).to.have.length(1);
    await historyIn(loader, KLAUS);
    await crm.counted();
    await time.pass(10_000);
    await worker.prefetch(KLAUS, FOR_ALL_TIME);
    expect((await crm.counted()).length).to.be.within(2, 3);
    await time.pass(10_000);
    await worker.prefetch(KLAUS, FOR_ALL_TIME, false);
    expect(await crm.counted()).to.have.length(1);
  });

  it('stores nothing of what it has', async () => {
    await both(KLAUS, {activityId: 12102});
    await time.pass(1000);
    const stored = [sessionStorage, localStorage].flatMap((storage) =>
      Object.keys(storage).map((key) => storage.getItem(key) ?? ''),
    );
    const all = stored.join('\n');
    expect(all).to.include('Jonas Becker');
    for (const text of ['Incoming call', 'filters', 'Spare', '12102']) {
      expect(all).to.not.include(text);
    }
  });
});

describe('a history in several frames', () => {
  let crm: SimulatedCrm;
  let world: FakeHubWorld;
  let first: RecordLoader;
  let second: RecordLoader;

  beforeEach(async () => {
    crm = await SimulatedCrm.open();
    world = new FakeHubWorld();
    [first, second] = [await frame(), await frame()];
  });

  async function frame(): Promise<RecordLoader> {
    const opened = await world.open(TAB);
    const frames = {whenConnected: () => Promise.resolve(opened.hub.data)};
    return new RecordLoader(crm.anotherPortal(), world.time, frames, world.locks.forOwner(opened));
  }

  /** Lets messages and answers arrive, without any time that passes. */
  const during = async <T>(promise: Promise<T>): Promise<T> => {
    let isOver = false;
    const end = (): void => {
      isOver = true;
    };
    promise.then(end, end);
    while (!(isOver as boolean)) {
      await world.settle();
      await new Promise((resolve) => setTimeout(resolve));
    }
    return promise;
  };

  it('is loaded once when both want it at one moment', async () => {
    const wish = {activityId: 12102};
    const [one, other] = await during(
      Promise.all([historyIn(first, KLAUS, wish), historyIn(second, KLAUS, wish)]),
    );
    expect((await crm.counted()).length).to.be.at.most(3);
    expect(other.past.map(({id}) => id)).to.deep.equal(one.past.map(({id}) => id));
    expect(other.currentActivity?.transcript).to.equal(one.currentActivity?.transcript);
    expect(other.past[0]?.responsible?.name).to.equal('Jonas Becker');
  });

  it('is there without a request where the worker has prefetched it', async () => {
    await during(first.prefetch(KLAUS, FOR_ALL_TIME, true));
    await world.pass(60_000);
    await crm.counted();
    const options = {acceptOld: true, keep: FOR_ALL_TIME};
    await during(second.record(KLAUS, {names: 'later', ...options}));
    const {past, openItems, isOld} = await during(historyIn(second, KLAUS, options));
    expect(await crm.counted()).to.have.length(0);
    expect(past).to.have.length(10);
    expect(past[0]?.responsible?.name).to.equal('Jonas Becker');
    expect(openItems.map(({ref}) => ref.typeId)).to.include(177);
    expect(isOld).to.equal(true);
  });

  it('is asked for by the frame that wants it as it is now', async () => {
    await during(first.prefetch(KLAUS, FOR_ALL_TIME, true));
    await world.pass(60_000);
    await crm.counted();
    const {isOld} = await during(historyIn(second, KLAUS));
    expect(await crm.counted()).to.have.length(1);
    expect(isOld).to.equal(false);
  });

  it('of somebody else is not given', async () => {
    await during(first.prefetch(KLAUS, FOR_ALL_TIME, true));
    await crm.counted();
    const {past} = await during(historyIn(second, ANNA, {acceptOld: true}));
    expect((await crm.counted()).length).to.be.above(0);
    expect(past.map(({id}) => id)).to.not.include(12103);
  });
});

describe('a prefetched history', () => {
  it('is nobody’s failure', async () => {
    const crm = await SimulatedCrm.open();
    await crm.refuse('QUERY_LIMIT_EXCEEDED');
    await new CrmStore(crm.portal).prefetch(KLAUS, FOR_ALL_TIME, true);
  });
});
