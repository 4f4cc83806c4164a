/** Frames of which the browser gives some their locks and denies them to others, in one hub. */
import {expect} from '@open-wc/testing';
import {FakeHubWorld, TAB, type FakeHubFrame} from '../support/fake-hub-world.js';

/** Lets time pass and returns how many led at most, and in the end. */
async function leadersDuring(world: FakeHubWorld, milliseconds: number) {
  let most = 0;
  for (let passed = 0; passed < milliseconds; passed += 50) {
    await world.pass(50);
    most = Math.max(most, leaders(world).length);
  }
  return {most, end: leaders(world).length};
}

function leaders({frames}: FakeHubWorld): readonly FakeHubFrame[] {
  return frames.filter(({leads}) => leads);
}

const ONE = {most: 1, end: 1};

describe('a hub in which some frames have no locks', () => {
  for (const locks of ['refused', 'absent'] as const) {
    it(`has one leader when one comes whose locks are ${locks}`, async () => {
      const world = new FakeHubWorld();
      const [first] = [await world.open(), await world.open()];
      await world.pass(1000);
      const other = await world.open({locks});
      expect(await leadersDuring(world, 10_000)).to.deep.equal(ONE);
      expect(leaders(world), 'it goes on leading').to.deep.equal([first]);
      expect(first.hub.state).to.include({liveness: 'heartbeat'});
      expect(first.hub.state).to.have.nested.property('frames.length', 2);
      expect(other.hub.state).to.have.nested.property('frames.length', 2);
    });
  }

  it('does not begin the leader anew', async () => {
    const world = new FakeHubWorld();
    const first = await world.open();
    await world.pass(1000);
    const seen: boolean[] = [];
    first.changed = () => seen.push(first.leads);
    await world.open({locks: 'absent'});
    await world.pass(5000);
    expect(seen).to.not.include(false);
  });

  it('has one leader when one comes that has locks', async () => {
    const world = new FakeHubWorld();
    const first = await world.open({locks: 'absent'});
    await world.pass(1000);
    const other = await world.open();
    expect(await leadersDuring(world, 10_000)).to.deep.equal(ONE);
    expect(leaders(world)).to.deep.equal([first]);
    expect(other.hub.state).to.include({liveness: 'heartbeat'});
  });

  it('has one leader when all come at one moment', async () => {
    const world = new FakeHubWorld();
    for (const locks of ['granted', 'absent', 'granted', 'refused'] as const) {
      void world.add({locks}).hub.open();
    }
    await world.pass(3000);
    expect(await leadersDuring(world, 5000)).to.deep.equal(ONE);
    for (const {hub} of world.frames) {
      expect(hub.state).to.have.nested.property('frames.length', 3);
    }
  });

  for (const end of ['close', 'die'] as const) {
    for (const [words, own, other] of [
      ['has locks', 'granted', 'absent'],
      ['has none', 'absent', 'granted'],
    ] as const) {
      it(`has a new leader when the page of one that ${words} does ${end}`, async () => {
        const world = new FakeHubWorld();
        const first = await world.open({locks: own});
        const second = await world.open({locks: other});
        await world.open({...TAB, locks: own});
        await world.pass(2000);
        expect(leaders(world)).to.deep.equal([first]);
        first[end]();
        await world.pass(3000);
        expect(leaders(world)).to.deep.equal([second]);
      });
    }
  }

  it('lets the better suited frame lead, whether it has locks or not', async () => {
    const world = new FakeHubWorld();
    const [granted, absent] = [await world.open(), await world.open({locks: 'absent'})];
    await world.pass(1000);
    absent.change({rank: 'engine'});
    await world.pass(1000);
    expect(leaders(world)).to.deep.equal([absent]);
    absent.close();
    await world.pass(3000);
    expect(leaders(world)).to.deep.equal([granted]);
  });

  it('leaves no lock to a page that is asleep', async () => {
    const world = new FakeHubWorld();
    const first = await world.open();
    await world.open({locks: 'absent'});
    await world.pass(1000);
    first.freeze(true);
    await world.settle();
    expect(world.locks.held).to.deep.equal([]);
    await world.pass(3000);
    first.thaw(true);
    expect(await leadersDuring(world, 5000)).to.deep.equal(ONE);
  });
});
