/** How a frame loads records beside the other frames of its app, and for several callers. */
import {expect} from '@open-wc/testing';
import type {RestOutcome} from '../../../src/model/portal/rest-answer.js';
import {RecordLoader} from '../../../src/crm/request/record-loader.js';
import {FakeHubWorld, TAB} from '../../support/fake-hub-world.js';
import {ManualTime, settled} from '../../support/manual-time.js';
import {rejectionOf} from '../../support/rejection.js';
import {Deferred} from '../../support/fake-portal.js';
import {CONTACT_17, DEAL_25, failure, FakeCrm} from '../fake-crm.js';

const KLAUS = {typeId: 3, id: 17};
const CHAIRS = {typeId: 2, id: 25};
const FOR_ALL_TIME = new AbortController().signal;

describe('a loader of records', () => {
  let crm: FakeCrm;
  let time: ManualTime;
  let loader: RecordLoader;

  beforeEach(() => {
    crm = new FakeCrm();
    time = new ManualTime();
    loader = new RecordLoader(crm.portal, time);
  });

  for (const code of ['not-found', 'not-allowed'] as const) {
    it(`does not ask again within moments for a record that is ${code}`, async () => {
      crm.failures.set('item_3_17', failure(code));
      await rejectionOf(loader.record(KLAUS));
      await time.pass(2999);
      await rejectionOf(loader.record(KLAUS));
      expect(crm.count('crm.item.get')).to.equal(1);
      await time.pass(1);
      await rejectionOf(loader.record(KLAUS));
      expect(crm.count('crm.item.get')).to.equal(2);
    });
  }

  it('shares a record for three seconds, and one that was loaded anew from then on', async () => {
    await loader.record(KLAUS);
    await time.pass(1000);
    const reloaded = await loader.record(KLAUS, {reload: true});
    await time.pass(2500);
    expect(await loader.record(KLAUS)).to.equal(reloaded);
    await time.pass(500);
    expect(await loader.record(KLAUS)).to.not.equal(reloaded);
    expect(crm.count('crm.item.get')).to.equal(3);
  });

  it('rejects by name what was given up', async () => {
    const signal = AbortSignal.abort();
    const [record, callers] = [loader.record(KLAUS, {signal}), loader.findCallers('1', {signal})];
    expect(await rejectionOf(record)).to.include({code: 'aborted', request: 'crm.item.get'});
    expect(await rejectionOf(callers)).to.include({request: 'crm.duplicate.findbycomm'});
  });

  it('fails as the connection does, also for one who wants to keep the record', async () => {
    crm.portal.connection = () => Promise.reject(failure('not-in-portal', 'connect'));
    const error = await rejectionOf(loader.record(KLAUS, {keep: FOR_ALL_TIME}));
    expect(error.code).to.equal('not-in-portal');
    await settled();
  });

  it('prefetches the names of what the layout shows', async () => {
    crm.items.set('2:25', {...DEAL_25, UF_CRM_2_HELPER: 9});
    const {batchAnswer} = crm.portal;
    const result = [{name: 'main', title: 'About', elements: [{name: 'OPPORTUNITY'}]}];
    crm.portal.batchAnswer = async (calls) => {
      const layout: RestOutcome = {status: 'ok', answer: {result, total: null, next: null}};
      return new Map([...(await batchAnswer(calls)), ['layout_P_2_25', layout]]);
    };
    await loader.prefetch(CHAIRS, FOR_ALL_TIME);
    expect(crm.portal.batches).to.have.length(1);
  });
});

