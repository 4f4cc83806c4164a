/** Whose turn it is, and what a frame tells the others: each message, and none that nobody needs. */
import {expect} from '@open-wc/testing';
import type {PeerChannel} from '../../../src/model/hub/peer-channel.js';
import {MOST_HUB_CHARACTERS} from '../../../src/model/parse/hub-values.js';
import {Deferred} from '../../support/fake-portal.js';
import {FakeHubWorld, TAB, type WorldSetup} from '../../support/fake-hub-world.js';
import {later, loadsOf, Sharer, sharers} from './sharer.js';

const by = (name: string) => () => Promise.resolve({by: name});
const never = (): Promise<never> => new Promise(() => undefined);
/** What a message has beside its data, at most. */
const ENVELOPE = 2000;

async function during<T>(world: FakeHubWorld, promise: Promise<T>): Promise<T> {
  await world.settle();
  return promise;
}

async function pair(world: FakeHubWorld): Promise<readonly [Sharer, Sharer]> {
  return [new Sharer(world, await world.open(TAB)), new Sharer(world, await world.open(TAB))];
}

/** The kinds of the messages with data that were posted after `before` others. */
const kindsAfter = (world: FakeHubWorld, before: number): readonly string[] =>
  world.posted.slice(before).flatMap(({text}) => /"kind":"(want|have|lack)"/.exec(text)?.[1] ?? []);

const WORLDS: readonly (WorldSetup & {readonly words: string})[] = [
  {words: 'with locks', locks: 'granted'},
  {words: 'without locks', locks: 'absent'},
];

for (const {words, ...setup} of WORLDS) {
  describe(`a turn to load ${words}`, () => {
    let world: FakeHubWorld;
    let first: Sharer;
    let second: Sharer;
    let third: Sharer;

    beforeEach(async () => {
      world = new FakeHubWorld(setup);
      [first, second] = await pair(world);
      third = new Sharer(world, await world.open(TAB));
    });

    it('is taken at once by a frame that has it already, for itself alone', async () => {
      void first.get(never);
      await world.pass(200);
      const posted = world.posted.length;
      expect(await during(world, first.ask())).to.include({status: 'own'});
      expect(kindsAfter(world, posted)).to.deep.equal([]);
    });

    it('costs no message with data where nobody waits', async () => {
      const posted = world.posted.length;
      void first.get(by('first'));
      await world.pass(1500);
      expect(kindsAfter(world, posted).filter((kind) => kind !== 'want')).to.deep.equal([]);
    });

    it('that is given up where nobody waits costs no message', async () => {
      const turn = first.ask();
      await world.pass(200);
      const posted = world.posted.length;
      const {status, ...own} = await turn;
      expect(status).to.equal('own');
      if ('giveUp' in own) own.giveUp();
      await world.settle();
      expect(kindsAfter(world, posted)).to.deep.equal([]);
    });

    it('does not hold back what another frame gives meanwhile', async () => {
      void first.get(by('first'), 10_000);
      await world.pass(200);
      const undecided = second.ask('another');
      const got = second.ask();
      expect(await during(world, got)).to.include({status: 'given'});
      await world.pass(200);
      await undecided;
    });

    it('goes to another frame as soon as the page that had it is closed', async () => {
      void first.get(never);
      await world.pass(200);
      const got = Promise.all([second, third].map((each) => each.get(by('next'))));
      await world.pass(200);
      first.frame.close();
      await world.pass(600);
      expect(await got).to.deep.equal([{by: 'next'}, {by: 'next'}]);
      expect(loadsOf([second, third])).to.equal(1);
    });

    for (const [length, loads] of [
      [MOST_HUB_CHARACTERS - ENVELOPE, 1],
      [MOST_HUB_CHARACTERS - ENVELOPE + 1, 2],
    ] as const) {
      it(`${loads === 1 ? 'gives' : 'does not give'} ${length} characters`, async () => {
        const data = {by: ''};
        data.by = 'x'.repeat(length - JSON.stringify(data).length);
        void first.get(() => Promise.resolve(data), 10_000);
        await world.pass(200);
        const got = second.get(() => Promise.resolve(data));
        await world.pass(200);
        await got;
        expect(loadsOf([first, second])).to.equal(loads);
      });
    }

    it('that nobody wanted to wait for is not given to others', async () => {
      void first.get(never);
      await world.pass(200);
      const alone = second.ask();
      await world.pass(200);
      second.leave();
      const turn = await during(world, alone);
      if (turn.status === 'own') turn.give(() => ({by: 'second'}), 10_000);
      let given: unknown;
      void third.ask().then((end) => (given = end));
      await world.pass(1000);
      expect(given).to.equal(undefined);
    });

    it('is not offered by one who has left before', async () => {
      // Whether there are locks is known from the first question on.
      for (const each of [first, second]) void each.ask('other');
      await world.pass(400);
      first.share.offer('record', () => ({by: 'first'}), AbortSignal.abort());
      const found = second.find('record');
      await world.pass(250);
      expect(await found).to.equal(undefined);
    });
  });
}

