import {expect} from '@open-wc/testing';
import {FakeHubWorld, type WorldSetup} from '../../support/fake-hub-world.js';
import {later, loadsOf, sharers} from './sharer.js';

const WORLDS: readonly (WorldSetup & {readonly words: string})[] = [
  {words: 'with locks', locks: 'granted'},
  {words: 'without locks', locks: 'absent'},
];

for (const {words, ...setup} of WORLDS) {
  describe(`what frames share ${words}`, function () {
    this.timeout(30_000);

    it('is loaded once by ten that want it at one moment', async () => {
      const world = new FakeHubWorld(setup);
      const all = await sharers(world, 10);
      const load = () => later(world, 300, {by: 'one'});
      const got = Promise.all(all.map((each) => each.get(load)));
      await world.pass(1500);
      expect(await got).to.deep.equal(all.map(() => ({by: 'one'})));
      expect(loadsOf(all)).to.equal(1);
    });

    it('is given for a while to those who ask later, and loaded anew after it', async () => {
      const world = new FakeHubWorld(setup);
      const [first, second] = await sharers(world, 2);
      for (const [pause, who, by] of [
        [0, first, 'first'],
        [500, second, 'first'],
        [1000, second, 'second'],
      ] as const) {
        await world.pass(pause);
        const got = who?.get(() => Promise.resolve({by: who === first ? 'first' : 'second'}));
        await world.pass(200);
        expect(await got, `after ${pause} ms`).to.deep.equal({by});
      }
    });

    for (const end of ['close', 'die'] as const) {
      it(`comes from another one when the page that loads it does ${end}`, async () => {
        const world = new FakeHubWorld(setup);
        const [first, ...others] = await sharers(world, 4);
        void first?.get(() => new Promise(() => undefined));
        await world.pass(200);
        const got = Promise.all(
          others.map((each) => each.get(() => later(world, 300, {by: 'next'}))),
        );
        await world.pass(200);
        expect(loadsOf(others), 'they wait').to.equal(0);
        first?.frame[end]();
        await world.pass(6000);
        expect(await got).to.deep.equal(others.map(() => ({by: 'next'})));
        expect(loadsOf(others)).to.equal(1);
      });
    }

    it('is loaded by everybody when it is too large for a message', async () => {
      const world = new FakeHubWorld(setup);
      const all = await sharers(world, 3);
      const large = {by: 'x'.repeat(600_000)};
      const got = Promise.all(all.map((each) => each.get(() => later(world, 200, large))));
      await world.pass(1500);
      expect((await got).every((each) => each === large)).to.equal(true);
      expect(loadsOf(all)).to.equal(3);
      expect(all.flatMap(({frame}) => frame.faults)).to.deep.equal([]);
    });

    it('is loaded by this frame when the one that has it is frozen', async () => {
      const world = new FakeHubWorld(setup);
      const [first, second] = await sharers(world, 2);
      void first?.get(() => new Promise(() => undefined));
      await world.pass(200);
      first?.frame.freeze(false);
      const got = second?.get(() => Promise.resolve({by: 'second'}));
      await world.pass(5500);
      expect(await got).to.deep.equal({by: 'second'});
    });

    it('is waited for as long as the one that loads it says that it is at it', async () => {
      const world = new FakeHubWorld(setup);
      const [first, ...others] = await sharers(world, 3);
      void first?.get(() => later(world, 40_000, {by: 'first'}));
      await world.pass(200);
      const got = Promise.all(others.map((each) => each.get(() => Promise.resolve({by: '?'}))));
      await world.pass(40_000);
      expect(await got).to.deep.equal(others.map(() => ({by: 'first'})));
    });

    it('is loaded by another one when the one that was at it freezes', async () => {
      const world = new FakeHubWorld(setup);
      const [first, ...others] = await sharers(world, 3);
      void first?.get(() => new Promise(() => undefined));
      await world.pass(200);
      const got = Promise.all(others.map((each) => each.get(() => Promise.resolve({by: 'next'}))));
      await world.pass(1000);
      expect(loadsOf(others), 'they wait').to.equal(0);
      first?.frame.freeze(false);
      await world.pass(10_500);
      expect(await got).to.deep.equal(others.map(() => ({by: 'next'})));
    });

    it('is waited for no longer when nobody wants it any more', async () => {
      const world = new FakeHubWorld(setup);
      const [first, second] = await sharers(world, 2);
      void first?.get(() => new Promise(() => undefined));
      await world.pass(200);
      const turn = second?.ask();
      await world.pass(200);
      second?.leave();
      expect(await turn).to.include({status: 'own'});
    });

    it('is found where it is offered, and not waited for where it is loading', async () => {
      const world = new FakeHubWorld(setup);
      const [first, second] = await sharers(world, 2);
      // Whether there are locks is known from the first question on.
      void first?.get(() => new Promise(() => undefined));
      await world.pass(200);
      first?.share.offer('type', () => ({labels: 'all'}));
      await world.settle();
      const found = second?.find('type');
      const nothing = second?.find('another');
      await world.pass(250);
      expect(await found).to.deep.equal({labels: 'all'});
      expect(await nothing).to.equal(undefined);
    });

    it('is offered until the last one in the frame lets it go, then by the next frame', async () => {
      const world = new FakeHubWorld(setup);
      const [first, second, third] = await sharers(world, 3);
      // Whether there are locks is known from the first question on.
      for (const each of [first, second, third]) void each?.ask('other');
      await world.pass(400);
      const [one, another, later] = Array.from({length: 3}, () => new AbortController());
      first?.share.offer('record', () => ({by: 'first, old'}), one?.signal);
      first?.share.offer('record', () => ({by: 'first'}), another?.signal);
      await world.settle();
      second?.share.offer('record', () => ({by: 'second'}), later?.signal);
      await world.settle();
      const found = async (): Promise<unknown> => {
        const finding = third?.find('record');
        await world.pass(250);
        return finding;
      };
      if (setup.locks === 'granted') expect(await found()).to.deep.equal({by: 'first'});
      one?.abort();
      if (setup.locks === 'granted') expect(await found()).to.deep.equal({by: 'first'});
      another?.abort();
      expect(await found()).to.deep.equal({by: 'second'});
      later?.abort();
      expect(await found()).to.equal(undefined);
    });
  });
}

describe('what frames share', () => {
  it('costs a frame that is alone no message and no time', async () => {
    const world = new FakeHubWorld();
    const [only] = await sharers(world, 1);
    const before = world.posted.length;
    const got = only?.get(() => Promise.resolve({by: 'only'}));
    await world.settle();
    expect(await got).to.deep.equal({by: 'only'});
    expect(world.posted).to.have.length(before);
  });

  it('is loaded by the next in order when the load is given up', async () => {
    const world = new FakeHubWorld();
    const [first, second] = await sharers(world, 2);
    const turn = await first?.ask();
    const got = second?.get(() => Promise.resolve({by: 'second'}));
    await world.settle();
    expect(second?.loads).to.equal(0);
    if (turn?.status === 'own') turn.giveUp();
    await world.settle();
    expect(await got).to.deep.equal({by: 'second'});
  });

  it('is begun at one moment when it is wanted at one moment', async () => {
    const world = new FakeHubWorld({locks: 'absent'});
    const [first] = await sharers(world, 2);
    const turns: string[] = [];
    for (const key of ['a', 'b', 'c']) {
      void first?.ask(key).then(() => turns.push(key));
      await world.pass(50);
    }
    await world.pass(50);
    expect(turns, 'the first has been decided').to.deep.equal([]);
    await world.pass(100);
    expect(turns).to.deep.equal(['a', 'b', 'c']);
  });
});