describe('loaders in several frames', () => {
  let crm: FakeCrm;
  let world: FakeHubWorld;
  let first: RecordLoader;
  let second: RecordLoader;

  beforeEach(async () => {
    crm = new FakeCrm();
    world = new FakeHubWorld();
    [first, second] = [await frame(), await frame()];
  });

  /** The loader of another frame. */
  async function frame(): Promise<RecordLoader> {
    const opened = await world.open(TAB);
    const frames = {whenConnected: () => Promise.resolve(opened.hub.data)};
    return new RecordLoader(crm.portal, world.time, frames, world.locks.forOwner(opened));
  }
  const during = async <T>(promise: Promise<T>): Promise<T> => {
    await world.settle();
    return promise;
  };
  const loads = (): number => crm.count('crm.item.get');

  for (const [words, memberId, name] of [
    ['the portal', 'member', 'call-card-kit data member en item_3_17'],
    ['the portal’s address', '', 'call-card-kit data https://portal.example en item_3_17'],
  ] as const) {
    it(`take turns by locks with the name of ${words}`, async () => {
      crm.portal.session = {...crm.portal.session, memberId};
      const answer = new Deferred<undefined>();
      crm.hold = () => answer.promise;
      const record = first.record(KLAUS);
      await world.settle();
      expect(world.locks.held).to.include(name);
      answer.resolve(undefined);
      await record;
    });
  }

  it('load a record once, and each record by the same way', async () => {
    const records = [first, second].map((loader) => loader.record(KLAUS));
    const [one, other] = await during(Promise.all(records));
    expect(other?.title).to.equal(one?.title);
    expect(loads()).to.equal(1);
    await during(first.record(CHAIRS));
    await during(second.record(CHAIRS));
    expect(loads()).to.equal(2);
  });

  it('have what another one keeps, for as long as it does', async () => {
    const keeping = new AbortController();
    await during(first.record(KLAUS, {keep: keeping.signal}));
    await world.pass(4000);
    await during(second.record(KLAUS));
    expect(loads()).to.equal(1);
    keeping.abort();
    await world.pass(4000);
    await during(second.record(KLAUS));
    expect(loads()).to.equal(2);
  });

  it('have an old record only where they accept it', async () => {
    const kept = await during(first.record(KLAUS, {keep: FOR_ALL_TIME}));
    await world.pass(60_000);
    const old = await during(second.record(KLAUS, {acceptOld: true}));
    expect(old).to.deep.include({loadedAt: kept.loadedAt, isOld: true});
    await world.pass(4000);
    expect((await during(second.record(KLAUS))).isOld).to.equal(false);
    expect(loads()).to.equal(2);
  });

  it('prefetch nothing that another one has just loaded, and anew what is old', async () => {
    await during(first.record(KLAUS, {keep: FOR_ALL_TIME}));
    await world.pass(4000);
    await during(second.prefetch(KLAUS, FOR_ALL_TIME));
    expect(loads()).to.equal(1);
    await world.pass(4000);
    const third = await frame();
    await during(first.record(CHAIRS));
    await world.pass(60_000);
    await during(third.prefetch(KLAUS, FOR_ALL_TIME));
    expect(loads()).to.equal(3);
  });

  for (const [words, wait] of [
    [
      'was wanted',
      (loader: RecordLoader, signal: AbortSignal) => rejectionOf(loader.record(KLAUS, {signal})),
    ],
    ['was prefetched', (loader: RecordLoader, keep: AbortSignal) => loader.prefetch(KLAUS, keep)],
  ] as const) {
    it(`do not ask for what ${words} while another one loads it, and is wanted no longer`, async () => {
      const answer = new Deferred<undefined>();
      crm.hold = () => answer.promise;
      const loading = first.record(KLAUS);
      await world.settle();
      const leaving = new AbortController();
      const waiting = wait(second, leaving.signal);
      await world.settle();
      leaving.abort();
      await during<unknown>(waiting);
      expect(loads()).to.equal(1);
      answer.resolve(undefined);
      await loading;
    });
  }

  it('load on for one who wants what another one no longer wants to prefetch', async () => {
    const answer = new Deferred<undefined>();
    crm.hold = () => answer.promise;
    const leaving = new AbortController();
    const prefetched = first.prefetch(KLAUS, leaving.signal);
    const record = first.record(KLAUS);
    await world.settle();
    leaving.abort();
    const next = first.record(KLAUS);
    answer.resolve(undefined);
    await during(prefetched);
    expect((await record).title).to.equal('Klaus Weber');
    expect(await next).to.equal(await record);
    expect(loads()).to.equal(1);
  });

  it('pass on what a load has brought of the type', async () => {
    crm.portal.session = {...crm.portal.session, memberId: ''};
    await during(first.record(KLAUS));
    crm.items.set('3:18', {...CONTACT_17, id: 18});
    await during(second.record({typeId: 3, id: 18}));
    expect(crm.count('crm.item.fields')).to.equal(1);
  });
});
