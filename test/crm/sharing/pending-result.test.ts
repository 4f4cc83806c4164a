import {expect} from '@open-wc/testing';
import {PendingResult, type WaitEnd} from '../../../src/crm/sharing/pending-result.js';
import {ManualTime, settled} from '../../support/manual-time.js';

const KEY = '3:17';

function pending(signal = new AbortController().signal) {
  const time = new ManualTime();
  const calls = {decided: 0, asked: 0};
  const result = new PendingResult({
    key: KEY,
    time,
    signal,
    silence: {ms: 100, end: {status: 'free'}},
    openMs: 1000,
    decided: () => (calls.decided += 1),
  });
  const ends: WaitEnd[] = [];
  void result.end.then((end) => ends.push(end));
  return {time, result, calls, ends, ask: () => result.ask(() => (calls.asked += 1))};
}

describe('PendingResult', () => {
  it('loads alone when the others can’t be reached in time', async () => {
    const {time, result, ends, calls} = pending();
    expect(result.key).to.equal(KEY);
    await time.pass(999);
    expect([ends, calls.decided]).to.deep.equal([[], 0]);
    await time.pass(1);
    expect(ends).to.deep.equal([{status: 'alone'}]);
    expect(calls.decided).to.equal(1);
    expect(result.over.aborted).to.equal(true);
  });

  it('ends as silence means, when nobody answers', async () => {
    const {time, ends, calls, ask} = pending();
    ask();
    expect(calls.asked).to.equal(1);
    await time.pass(99);
    expect(ends).to.deep.equal([]);
    await time.pass(1);
    expect(ends).to.deep.equal([{status: 'free'}]);
    expect(time.pending).to.equal(0);
  });

  it('gets what another frame has', async () => {
    const {time, result, ends, ask} = pending();
    ask();
    result.hear({kind: 'have', key: KEY, data: {a: 1}}, 'other');
    await settled();
    expect(ends).to.deep.equal([{status: 'given', data: {a: 1}}]);
    expect(time.pending).to.equal(0);
  });

  it('loads alone what can’t be passed on', async () => {
    const {result, ends, ask} = pending();
    ask();
    result.hear({kind: 'have', key: KEY, data: null}, 'other');
    await settled();
    expect(ends).to.deep.equal([{status: 'alone'}]);
  });

  it('believes a frame that is loading for five seconds, and asks again', async () => {
    const {time, result, calls, ends, ask} = pending();
    ask();
    expect(result.loader).to.equal(null);
    result.hear({kind: 'lack', key: KEY}, 'other');
    expect([result.loader, calls.decided]).to.deep.equal(['other', 1]);
    await time.pass(4999);
    expect(calls.asked).to.equal(1);
    await time.pass(1);
    expect(calls.asked).to.equal(2);
    expect(ends).to.deep.equal([]);
    await time.pass(100);
    expect(ends).to.deep.equal([{status: 'free'}]);
  });

  it('is free when the frame that is loading has gone, and no other one', async () => {
    const {result, ends, ask} = pending();
    ask();
    result.hear({kind: 'lack', key: KEY}, 'loader');
    result.left('other');
    await settled();
    expect(ends).to.deep.equal([]);
    result.left('loader');
    await settled();
    expect(ends).to.deep.equal([{status: 'free'}]);
  });

  it('passes over messages that say nothing of the data', async () => {
    const {result, ends, ask} = pending();
    ask();
    result.hear({kind: 'want', key: KEY}, 'other');
    await settled();
    expect([result.loader, ends]).to.deep.equal([null, []]);
  });

  it('ends once, and decides once more then', async () => {
    const {result, calls, ends} = pending();
    result.settle({status: 'free'});
    result.settle({status: 'alone'});
    await settled();
    expect(ends).to.deep.equal([{status: 'free'}]);
    expect(calls.decided).to.equal(1);
  });

  it('ends with its signal, also with one that was aborted before', async () => {
    const leaving = new AbortController();
    const {time, ends} = pending(leaving.signal);
    leaving.abort();
    await settled();
    expect(ends).to.deep.equal([{status: 'alone'}]);
    expect(time.pending).to.equal(0);
    const late = pending(AbortSignal.abort());
    await settled();
    expect(late.ends).to.deep.equal([{status: 'alone'}]);
  });
});
