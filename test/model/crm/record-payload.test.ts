import {expect} from '@open-wc/testing';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import type {BatchOutcome, RestOutcome} from '../../../src/model/portal/rest-answer.js';
import {
  isPassing,
  isShareable,
  readSharedAnswers,
  writeSharedAnswers,
} from '../../../src/model/crm/record-payload.js';

const ok = (result: unknown): RestOutcome => ({
  status: 'ok',
  answer: {result, total: null, next: null},
});
const failed = (error: CallCardError): RestOutcome => ({status: 'failed', error});

/** As it arrives in another frame. */
function passedOn(
  answers: BatchOutcome,
  metadata = new Map<string, {at: number; result: unknown}>(),
) {
  const text = JSON.stringify(writeSharedAnswers({at: 150, answers, metadata}));
  return {text, ...readSharedAnswers(JSON.parse(text), 100, 200)};
}

describe('answers on their way to another frame', () => {
  it('are the same there', () => {
    const answers = new Map([
      ['item_3_17', ok({item: {id: 17, webs: ['https://a.example/?auth=x']}})],
    ]);
    expect([...passedOn(answers).answers]).to.deep.equal([...answers]);
  });

  it('have no token of a file', () => {
    const file = {
      id: 7,
      url: 'https://portal.example/?a=1&auth=secret',
      urlMachine: 'https://portal.example/?auth=secret',
    };
    const {text} = passedOn(new Map([['item', ok({item: {UF_FILE: file, UF_FILES: [file]}})]]));
    expect(text).to.not.include('secret');
    expect(text).to.include('"UF_FILE":{"id":7}');
  });

  it('keep what is wrong, in the portal’s words', () => {
    const portal = {
      code: 'NOT_FOUND',
      description: 'No such record',
      status: 400,
      retryAfterMs: 2000,
    };
    const error = new CallCardError('not-found', 'There is none.', {
      request: 'crm.item.get',
      portal,
    });
    const call = passedOn(new Map([['item', failed(error)]])).answers.get('item');
    expect(call).to.have.nested.property('error.code', 'not-found');
    expect(call).to.have.deep.nested.property('error.portal', portal);
    expect(call).to.have.nested.property('error.retryable', false);
    expect(call).to.have.nested.property('error.request', 'crm.item.get');
    expect(call).to.have.nested.property('error.message', 'There is none.');
  });

  it('keep that trying again is of no use, whatever the code says', () => {
    const error = new CallCardError('limit-reached', '', {retryable: false});
    const call = passedOn(new Map([['item', failed(error)]])).answers.get('item');
    expect(call).to.have.nested.property('error.retryable', false);
    expect(call).to.have.nested.property('error.request', undefined);
    expect(call).to.have.nested.property('error.portal', undefined);
  });

  it('keep how many there are, and where the rest begins', () => {
    const answers: BatchOutcome = new Map([
      ['list', {status: 'ok', answer: {result: [], total: 120, next: 50}}],
    ]);
    expect([...passedOn(answers).answers]).to.deep.equal([...answers]);
    const odd = {answers: {list: {result: [], total: '120', next: {}}}};
    expect(readSharedAnswers(odd, 0, 1).answers.get('list')).to.deep.equal(ok([]));
  });

  it('are sent once when they are metadata', () => {
    const metadata = new Map([['fields', {at: 150, result: {a: 1}}]]);
    const answers = new Map([
      ['fields', ok({a: 1})],
      ['item', ok(1)],
    ]);
    const read = passedOn(answers, metadata);
    expect([...read.answers.keys()]).to.deep.equal(['item']);
    expect([...read.metadata]).to.deep.equal([...metadata]);
  });

  it('bring metadata that is neither too old nor from the future', () => {
    const metadata = new Map([50, 150, 250].map((at) => [`fields_${at}`, {at, result: {}}]));
    expect([...passedOn(new Map(), metadata).metadata.keys()]).to.deep.equal(['fields_150']);
  });

  it('are nothing when they are not readable', () => {
    for (const data of [
      null,
      7,
      'x',
      [],
      {answers: 1},
      {answers: {a: 1, b: {error: {code: 'x'}}, c: {}}},
    ]) {
      const {answers, metadata} = readSharedAnswers(data, 0, 1);
      expect([answers.size, metadata.size], JSON.stringify(data)).to.deep.equal([0, 0]);
    }
  });

  it('stay in the frame when they are about its own token or connection', () => {
    const of = (code: 'not-authorized' | 'aborted' | 'not-found' | 'limit-reached'): BatchOutcome =>
      new Map([['item', failed(new CallCardError(code, ''))]]);
    expect([isShareable(of('not-authorized')), isShareable(of('aborted'))]).to.deep.equal([
      false,
      false,
    ]);
    expect([isShareable(of('not-found')), isPassing(of('not-found'))]).to.deep.equal([true, false]);
    expect([isShareable(of('limit-reached')), isPassing(of('limit-reached'))]).to.deep.equal([
      true,
      true,
    ]);
  });

  it('are judged by each of their failures', () => {
    const of = (...codes: readonly ('aborted' | 'not-found' | 'offline')[]): BatchOutcome =>
      new Map(codes.map((code) => [code, failed(new CallCardError(code, ''))]));
    expect(isShareable(of('not-found', 'aborted'))).to.equal(false);
    expect(isPassing(of('not-found', 'offline'))).to.equal(true);
    expect([isShareable(of()), isPassing(of())]).to.deep.equal([true, false]);
  });
});
