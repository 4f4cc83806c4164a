import {expect} from '@open-wc/testing';
import {MissingNames} from '../../../src/crm/record/missing-names.js';
import {isRefusal, problemOf, unwrapResult} from '../../../src/crm/record/unwrap-result.js';
import {CallCardError, type CallCardErrorCode} from '../../../src/model/errors/call-card-error.js';
import type {RestOutcome} from '../../../src/model/portal/rest-answer.js';

describe('MissingNames', () => {
  it('are empty until there is a user, a record or a dictionary', () => {
    const additions: readonly ((names: MissingNames) => unknown)[] = [
      (names) => names.users.add(6),
      (names) => names.addRecord({typeId: 3, id: 17}),
      (names) => names.dictionaries.add('SOURCE'),
    ];
    for (const add of additions) {
      const names = new MissingNames();
      expect(names.isEmpty).to.equal(true);
      add(names);
      expect(names.isEmpty).to.equal(false);
    }
  });

  it('take in those of another, each once', () => {
    const names = new MissingNames();
    names.users.add(6);
    names.addRecord({typeId: 3, id: 17});
    const others = new MissingNames();
    others.users.add(6).add(7);
    others.dictionaries.add('SOURCE');
    others.addRecord({typeId: 3, id: 17});
    others.addRecord({typeId: 3, id: 18});
    others.addRecord({typeId: 4, id: 1});
    names.add(others);
    expect([...names.users]).to.deep.equal([6, 7]);
    expect([...names.dictionaries]).to.deep.equal(['SOURCE']);
    expect([...names.records].map(([typeId, ids]) => [typeId, ...ids])).to.deep.equal([
      [3, 17, 18],
      [4, 1],
    ]);
  });
});

describe('the outcome of a part', () => {
  const failed = (code: CallCardErrorCode, request?: string): RestOutcome => ({
    status: 'failed',
    error: new CallCardError(code, 'It failed.', request === undefined ? {} : {request}),
  });
  const ok: RestOutcome = {status: 'ok', answer: {result: 5, total: null, next: null}};

  it('is what the reader makes of the result', () => {
    expect(unwrapResult(ok, (value) => ({value, problems: []}))).to.deep.equal({
      value: 5,
      problems: [],
    });
  });

  it('is a problem when the call failed, by the name of what was asked', () => {
    const problem = {path: 'user.get', expected: 'an answer', found: 'It failed.'};
    const read = unwrapResult(failed('offline', 'user.get'), (value) => ({value, problems: []}));
    expect(read).to.deep.equal({value: null, problems: [problem]});
    const {path} = problemOf(new CallCardError('offline', ''));
    expect(path).to.equal('batch');
  });

  it('is a refusal where asking again is of no use, and nobody did anything wrong', () => {
    const refusals = ['not-allowed', 'not-found', 'missing-scope', 'unsupported'] as const;
    const others = ['offline', 'timeout', 'refused', 'bad-answer', 'not-authorized'] as const;
    expect(refusals.map((code) => isRefusal(failed(code)))).to.deep.equal([true, true, true, true]);
    expect(others.some((code) => isRefusal(failed(code)))).to.equal(false);
    expect([isRefusal(ok), isRefusal(undefined)]).to.deep.equal([false, false]);
  });
});
