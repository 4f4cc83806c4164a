/** Which calls of a batch are made again, and when. */
import {expect} from '@open-wc/testing';
import {
  betterOf,
  delayBefore,
  retryOf,
  withReferences,
} from '../../../src/crm/request/retry-policy.js';
import {
  CallCardError,
  ERROR_CODES,
  type CallCardErrorCode,
  type CallCardErrorDetails,
} from '../../../src/model/errors/call-card-error.js';
import type {BatchOutcome, RestOutcome} from '../../../src/model/portal/rest-answer.js';
import type {BatchCalls} from '../../../src/portal/portal.js';

const MIDDLE = 0.5;

function error(code: CallCardErrorCode, details: CallCardErrorDetails = {}): CallCardError {
  return new CallCardError(code, 'It failed.', details);
}

function told(retryAfterMs: number): CallCardErrorDetails {
  return {portal: {code: '', description: '', retryAfterMs}};
}

function failed(code: CallCardErrorCode, details?: CallCardErrorDetails): RestOutcome {
  return {status: 'failed', error: error(code, details)};
}

function ok(result: unknown): RestOutcome {
  return {status: 'ok', answer: {result, total: null, next: null}};
}

/** A call whose parameters refer to the results of others. */
function call(...others: readonly string[]): BatchCalls[string] {
  const parameters = Object.fromEntries(others.map((other) => [other, `$result[${other}][id]`]));
  return {method: 'crm.item.get', parameters};
}

describe('the wait before a call is made again', () => {
  it('grows with each refusal of the request limit, three times', () => {
    const waits = [0, 1, 2, 3].map((attempt) =>
      delayBefore(error('limit-reached'), attempt, MIDDLE),
    );
    expect(waits).to.deep.equal([500, 1500, 4000, undefined]);
  });

  it('is short and single where the portal could not be reached', () => {
    for (const code of ['offline', 'unavailable'] as const) {
      const waits = [0, 1].map((attempt) => delayBefore(error(code), attempt, MIDDLE));
      expect(waits, code).to.deep.equal([250, undefined]);
    }
  });

  it('is spread by a quarter in both directions', () => {
    for (const [code, wait] of [
      ['limit-reached', 500],
      ['offline', 250],
    ] as const) {
      expect(delayBefore(error(code), 0, 0)).to.equal(wait * 0.75);
      expect(delayBefore(error(code), 0, 1)).to.equal(wait * 1.25);
    }
  });

  it('is what the portal asks for, and up to half a second more', () => {
    expect(delayBefore(error('limit-reached', told(7000)), 0, 0)).to.equal(7000);
    expect(delayBefore(error('limit-reached', told(7000)), 0, 1)).to.equal(7500);
    expect(delayBefore(error('limit-reached', told(10)), 0, MIDDLE), 'not less').to.equal(500);
    expect(delayBefore(error('limit-reached', told(10_000)), 0, 0)).to.equal(10_000);
    expect(delayBefore(error('limit-reached', told(10_001)), 0, 0)).to.equal(undefined);
  });

  it('is none where trying again is of no use', () => {
    const codes = Object.keys(ERROR_CODES) as readonly CallCardErrorCode[];
    const others = codes.filter(
      (code) => !['limit-reached', 'offline', 'unavailable'].includes(code),
    );
    for (const code of others) {
      expect(delayBefore(error(code), 0, MIDDLE), code).to.equal(undefined);
    }
    expect(delayBefore(error('limit-reached', {retryable: false}), 0, MIDDLE)).to.equal(undefined);
    const portal = {code: 'OPERATION_TIME_LIMIT', description: ''};
    expect(delayBefore(error('limit-reached', {portal}), 0, MIDDLE)).to.equal(undefined);
  });
});

describe('what is asked again', () => {
  const calls: BatchCalls = {
    item: call(),
    company: call('item'),
    person: call('company'),
    profile: call(),
  };

  it('is what failed, with what refers to it, and what these refer to', () => {
    const again = (...keys: readonly string[]): readonly string[] =>
      Object.keys(withReferences(calls, new Set(keys)));
    expect(again('profile')).to.deep.equal(['profile']);
    expect(again('item')).to.deep.equal(['item', 'company']);
    expect(again('company')).to.deep.equal(['item', 'company', 'person']);
    expect(again('person')).to.deep.equal(['company', 'person']);
    expect(again()).to.deep.equal([]);
    expect(withReferences(calls, new Set(['profile']))).to.deep.equal({profile: calls['profile']});
  });

  it('waits for the longest of the waits', () => {
    const outcome: BatchOutcome = new Map([
      ['item', ok(1)],
      ['company', failed('limit-reached')],
      ['person', failed('not-found')],
      ['profile', failed('offline')],
    ]);
    expect(retryOf(calls, outcome, 0, MIDDLE)).to.deep.equal({calls, delay: 500});
    const second = retryOf(calls, outcome, 1, MIDDLE);
    expect(second?.delay).to.equal(1500);
    expect(Object.keys(second?.calls ?? {})).to.deep.equal(['item', 'company', 'person']);
    expect(retryOf(calls, outcome, 3, MIDDLE)).to.equal(undefined);
  });

  it('is nothing where all is well, hopeless, or not answered at all', () => {
    const well: BatchOutcome = new Map(Object.keys(calls).map((key) => [key, ok(1)]));
    expect(retryOf(calls, well, 0, MIDDLE)).to.equal(undefined);
    const hopeless: BatchOutcome = new Map([['item', failed('not-allowed')]]);
    expect(retryOf(calls, hopeless, 0, MIDDLE)).to.equal(undefined);
    expect(retryOf(calls, new Map(), 0, MIDDLE)).to.equal(undefined);
  });
});

describe('both rounds together', () => {
  const before: BatchOutcome = new Map([
    ['answered', ok('first')],
    ['failed', failed('offline')],
    ['twice', failed('offline')],
    ['left', ok('left')],
  ]);
  const after: BatchOutcome = new Map([
    ['answered', failed('unavailable')],
    ['failed', ok('second')],
    ['twice', failed('unavailable')],
    ['new', failed('aborted')],
  ]);

  it('have each answer that there was, and of failures the last one', () => {
    const both = betterOf(before, after);
    expect([...both.keys()]).to.deep.equal(['answered', 'failed', 'twice', 'left', 'new']);
    expect(both.get('answered')).to.equal(before.get('answered'));
    expect(both.get('failed')).to.equal(after.get('failed'));
    expect(both.get('twice')).to.equal(after.get('twice'));
    expect(both.get('left')).to.equal(before.get('left'));
    expect(both.get('new')).to.equal(after.get('new'));
  });

  it('have a new answer in place of an old one', () => {
    const again: BatchOutcome = new Map([['answered', ok('again')]]);
    expect(betterOf(before, again).get('answered')).to.equal(again.get('answered'));
  });
});
