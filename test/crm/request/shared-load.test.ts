/** What a load takes from the other frames, and what it leaves to the portal. */
import {expect} from '@open-wc/testing';
import type {JsonObject} from '../../../src/model/parse/reading.js';
import {writeSharedAnswers} from '../../../src/model/crm/record-payload.js';
import {FakeHubWorld} from '../../support/fake-hub-world.js';
import {
  ANNA,
  failed,
  KLAUS,
  ok,
  recordCalls,
  threeFrames,
  TYPE_CALLS,
  type LoadingFrame,
} from '../frames-at-one-portal.js';

const [ITEM = '', PEOPLE = ''] = Object.keys(recordCalls(KLAUS));
const OF_TYPE = Object.keys(TYPE_CALLS);
const FOR_ALL_TIME = new AbortController().signal;

describe('a load of a record', () => {
  let world: FakeHubWorld;
  let first: LoadingFrame;
  let second: LoadingFrame;
  let third: LoadingFrame;

  beforeEach(async () => {
    world = new FakeHubWorld();
    [first, second, third] = await threeFrames(world);
  });

  /** Another frame shows the record that it has loaded. */
  const shownByFirst = async (): Promise<void> => {
    (await first.load()).offerUntil(FOR_ALL_TIME);
    await world.settle();
  };

  it('asks the portal where no frame has the record', async () => {
    const load = await first.load();
    expect(first.batches).to.deep.equal([[ITEM, PEOPLE, ...OF_TYPE]]);
    expect(load.at).to.equal(world.time.now());
    expect([...load.answers.all.keys()]).to.deep.equal([ITEM, PEOPLE, ...OF_TYPE]);
  });

  it('is never old when it is this frame’s own', async () => {
    const load = await first.load();
    await world.pass(3_600_000);
    expect(load.isOld).to.equal(false);
  });

  it('works in a frame that shares nothing', async () => {
    const load = await first.load({unshared: true});
    load.offerUntil(FOR_ALL_TIME);
    const names = await load.runOnce({users_9: {method: 'user.get', parameters: {}}});
    expect([...names.keys()]).to.deep.equal(['users_9']);
    await second.load();
    expect(second.batches).to.have.length(1);
  });

  for (const reload of [false, true]) {
    it(`knows what the portal refuses for good, ${reload ? 'also' : 'but not'} for a reload`, async () => {
      const refused = failed('not-allowed');
      first.store.learn(TYPE_CALLS, new Map([['profile', refused]]));
      const load = await first.begin({reload});
      expect([...load.answers.all]).to.deep.equal([['profile', refused]]);
      expect(load.at).to.equal(world.time.now());
    });
  }

  describe('while another frame loads the record', () => {
    it('waits for it, and takes its answers, its labels and its time', async () => {
      const loading = await first.begin();
      await world.pass(300);
      const waiting = second.begin();
      // However long the portal makes that frame wait.
      await world.pass(20_000);
      await first.finish(loading);
      const load = await waiting;
      expect(load.at).to.equal(loading.at);
      expect([...load.answers.all.keys()]).to.deep.equal([ITEM, PEOPLE]);
      expect(second.store.unknownOf(TYPE_CALLS)).to.deep.equal({});
      await second.finish(load);
      expect(second.batches).to.deep.equal([]);
    });

    it('asks the portal for what can’t be read of that', async () => {
      const turn = await first.share.ask(`en ${ITEM}`, FOR_ALL_TIME);
      const waiting = second.begin();
      await world.settle();
      if (turn.status === 'own') turn.give(() => ({answers: 'nonsense'}), 1000);
      await second.finish(await waiting);
      expect(second.batches).to.deep.equal([[ITEM, PEOPLE, ...OF_TYPE]]);
      expect(second.store.usersRefused).to.equal(false);
    });

    for (const [why, setup] of [
      ['it is in another language', {language: 'de'}],
      ['it is another record', {ref: ANNA}],
      ['it is a reload', {reload: true}],
    ] as const) {
      it(`does not wait for it when ${why}`, async () => {
        await first.begin();
        await second.load(setup);
        expect(second.batches).to.have.length(1);
      });
    }
  });

  describe('after another frame has loaded the record', () => {
    for (const [ms, batches] of [
      [2999, 0],
      [3000, 1],
    ] as const) {
      it(`${batches === 0 ? 'takes it' : 'asks the portal'} ${ms} ms later`, async () => {
        await first.load();
        await world.pass(ms);
        await second.load();
        expect(second.batches).to.have.length(batches);
      });
    }

    for (const [age, maxAge, batches] of [
      [5000, 5000, 0],
      [5001, 5000, 1],
      [60_000, Infinity, 0],
    ] as const) {
      const does = batches === 0 ? 'takes what is shown' : 'does not take what is shown';
      it(`${does} there after ${age} ms, of ${maxAge} ms allowed`, async () => {
        await shownByFirst();
        const {at} = await first.begin({unshared: true});
        await world.pass(age);
        const load = await second.load({maxAge});
        expect(second.batches).to.have.length(batches);
        expect(load.at).to.equal(batches === 0 ? at : world.time.now());
        expect(load.isOld).to.equal(batches === 0 && age > 5000);
      });
    }

    it('takes its record as one of five seconds ago, and as an old one from then on', async () => {
      await shownByFirst();
      const load = await second.load();
      await world.pass(5000);
      expect(load.isOld).to.equal(false);
      await world.pass(1);
      expect(load.isOld).to.equal(true);
    });

    it('does not keep others waiting when it took what is shown', async () => {
      await shownByFirst();
      await world.pass(4000);
      await second.begin();
      const turn = third.share.ask(`en ${ITEM}`, FOR_ALL_TIME);
      await world.settle();
      expect(await turn).to.include({status: 'own'});
      expect(second.batches).to.deep.equal([]);
    });

    it('does not take what is shown there for a reload, nor once it is no longer shown', async () => {
      const shown = new AbortController();
      (await first.load()).offerUntil(shown.signal);
      await world.pass(4000);
      await second.load({reload: true});
      expect(second.batches).to.have.length(1);
      shown.abort();
      await world.settle();
      await third.load();
      expect(third.batches).to.have.length(1);
    });

    it('is found with the names that came after it', async () => {
      const load = await first.load();
      load.offerUntil(FOR_ALL_TIME);
      await load.runOnce({users_9: {method: 'user.get', parameters: {}}});
      await world.pass(4000);
      expect([...(await second.load()).answers.all.keys()]).to.include('users_9');
    });

    for (const [words, ahead, batches] of [
      ['a little', 1000, 0],
      ['much', 1001, 1],
    ] as const) {
      it(`${batches === 0 ? 'bears' : 'does not trust'} a clock that is ${words} ahead`, async () => {
        const at = world.time.now() + ahead;
        const offer = (): JsonObject =>
          writeSharedAnswers({at, answers: new Map([[ITEM, ok({})]]), metadata: new Map()});
        first.share.offer('en record_3_17', offer);
        await world.settle();
        const load = await second.begin();
        expect(load.answers.all.has(ITEM)).to.equal(batches === 0);
        expect(load.at).to.equal(batches === 0 ? at : world.time.now());
      });
    }
  });

  describe('of a frame that may not see people', () => {
    it('tells the others so by their absence', async () => {
      const answers = new Map([[ITEM, ok({})]]);
      const offer = (): JsonObject =>
        writeSharedAnswers({at: world.time.now(), answers, metadata: new Map()});
      first.share.offer('en record_3_17', offer);
      await world.settle();
      await second.begin();
      expect(second.store.usersRefused).to.equal(true);
    });

    it('is not taken for one when the people have come', async () => {
      await shownByFirst();
      await second.load();
      expect(second.store.usersRefused).to.equal(false);
    });
  });

  describe('of a type that another frame knows', () => {
    it('asks for the record only, however long ago that was', async () => {
      await first.load();
      await world.pass(60_000);
      await second.load({ref: ANNA});
      expect(second.batches).to.deep.equal([Object.keys(recordCalls(ANNA))]);
    });

    it('does not look for what it knows itself', async () => {
      await first.load();
      await second.load({ref: ANNA, unshared: true});
      await world.pass(60_000);
      await second.load({ref: ANNA});
      expect(world.posted.filter(({text}) => text.includes('en type_3'))).to.deep.equal([]);
    });

    it('looks for it when one of the answers is lacking', async () => {
      first.answer = (key) => (key === 'profile' ? failed('limit-reached') : ok([]));
      await first.load({unshared: true});
      await second.load({ref: ANNA});
      await first.load();
      expect(first.batches.at(-1)).to.not.include('profile');
    });

    it('asks for labels in its own language', async () => {
      await first.load();
      await second.load({ref: ANNA, language: 'de'});
      expect(second.batches[0]).to.include.members(OF_TYPE);
    });

    it('passes on what it was given, also when the first one has gone', async () => {
      await first.load();
      await world.pass(4000);
      await second.load({ref: ANNA});
      first.frame.close();
      await world.settle();
      await third.load({ref: {typeId: 3, id: 19}});
      expect(third.batches).to.deep.equal([['item_3_19', 'people_3_19']]);
    });

    it('passes on what a reload has brought', async () => {
      await first.load({reload: true});
      await second.load({ref: ANNA});
      expect(second.batches).to.deep.equal([Object.keys(recordCalls(ANNA))]);
    });

    it('does not pass on a part of it', async () => {
      first.answer = (key) => (key === 'profile' ? failed('limit-reached') : ok([]));
      await first.load();
      const found = second.share.find('en type_3', FOR_ALL_TIME);
      await world.settle();
      expect(await found).to.equal(undefined);
    });
  });
});
