import {expect} from '@open-wc/testing';
import {BatchQueue, outcomeOf} from '../../../src/crm/request/batch-queue.js';
import type {BatchOutcome, RestOutcome} from '../../../src/model/portal/rest-answer.js';
import type {BatchCalls} from '../../../src/portal/portal.js';
import {FakePortal} from '../../support/fake-portal.js';
import {ManualTime, settled} from '../../support/manual-time.js';
import {failure, refusal} from '../fake-crm.js';

const FOR_ALL_TIME = new AbortController().signal;

const ok = (result: unknown): RestOutcome => ({
  status: 'ok',
  answer: {result, total: null, next: null},
});
const callsOf = (...keys: readonly string[]): BatchCalls =>
  Object.fromEntries(keys.map((key) => [key, {method: `method.${key}`, parameters: {}}]));
const many = (count: number, prefix = 'call'): BatchCalls =>
  callsOf(...Array.from({length: count}, (_, index) => `${prefix}_${index}`));
const codeOf = (outcome: BatchOutcome, key: string): unknown => {
  const call = outcome.get(key);
  return call?.status === 'failed' ? call.error.code : call?.status;
};

describe('a queue of calls', () => {
  let portal: FakePortal;
  let time: ManualTime;
  let queue: BatchQueue;

  beforeEach(() => {
    portal = new FakePortal();
    portal.batchAnswer = (calls) =>
      Promise.resolve(new Map(Object.keys(calls).map((key) => [key, ok(key)])));
    time = new ManualTime();
    queue = new BatchQueue(portal, time);
  });

  const sizes = (): readonly number[] => portal.batches.map((calls) => Object.keys(calls).length);

  it('connects once for all that is asked at one moment', async () => {
    let connections = 0;
    portal.connection = () => {
      connections += 1;
      return Promise.resolve(portal.session);
    };
    await Promise.all(['a', 'b', 'c'].map((key) => queue.run(callsOf(key), FOR_ALL_TIME)));
    expect(connections).to.equal(1);
    expect(sizes()).to.deep.equal([3]);
  });

  it('fills a batch, and begins another one with what does not fit', async () => {
    await Promise.all([
      queue.run(many(30, 'a'), FOR_ALL_TIME),
      queue.run(many(20, 'b'), FOR_ALL_TIME),
      queue.run(many(1, 'c'), FOR_ALL_TIME),
    ]);
    expect(sizes()).to.deep.equal([50, 1]);
  });

  it('fails each call as the connection does, and sends nothing', async () => {
    portal.connection = () => Promise.reject(failure('not-in-portal', 'connect'));
    const outcome = await queue.run(callsOf('a', 'b'), FOR_ALL_TIME);
    expect(['a', 'b'].map((key) => codeOf(outcome, key))).to.deep.equal([
      'not-in-portal',
      'not-in-portal',
    ]);
    expect(portal.batches).to.deep.equal([]);
  });

  it('names the batch as what failed with an error that is none of the kit', async () => {
    portal.batchAnswer = () => Promise.reject(new Error('odd'));
    const outcome = await queue.run(callsOf('a'), FOR_ALL_TIME);
    expect(outcome.get('a')).to.have.nested.property('error.request', 'batch');
  });

  it('tries again for one who wants it, also beside one who does not', async () => {
    portal.batchAnswer = (calls) =>
      Promise.resolve(
        new Map(
          Object.keys(calls).map((key) => [
            key,
            {status: 'failed', error: failure('limit-reached')},
          ]),
        ),
      );
    const patient = queue.run(callsOf('a'), FOR_ALL_TIME);
    const other = queue.run(callsOf('b'), FOR_ALL_TIME, {retries: false});
    await settled();
    await time.pass(60_000);
    await Promise.all([patient, other]);
    expect(portal.batches).to.have.length(4);
    await queue.run(callsOf('b'), FOR_ALL_TIME, {retries: false});
    expect(portal.batches).to.have.length(5);
  });

  it('heeds how long the portal wants to be left alone, whatever the limit is', async () => {
    const limit = refusal('OPERATION_TIME_LIMIT', 'method.a');
    const {code, description} = limit.portal ?? {code: '', description: ''};
    const told = {...limit.portal, code, description, retryAfterMs: 90_000};
    Object.defineProperty(limit, 'portal', {value: told});
    portal.batchAnswer = () => Promise.resolve(new Map([['a', {status: 'failed', error: limit}]]));
    await queue.run(callsOf('a'), FOR_ALL_TIME);
    portal.batchAnswer = () => Promise.resolve(new Map([['a', ok(1)]]));
    await time.pass(89_999);
    expect(codeOf(await queue.run(callsOf('a'), FOR_ALL_TIME), 'a')).to.equal('limit-reached');
    await time.pass(1);
    expect(codeOf(await queue.run(callsOf('a'), FOR_ALL_TIME), 'a')).to.equal('ok');
  });
});

describe('one call’s part of an outcome', () => {
  it('is what the portal said to it', () => {
    const failed: RestOutcome = {status: 'failed', error: failure('not-found')};
    const outcome = new Map([
      ['a', ok(1)],
      ['b', failed],
    ]);
    expect([outcomeOf(outcome, 'a'), outcomeOf(outcome, 'b')]).to.deep.equal([ok(1), failed]);
  });

  for (const [words, outcome] of [
    ['is missing', new Map()],
    ['was given up', new Map([['a', {status: 'failed', error: failure('aborted')}]])],
  ] as readonly (readonly [string, BatchOutcome])[]) {
    it(`is a bad answer where it ${words}`, () => {
      expect(outcomeOf(outcome, 'a')).to.have.property('error').that.includes({
        code: 'bad-answer',
        request: 'batch',
        message: "The portal's answer has nothing for a.",
      });
    });
  }
});
