import {expect} from '@open-wc/testing';
import {pauseFor, retryingRest} from '../../../src/crm/request/retrying-rest.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {FakePortal} from '../../support/fake-portal.js';
import {ManualTime, settled} from '../../support/manual-time.js';
import {rejectionOf} from '../../support/rejection.js';

const HOUR = 3_600_000;

function answering(...answers: readonly (CallCardError | number)[]) {
  const rest = [...answers];
  const portal = new FakePortal();
  portal.restAnswer = () => {
    const next = rest.length > 1 ? rest.shift() : rest[0];
    return next instanceof CallCardError
      ? Promise.reject(next)
      : Promise.resolve({result: next, total: null, next: null});
  };
  const leaving = new AbortController();
  const time = new ManualTime();
  const request = retryingRest({portal, time, signal: leaving.signal}, 'crm.item.get', {id: 17});
  return {portal, time, leaving, request};
}

describe('retryingRest', () => {
  it('asks once where the portal answers', async () => {
    const {portal, request} = answering(5);
    expect((await request).result).to.equal(5);
    expect(portal.requests).to.deep.equal([{method: 'crm.item.get', parameters: {id: 17}}]);
  });

  it('asks again after a pause where the error passes', async () => {
    const {portal, time, request} = answering(new CallCardError('limit-reached', ''), 5);
    await settled();
    expect(portal.requests).to.have.length(1);
    await time.pass(HOUR);
    expect((await request).result).to.equal(5);
    expect(portal.requests).to.have.length(2);
  });

  it('does not ask again where that is of no use', async () => {
    const error = new CallCardError('not-found', '');
    const {portal, request} = answering(error);
    expect(await rejectionOf(request)).to.equal(error);
    expect(portal.requests).to.have.length(1);
  });

  it('gives up some time, with the last error', async () => {
    const errors = Array.from(
      {length: 9},
      (_, index) => new CallCardError('limit-reached', String(index)),
    );
    const {portal, time, request} = answering(...errors);
    const rejection = rejectionOf(request);
    await settled();
    await time.pass(HOUR);
    const {message} = await rejection;
    expect(message).to.equal(String(portal.requests.length - 1));
    expect(portal.requests.length).to.be.within(2, 8);
  });

  it('does not ask again when nobody wants the answer any more', async () => {
    const error = new CallCardError('limit-reached', '');
    const {portal, time, leaving, request} = answering(error);
    const rejection = rejectionOf(request);
    await settled();
    leaving.abort();
    expect(await rejection).to.equal(error);
    expect(time.pending).to.equal(0);
    expect(portal.requests).to.have.length(1);
  });
});

describe('pauseFor', () => {
  it('resolves after its time, with whether anybody still wants it', async () => {
    const time = new ManualTime();
    const pauses: boolean[] = [];
    void pauseFor(100, [new AbortController()], time).then((isWanted) => pauses.push(isWanted));
    await time.pass(99);
    expect(pauses).to.deep.equal([]);
    await time.pass(1);
    expect(pauses).to.deep.equal([true]);
  });

  it('lasts as long as one of the group wants it', async () => {
    const time = new ManualTime();
    const [first, second] = [new AbortController(), new AbortController()];
    const pauses: boolean[] = [];
    void pauseFor(100, [first, second], time).then((isWanted) => pauses.push(isWanted));
    first.abort();
    await settled();
    expect([pauses, time.pending]).to.deep.equal([[], 1]);
    second.abort();
    await settled();
    expect([pauses, time.pending]).to.deep.equal([[false], 0]);
  });

  it('does not begin where nobody wants it', async () => {
    const time = new ManualTime();
    expect(await pauseFor(100, [{signal: AbortSignal.abort()}], time)).to.equal(false);
    expect(await pauseFor(100, [], time)).to.equal(false);
    expect(time.pending).to.equal(0);
  });
});
