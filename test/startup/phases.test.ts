import {expect} from '@open-wc/testing';
import {startupPhases} from '../../src/startup/phases.js';
import {Deferred} from '../support/fake-portal.js';
import {ManualTime, settled} from '../support/manual-time.js';

describe('the phases of a page’s start', () => {
  let clock: ManualTime;
  let request: Deferred<void>;
  let render: Deferred<void>;
  /** What is over, in its order. */
  let over: string[];

  beforeEach(() => {
    clock = new ManualTime();
    request = new Deferred();
    render = new Deferred();
    over = [];
    const phases = startupPhases(request.promise, render.promise, clock);
    void phases.requestSent.then(() => over.push('request'));
    void phases.firstRender.then(() => over.push('render'));
  });

  it('end with the request, and then with the render', async () => {
    await settled();
    expect(over).to.deep.equal([]);
    request.resolve();
    await settled();
    expect(over).to.deep.equal(['request']);
    render.resolve();
    await settled();
    expect(over).to.deep.equal(['request', 'render']);
    expect(clock.pending).to.equal(0);
  });

  it('end in this order where the record was there before', async () => {
    render.resolve();
    await settled();
    expect(over).to.deep.equal([]);
    request.resolve();
    await settled();
    expect(over).to.deep.equal(['request', 'render']);
  });

  it('end where what they wait for has failed', async () => {
    request.reject(new Error('offline'));
    render.reject(new Error('offline'));
    await settled();
    expect(over).to.deep.equal(['request', 'render']);
  });

  it('last no longer than an operator would wait: 300 ms, and 600 ms more', async () => {
    await clock.pass(299);
    expect(over).to.deep.equal([]);
    await clock.pass(1);
    expect(over).to.deep.equal(['request']);
    await clock.pass(599);
    expect(over).to.deep.equal(['request']);
    await clock.pass(1);
    expect(over).to.deep.equal(['request', 'render']);
  });
});