describe('a turn to load, by locks', () => {
  it('goes to one of those who wait when it is given up', async () => {
    const world = new FakeHubWorld({locks: 'granted'});
    const [first, ...others] = await sharers(world, 3);
    const turn = await first?.ask();
    const got = Promise.all(others.map((each) => each.get(() => later(world, 100, {by: 'next'}))));
    await world.settle();
    if (turn?.status === 'own') turn.giveUp();
    await world.pass(200);
    expect(await got).to.deep.equal([{by: 'next'}, {by: 'next'}]);
    expect(loadsOf(others)).to.equal(1);
  });

  for (const [answerMs, silentMs] of [
    [undefined, 200],
    [1000, 1000],
  ] as const) {
    it(`is not waited for longer than ${silentMs} ms where something is only looked for`, async () => {
      const world = new FakeHubWorld({locks: 'granted'});
      const [first, second] = await sharers(world, 2);
      first?.share.offer('record', () => ({by: 'first'}));
      await world.settle();
      first?.frame.freeze(false);
      const ends: unknown[] = [];
      const {signal} = new AbortController();
      void second?.share.find('record', signal, answerMs).then((end) => ends.push(end));
      await world.pass(silentMs - 1);
      expect(ends).to.deep.equal([]);
      await world.pass(1);
      expect(ends).to.deep.equal([undefined]);
    });
  }

  for (const isLoaded of [false, true]) {
    it(`is told of when the frames meet, ${isLoaded ? 'with' : 'before'} what was loaded`, async () => {
      const world = new FakeHubWorld({locks: 'granted'});
      const connected = new Deferred<PeerChannel>();
      const frame = await world.open(TAB);
      const first = new Sharer(world, frame, connected.promise);
      const [second] = await sharers(world, 1);
      const data = new Deferred<{by: string}>();
      void first.get(() => data.promise, 100);
      await world.settle();
      const got = second?.get(by('second'));
      await world.settle();
      if (isLoaded) data.resolve({by: 'first'});
      await world.pass(4000);
      connected.resolve(frame.hub.data);
      await world.pass(4000);
      data.resolve({by: 'first'});
      await world.settle();
      expect(await got).to.deep.equal({by: 'first'});
    });
  }

  it('is not asked for once the frame has stopped waiting for the others', async () => {
    const world = new FakeHubWorld({locks: 'granted'});
    const [first] = await sharers(world, 1);
    void first?.get(never);
    await world.pass(200);
    const connected = new Deferred<PeerChannel>();
    const frame = await world.open(TAB);
    const late = new Sharer(world, frame, connected.promise);
    const turn = late.ask();
    await world.settle();
    late.leave();
    await during(world, turn);
    const posted = world.posted.length;
    connected.resolve(frame.hub.data);
    await world.settle();
    expect(kindsAfter(world, posted)).to.deep.equal([]);
  });

  it('is told to nobody when no other frame is there', async () => {
    const world = new FakeHubWorld({locks: 'granted'});
    const connected = new Deferred<PeerChannel>();
    const frame = await world.open(TAB);
    const only = new Sharer(world, frame, connected.promise);
    void only.get(never);
    await world.settle();
    const posted = world.posted.length;
    connected.resolve(frame.hub.data);
    await world.settle();
    expect(kindsAfter(world, posted)).to.deep.equal([]);
  });
});

describe('a turn to load, by questions', () => {
  let world: FakeHubWorld;
  beforeEach(() => {
    world = new FakeHubWorld({locks: 'absent'});
  });

  it('costs a frame that is alone no message and no time', async () => {
    const [only] = await sharers(world, 1);
    const posted = world.posted.length;
    expect(await during(world, only?.get(by('only')) ?? never())).to.deep.equal({by: 'only'});
    expect(await during(world, only?.find('another') ?? never())).to.equal(undefined);
    expect(world.posted).to.have.length(posted);
  });

  it('is the one’s with the lower id, of two that ask at one moment', async () => {
    const all = await sharers(world, 2);
    const got = Promise.all(all.map((each) => each.get(() => later(world, 300, {by: 'one'}))));
    await world.pass(1000);
    await got;
    expect(all.map(({loads}) => loads)).to.deep.equal([1, 0]);
  });

  it('is one frame’s, also when the one with the lower id asks a moment later', async () => {
    const [first, second] = await pair(world);
    const data = (): Promise<{by: string}> => later(world, 300, {by: 'one'});
    const got = [second.get(data)];
    await world.pass(100);
    got.push(first.get(data));
    await world.pass(1000);
    await Promise.all(got);
    expect(first.loads).to.equal(1);
    expect(second.loads).to.equal(0);
  });

  it('is everybody’s at once when it is given up', async () => {
    const [first, ...others] = await sharers(world, 3);
    const turn = first?.ask();
    await world.pass(200);
    const got = Promise.all(others.map((each) => each.get(by('each'))));
    await world.pass(200);
    const own = await turn;
    if (own?.status === 'own') own.giveUp();
    await world.settle();
    await got;
    expect(loadsOf(others)).to.equal(2);
  });

  it('is looked for 150 ms', async () => {
    const [, second] = await sharers(world, 2);
    void second?.ask('other');
    await world.pass(200);
    const ends: unknown[] = [];
    void second?.find('record').then((end) => ends.push(end));
    await world.pass(149);
    expect(ends).to.deep.equal([]);
    await world.pass(1);
    expect(ends).to.deep.equal([undefined]);
  });

  it('that a frame has twice is over with the second', async () => {
    const [first, second] = await pair(world);
    const asked = [first.ask(), first.ask()];
    await world.pass(200);
    const [one] = await Promise.all(asked);
    if (one?.status === 'own') one.giveUp();
    const ends: unknown[] = [];
    void second.ask().then((end) => ends.push(end));
    await world.pass(1000);
    expect(ends, 'it waits for the second').to.deep.equal([]);
  });
});
