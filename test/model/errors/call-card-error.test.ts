import {expect} from '@open-wc/testing';
import {
  CallCardError,
  asErrorCode,
  disconnected,
  messageOf,
  toCallCardError,
} from '../../../src/model/errors/call-card-error.js';

describe('CallCardError', () => {
  it('has its name, code, message and details', () => {
    const details = {
      request: 'CallCardSetMute',
      parameters: {muted: true},
      portal: {code: 'X', description: 'x'},
    };
    const error = new CallCardError('refused', 'It failed.', details);
    expect(String(error)).to.equal('CallCardError: It failed.');
    expect(error).to.be.instanceOf(Error);
    expect(error).to.deep.include({...details, code: 'refused'});
  });

  it('knows by its code whether trying again helps, unless the details say so', () => {
    expect(new CallCardError('timeout', '').retryable).to.equal(true);
    expect(new CallCardError('refused', '').retryable).to.equal(false);
    expect(new CallCardError('timeout', '', {retryable: false}).retryable).to.equal(false);
    expect(new CallCardError('refused', '', {retryable: true}).retryable).to.equal(true);
  });

  it('has a cause only where there is one', () => {
    expect(new CallCardError('refused', '', {cause: 'why'}).cause).to.equal('why');
    expect(Object.hasOwn(new CallCardError('refused', ''), 'cause')).to.equal(false);
  });
});

describe('toCallCardError', () => {
  const facts = ({code, message, request, cause}: CallCardError): object => ({
    code,
    message,
    request,
    cause,
  });

  it('leaves the kit’s own error as it is', () => {
    const error = new CallCardError('timeout', 'It took too long.');
    expect(toCallCardError(error, 'crm.item.get')).to.equal(error);
  });

  it('takes a cancelled request for what it is', () => {
    const cause = new DOMException('The user aborted a request.', 'AbortError');
    expect(facts(toCallCardError(cause, 'crm.item.get'))).to.deep.equal({
      code: 'aborted',
      message: 'The request was cancelled.',
      request: 'crm.item.get',
      cause,
    });
  });

  const others: readonly (readonly [string, unknown, string])[] = [
    ['another exception of the platform', new DOMException('Full.', 'QuotaExceededError'), 'Full.'],
    ['an error with the name only', Object.assign(new Error('No.'), {name: 'AbortError'}), 'No.'],
    ['a text', 'No.', 'No.'],
    ['nothing', undefined, 'undefined'],
  ];
  for (const [name, cause, message] of others) {
    it(`wraps ${name}`, () => {
      expect(facts(toCallCardError(cause))).to.deep.equal({
        code: 'refused',
        message,
        request: undefined,
        cause,
      });
    });
  }
});

describe('disconnected', () => {
  it('names the request', () => {
    const {code, message, request} = disconnected('CallCardClose');
    expect([code, request]).to.deep.equal(['disconnected', 'CallCardClose']);
    expect(message).to.equal('There is no connection to the portal.');
  });
});

describe('messageOf', () => {
  it('is the message of an error, and any other value as text', () => {
    expect([new TypeError('a'), 'b', 3, null].map(messageOf)).to.deep.equal([
      'a',
      'b',
      '3',
      'null',
    ]);
  });
});

describe('asErrorCode', () => {
  it('knows the codes of the table only', () => {
    const codes = ['timeout', 'refused', 'Timeout', 'toString', '', 5, undefined].map(asErrorCode);
    expect(codes).to.deep.equal([
      'timeout',
      'refused',
      ...Array.from({length: 5}, () => undefined),
    ]);
  });
});
