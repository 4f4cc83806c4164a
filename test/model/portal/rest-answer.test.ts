import {expect} from '@open-wc/testing';
import type {CallCardErrorCode} from '../../../src/model/errors/call-card-error.js';
import {
  readBatchOutcome,
  readRestOutcome,
  type RestOutcome,
} from '../../../src/model/portal/rest-answer.js';

function errorOf(outcome: RestOutcome | undefined) {
  if (outcome?.status !== 'failed') throw new Error('The outcome should be a failure.');
  return outcome.error;
}

describe('readRestOutcome', () => {
  it('gives result, total and next', () => {
    const body = {result: [1], total: 120, next: 50, time: {}};
    expect(readRestOutcome('crm.item.list', 200, body)).to.deep.equal({
      status: 'ok',
      answer: {result: [1], total: 120, next: 50},
    });
  });

  const errors: readonly (readonly [number, unknown, CallCardErrorCode, boolean])[] = [
    [400, {error: 'NOT_FOUND', error_description: 'x'}, 'not-found', false],
    [400, {error: 'ACCESS_DENIED', error_description: 'x'}, 'not-allowed', false],
    [400, {error: '', error_description: 'Access denied.'}, 'not-allowed', false],
    [403, {error: 'insufficient_scope'}, 'missing-scope', false],
    [401, {error: 'expired_token'}, 'not-authorized', false],
    [503, {error: 'QUERY_LIMIT_EXCEEDED'}, 'limit-reached', true],
    [429, {error: 'OPERATION_TIME_LIMIT'}, 'limit-reached', true],
    [503, {error: 'OVERLOAD_LIMIT'}, 'limit-reached', false],
    [404, {error: 'ERROR_METHOD_NOT_FOUND'}, 'unsupported', false],
    [400, {error: 'Communication type is not defined'}, 'refused', false],
    [500, {error: 'INTERNAL_SERVER_ERROR'}, 'unavailable', true],
    // As one call of a batch, which has no status of its own.
    [200, {error: 'INTERNAL_SERVER_ERROR'}, 'unavailable', true],
    [200, {error: 'ERROR_UNEXPECTED_ANSWER'}, 'unavailable', true],
    [500, {error: 'SOMETHING_ELSE'}, 'unavailable', true],
    [500, {error: 'PORTAL_DELETED'}, 'refused', false],
    [400, {error: {code: 'BITRIX_REST_V3_EXCEPTION', message: 'm'}}, 'refused', false],
    [502, undefined, 'unavailable', true],
    [429, undefined, 'limit-reached', true],
    [503, undefined, 'limit-reached', true],
    [429, {result_of: 'a gateway'}, 'limit-reached', true],
    [429, {error: 'SOMETHING_ELSE'}, 'limit-reached', true],
    [503, {error: ''}, 'limit-reached', true],
    [200, undefined, 'bad-answer', true],
    [404, undefined, 'bad-answer', false],
    [200, {}, 'bad-answer', true],
    [200, [], 'bad-answer', true],
    [400, {error: 'toString'}, 'refused', false],
    [401, {error: 'invalid_token'}, 'not-authorized', false],
    [401, {error: 'NO_AUTH_FOUND'}, 'not-authorized', false],
    [401, {error: 'WRONG_AUTH_TYPE'}, 'not-authorized', false],
    [400, {error: 'INVALID_CREDENTIALS'}, 'not-allowed', false],
    [400, {error: 'user_access_error'}, 'not-allowed', false],
    [400, {error: 'allowed_only_intranet_user'}, 'not-allowed', false],
    [400, {error: 'OWNER_NOT_FOUND'}, 'not-found', false],
    [400, {error: 'ENTITY_TYPE_NOT_SUPPORTED'}, 'unsupported', false],
    [404, {error: ''}, 'not-found', false],
    [403, {error: ''}, 'not-allowed', false],
    [200, {error: ''}, 'not-allowed', false],
    [405, {error: ''}, 'refused', false],
    [499, {error: 'SOMETHING_ELSE'}, 'refused', false],
    [499, undefined, 'bad-answer', false],
    [500, undefined, 'unavailable', true],
  ];
  for (const [status, body, code, retryable] of errors) {
    it(`reads HTTP ${String(status)} ${JSON.stringify(body)} as ${code}`, () => {
      const error = errorOf(readRestOutcome('crm.item.get', status, body));
      expect(error.code).to.equal(code);
      expect(error.retryable).to.equal(retryable);
      expect(error.request).to.equal('crm.item.get');
    });
  }

  it('says of a refusal of the whole app that it is one', () => {
    const sentence = (status: number, error: string): string =>
      errorOf(readRestOutcome('crm.item.get', status, {error})).message;
    expect(sentence(403, 'ACCESS_DENIED')).to.contain('plan');
    expect(sentence(400, 'ACCESS_DENIED')).to.contain('The present user');
    expect(sentence(503, 'OVERLOAD_LIMIT')).to.contain('blocked');
    expect(sentence(503, 'QUERY_LIMIT_EXCEEDED')).to.contain('fewer requests');
  });

  const sentences: readonly (readonly [number, unknown, string])[] = [
    [
      401,
      {error: 'expired_token', error_description: 'Expired.'},
      'm failed (expired_token: Expired.). The portal refused the access token; reload the page.',
    ],
    [
      403,
      {error: 'insufficient_scope'},
      'm failed (insufficient_scope). Grant the app the scope that this method needs and reinstall it.',
    ],
    [404, {error: ''}, 'm failed (HTTP 404). There is no such record; it may have been deleted.'],
    [
      500,
      {error: '', error_description: 'Out of order.'},
      'm failed (Out of order.). The portal’s servers are out of order; try again in a moment.',
    ],
    [
      404,
      {error: 'ERROR_METHOD_NOT_FOUND'},
      'm failed (ERROR_METHOD_NOT_FOUND). This portal does not offer the method for this type or with these scopes.',
    ],
    [400, {error: {code: 'X', message: 'Of the third kind.'}}, 'm failed (X: Of the third kind.).'],
    [404, {error: 'OF_ITS_OWN'}, 'm failed (OF_ITS_OWN).'],
    [200, 'text', 'm was answered with something that is not a REST answer (HTTP 200).'],
  ];
  for (const [status, body, sentence] of sentences) {
    it(`says “${sentence}”`, () => {
      expect(errorOf(readRestOutcome('m', status, body)).message).to.equal(sentence);
    });
  }

  it('has no code and no words of a portal that did not answer as one', () => {
    expect(errorOf(readRestOutcome('m', 502, '<html>')).portal).to.deep.equal({
      code: '',
      description: '',
      status: 502,
    });
  });

  it('reads counts that are whole numbers only', () => {
    const counts = [5, '5', 0, 'a5', '5a', '', -1, null].map((total) => {
      const outcome = readRestOutcome('m', 200, {result: [], total});
      return outcome.status === 'ok' ? outcome.answer.total : undefined;
    });
    expect(counts).to.deep.equal([5, 5, 0, null, null, null, null, null]);
  });

  it('tells when the method gets execution time back, by the portal’s own clock', () => {
    const answerWith = (time: unknown): unknown => {
      const outcome = readRestOutcome('crm.item.get', 200, {result: 1, time});
      return outcome.status === 'ok' && outcome.answer.operatingResetMs;
    };
    expect(answerWith({finish: 1000.5, operating_reset_at: 1300})).to.equal(299_500);
    expect(answerWith({finish: 1000, operating_reset_at: '1060'})).to.equal(60_000);
    expect(answerWith({finish: 1000, operating_reset_at: 900})).to.equal(undefined);
    expect(answerWith({finish: '', operating_reset_at: 900})).to.equal(undefined);
    for (const time of [null, [], {finish: 1}, {operating_reset_at: 1}]) {
      expect(answerWith(time)).to.equal(undefined);
    }
  });

  it('keeps for how long the server asks to be left alone, whoever asks', () => {
    for (const body of [undefined, {error: 'QUERY_LIMIT_EXCEEDED'}]) {
      const {portal} = errorOf(readRestOutcome('batch', 503, body, 7000));
      expect(portal).to.deep.include({status: 503, retryAfterMs: 7000});
    }
  });

  it("keeps the portal's own code and words", () => {
    const body = {error: 'NOT_FOUND', error_description: 'Kein Element'};
    expect(errorOf(readRestOutcome('crm.item.get', 400, body)).portal).to.deep.equal({
      code: 'NOT_FOUND',
      description: 'Kein Element',
      status: 400,
    });
  });
});

