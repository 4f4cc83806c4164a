import {expect} from '@open-wc/testing';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {importPart} from '../../../src/model/async/lazy-import.js';
import {raceSignal} from '../../../src/model/async/race-signal.js';
import {rejectionOf} from '../../support/rejection.js';

/** The listeners of a signal that are still there. */
class CountedSignal {
  readonly controller = new AbortController();
  readonly signal = this.controller.signal;
  readonly listeners = new Set<unknown>();

  constructor() {
    const {signal, listeners} = this;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...request: Parameters<typeof add>) => {
      listeners.add(request[1]);
      add(...request);
    };
    signal.removeEventListener = (...request: Parameters<typeof remove>) => {
      listeners.delete(request[1]);
      remove(...request);
    };
  }
}

const never = (): Promise<never> => new Promise(() => undefined);

describe('raceSignal', () => {
  it('settles as the work does', async () => {
    const {signal} = new AbortController();
    const error = new Error('of the work');
    expect(await raceSignal(undefined, 'work', () => Promise.resolve(1))).to.equal(1);
    expect(await raceSignal(signal, 'work', () => Promise.resolve(2))).to.equal(2);
    const thrown = await raceSignal(signal, 'work', () => Promise.reject(error)).catch(
      (reason: unknown) => reason,
    );
    expect(thrown).to.equal(error);
  });

  it('rejects as soon as the signal is aborted, and names the request', async () => {
    const controller = new AbortController();
    const rejection = rejectionOf(raceSignal(controller.signal, 'crm.item.get', never));
    controller.abort();
    const {code, message, request} = await rejection;
    expect({code, message, request}).to.deep.equal({
      code: 'aborted',
      message: 'The request was cancelled.',
      request: 'crm.item.get',
    });
  });

  it('starts no work for a signal that was aborted before', async () => {
    let isStarted = false;
    const work = (): Promise<never> => {
      isStarted = true;
      return never();
    };
    const error = await rejectionOf(raceSignal(AbortSignal.abort(), 'work', work));
    expect(error.code).to.equal('aborted');
    expect(isStarted).to.equal(false);
  });

  it('takes the error of the caller', async () => {
    const reason = (request: string): CallCardError => new CallCardError('timeout', request);
    const error = await rejectionOf(raceSignal(AbortSignal.abort(), 'work', never, reason));
    expect([error.code, error.message]).to.deep.equal(['timeout', 'work']);
  });

  it('leaves no listener at the signal when the work is done', async () => {
    const {signal, listeners} = new CountedSignal();
    let finish = (): void => undefined;
    const work = raceSignal(signal, 'work', () => new Promise<void>((done) => (finish = done)));
    expect(listeners.size).to.equal(1);
    finish();
    await work;
    await Promise.resolve();
    expect(listeners.size).to.equal(0);
  });
});

describe('importPart', () => {
  it('gives the part', async () => {
    const part = {name: 'a part'};
    expect(await importPart(Promise.resolve(part))).to.equal(part);
  });

  it('is offline when the part cannot be fetched, and keeps the cause', async () => {
    const cause = new TypeError('Failed to fetch');
    const error = await rejectionOf(importPart(Promise.reject(cause)));
    expect([error.code, error.retryable, error.cause]).to.deep.equal(['offline', true, cause]);
    expect(error.message).to.equal('A part of the kit could not be loaded.');
  });
});
