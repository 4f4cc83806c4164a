/** Pages that are hidden: the browser runs their timers late, and delivers their messages as ever. */
import {expect} from '@open-wc/testing';
import {Punctuality} from '../../src/hub/membership/punctuality.js';
import {FakeHubWorld, TAB, type FakeHubFrame} from '../support/fake-hub-world.js';

const SECOND = 1000;
const MINUTE = 60_000;

describe('without locks, in a hub with hidden pages', function () {
  // Minutes pass in steps of 50 ms, which takes WebKit some seconds.
  this.timeout(60_000);
  for (const [words, period] of [
    ['once a second', SECOND],
    ['once a minute', MINUTE],
  ] as const) {
    it(`the leader goes on while its timers run ${words}`, async () => {
      const {world, first, changes} = await worldWithLeader();
      first.throttle(period);
      await world.pass(33_000);
      expect(first.leads).to.equal(true);
      expect(changes()).to.equal(0);
      for (const frame of world.frames) {
        expect(frame.hub.state).to.have.nested.property('frames.length', 2);
      }
    });

    it(`the next leads within two seconds when a leader vanishes whose timers run ${words}`, async () => {
      const {world, first, second} = await worldWithLeader();
      first.throttle(period);
      await world.pass(45_000);
      first.die();
      await world.pass(2000);
      expect(second.leads).to.equal(true);
    });

    it(`and also when those of the next one do, while any page is shown`, async () => {
      const {world, first, second} = await worldWithLeader();
      second.throttle(period);
      await world.pass(45_000);
      first.die();
      await world.pass(2000);
      expect(second.leads).to.equal(true);
    });
  }

  it('the lead is handed over once when the timers run once a minute for long', async () => {
    const {world, first, second, changes} = await worldWithLeader();
    first.throttle(MINUTE);
    await world.pass(5 * MINUTE);
    expect([first.leads, second.leads]).to.deep.equal([false, true]);
    expect(second.hub.state).to.have.nested.property('frames[0].throttled', true);
    first.throttle(0);
    await world.pass(2 * MINUTE);
    expect(second.hub.state).to.have.nested.property('frames[0].throttled', false);
    // What has come back is suited as well, and an engine is not begun anew for that.
    expect(second.leads).to.equal(true);
    expect(changes()).to.equal(1);
  });

  it('a page that comes back leads again only when it has proved itself', async () => {
    const {world, first, second} = await worldWithLeader();
    first.throttle(MINUTE);
    await world.pass(5 * MINUTE);
    expect(second.leads).to.equal(true);
    first.throttle(0);
    await world.pass(5 * SECOND);
    second.throttle(MINUTE);
    await world.pass(5 * SECOND);
    expect(second.leads).to.equal(true);
    await world.pass(5 * MINUTE);
    expect([first.leads, second.leads]).to.deep.equal([true, false]);
  });

  it('an engine goes on before a page that only listens, however late its timers are', async () => {
    const world = new FakeHubWorld({locks: 'absent'});
    const engine = await world.open({rank: 'engine'});
    await world.open({rank: 'listening-worker'});
    const changes = countChanges(world);
    engine.throttle(MINUTE);
    await world.pass(5 * MINUTE);
    expect(engine.leads).to.equal(true);
    expect(changes()).to.equal(0);
  });

  it('an action is begun though the page that should note it has just vanished', async () => {
    const {world, first, second} = await worldWithLeader();
    const [, , tab] = world.frames;
    tab?.close();
    first.throttle(SECOND);
    await world.pass(5000);
    second.die();
    const outcome = first.hub.actions.requestAction({
      action: {name: 'answer'},
      callId: 'call',
      source: 'controls',
    });
    await world.pass(10_000);
    expect(first.acted).to.have.length(1);
    expect(await outcome).to.deep.equal({outcome: 'done'});
  });

  it('pages that are all hidden for long lose sight of nobody', async () => {
    const {world, first, changes} = await worldWithLeader();
    const counts = new Set<unknown>();
    for (const frame of world.frames) {
      frame.throttle(MINUTE);
      frame.changed = () => {
        const {state} = frame.hub;
        counts.add(state.status === 'joined' && state.frames.length);
      };
    }
    await world.pass(5 * MINUTE);
    expect([...counts]).to.deep.equal([2]);
    expect(first.leads).to.equal(true);
    expect(changes()).to.equal(0);
  });

  it('pages that are all hidden have a new leader within three seconds', async () => {
    const {world, first, second} = await worldWithLeader();
    for (const frame of world.frames) frame.throttle(SECOND);
    await world.pass(45_000);
    first.die();
    await world.pass(3000);
    expect(second.leads).to.equal(true);
  });
});

describe('the timers of a page', () => {
  const throttled = (delays: readonly number[]): readonly boolean[] => {
    const punctuality = new Punctuality(() => undefined);
    return delays.map((delay) => {
      punctuality.note(delay);
      return punctuality.isThrottled;
    });
  };

  it('are throttled when they are late by seconds, and more than once', () => {
    expect(throttled([0, 59_000, 0, 59_000, 59_000])).to.deep.equal([
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(throttled([900, 999, 1000, 900])).to.not.include(true);
  });

  it('are relied on again when they were on time for ten seconds', () => {
    const onTime = Array.from({length: 10}, () => 4);
    const [nine, ten] = throttled([59_000, 59_000, ...onTime]).slice(-2);
    expect([nine, ten]).to.deep.equal([true, false]);
    expect(
      throttled([59_000, 59_000, ...onTime.slice(1), 3000, ...onTime.slice(1)]).at(-1),
    ).to.equal(true);
  });
});

async function worldWithLeader() {
  const world = new FakeHubWorld({locks: 'absent'});
  const [first, second] = [await world.open({rank: 'engine'}), await world.open({rank: 'engine'})];
  await world.open(TAB);
  await world.pass(2000);
  if (!first.leads) throw new Error('The first should lead.');
  return {world, first, second, changes: countChanges(world)};
}

/** How often another frame has begun to lead since this was called. */
function countChanges({frames}: FakeHubWorld): () => number {
  let leader = frames.find(({leads}) => leads);
  let count = 0;
  const look = (frame: FakeHubFrame): void => {
    if (!frame.leads || frame === leader) return;
    leader = frame;
    count += 1;
  };
  for (const frame of frames) frame.changed = () => look(frame);
  return () => count;
}
