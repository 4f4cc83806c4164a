import {expect} from '@open-wc/testing';
import {SimulatorBackend} from '../../../../src/simulator/rest/simulator-backend.js';
import {StoppedClock, testPortal, type TestPortal} from '../test-portal.js';

describe('the request limit', () => {
  let clock: StoppedClock;
  let portal: TestPortal;

  beforeEach(async () => {
    clock = new StoppedClock();
    portal = await testPortal({}, new SimulatorBackend({clock: clock.read}));
  });

  async function statuses(count: number): Promise<number[]> {
    const answers: number[] = [];
    for (let index = 0; index < count; index++) answers.push((await portal.rest('scope')).status);
    return answers;
  }

  it('is off in a new portal', async () => {
    expect(new Set(await statuses(60))).to.deep.equal(new Set([200]));
  });

  it('takes fifty at once and then two a second', async () => {
    await portal.control('set-limit', {limit: true});
    expect((await statuses(51)).indexOf(503)).to.equal(50);
    clock.advanceSeconds(1);
    expect(await statuses(3)).to.deep.equal([200, 200, 503]);
    expect((await portal.rest('scope')).body).to.have.property('error', 'QUERY_LIMIT_EXCEEDED');
  });

  it('counts a batch once', async () => {
    await portal.control('set-limit', {limit: {burst: 1, drainPerSecond: 1}});
    const batch = await portal.batch({a: 'scope', b: 'scope', c: 'scope'});
    expect(batch['result']).to.have.all.keys('a', 'b', 'c');
    expect(await statuses(1)).to.deep.equal([503]);
  });

  it('can be switched off again', async () => {
    await portal.control('set-limit', {limit: {burst: 1, drainPerSecond: 1}});
    await portal.control('set-limit', {limit: false});
    expect(await statuses(3)).to.deep.equal([200, 200, 200]);
  });
});
