import {expect} from '@open-wc/testing';
import {whenIdle} from '../../../src/model/async/when-idle.js';
import {settled} from '../../support/manual-time.js';

describe('whenIdle', () => {
  const browsers = Object.getOwnPropertyDescriptor(globalThis, 'requestIdleCallback');
  const replace = (value: unknown): void => {
    Object.defineProperty(globalThis, 'requestIdleCallback', {configurable: true, value});
  };
  afterEach(() => {
    if (browsers === undefined) Reflect.deleteProperty(globalThis, 'requestIdleCallback');
    else Object.defineProperty(globalThis, 'requestIdleCallback', browsers);
  });

  it('waits for an idle moment, and on a busy page for a second at most', async () => {
    const asked: [callback: () => void, options: IdleRequestOptions][] = [];
    replace((...request: (typeof asked)[number]) => asked.push(request));
    let isIdle = false;
    void whenIdle().then(() => (isIdle = true));
    await settled();
    expect(isIdle).to.equal(false);
    expect(asked.map(([, options]) => options)).to.deep.equal([{timeout: 1000}]);
    asked[0]?.[0]();
    await settled();
    expect(isIdle).to.equal(true);
  });

  it('comes in a task of its own where the browser does not tell of idle moments', async () => {
    replace(undefined);
    let isIdle = false;
    const idle = whenIdle().then(() => (isIdle = true));
    await Promise.resolve();
    expect(isIdle).to.equal(false);
    await idle;
  });
});