describe('readBatchOutcome', () => {
  const calls = new Map([
    ['item', 'crm.item.get'],
    ['fields', 'crm.item.fields'],
  ]);

  it('tells each call its own outcome', () => {
    const outcome = readBatchOutcome(calls, {
      result: {item: {item: {id: 17}}},
      result_error: {fields: {error: '', error_description: 'Access denied.'}},
      result_total: [],
      result_next: [],
    });
    expect(outcome.get('item')).to.have.nested.property('answer.result.item.id', 17);
    expect(errorOf(outcome.get('fields')).code).to.equal('not-allowed');
  });

  it('takes [] for an empty map, as PHP writes it', () => {
    const outcome = readBatchOutcome(calls, {
      result: {item: null, fields: []},
      result_error: [],
      result_total: {fields: 7},
      result_next: {fields: 50},
    });
    expect(outcome.get('item')).to.deep.equal({
      status: 'ok',
      answer: {result: null, total: null, next: null},
    });
    expect(outcome.get('fields')).to.have.nested.property('answer.total', 7);
    expect(outcome.get('fields')).to.have.nested.property('answer.next', 50);
  });

  it('tells of each method when it gets execution time back', () => {
    const outcome = readBatchOutcome(calls, {
      result: {item: 1, fields: 2},
      result_time: {fields: {finish: 100, operating_reset_at: 160}},
    });
    expect(outcome.get('item')).to.not.have.nested.property('answer.operatingResetMs');
    expect(outcome.get('fields')).to.have.nested.property('answer.operatingResetMs', 60_000);
  });

  it('says of a call without a result that it was not run', () => {
    const error = errorOf(readBatchOutcome(calls, []).get('item'));
    expect([error.code, error.request]).to.deep.equal(['aborted', 'crm.item.get']);
    expect(error.message).to.equal(
      'crm.item.get was not run: an earlier call of the batch failed.',
    );
  });

  it('takes a key that every object has for what it is', () => {
    const named = new Map([['constructor', 'profile']]);
    const outcomes = readBatchOutcome(named, {result: {constructor: {ID: 1}}, result_error: []});
    expect(outcomes.get('constructor')?.status).to.equal('ok');
    expect(errorOf(readBatchOutcome(named, {result: []}).get('constructor')).code).to.equal(
      'aborted',
    );
  });
});
