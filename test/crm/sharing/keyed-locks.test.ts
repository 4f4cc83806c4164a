import {expect} from '@open-wc/testing';
import {KeyedLocks, locksOfPage, type LocksOfPage} from '../../../src/crm/sharing/keyed-locks.js';
import {settled} from '../../support/manual-time.js';

type Hold = (lock: Lock | null) => unknown;

interface Asked {
  readonly name: string;
  readonly options: LockOptions;
  readonly hold: Hold;
}

/** Locks that the test grants by hand. */
class AskedLocks {
  readonly asked: Asked[] = [];
  readonly locks: LocksOfPage;

  constructor(answer: Promise<unknown> = new Promise(() => undefined)) {
    const request = (name: string, options: LockOptions, hold: Hold): Promise<unknown> => {
      this.asked.push({name, options, hold});
      return answer;
    };
    this.locks = {request: request as LocksOfPage['request']};
  }

  /** Grants the first lock, or says that it is held; what holds it. */
  grant(lock: Lock | null = {name: 'lock', mode: 'exclusive'}): unknown {
    return this.asked[0]?.hold(lock);
  }
}

describe('KeyedLocks', () => {
  it('takes a lock at once or not at all, under the name of those who share', () => {
    const page = new AskedLocks();
    const locks = new KeyedLocks('app', page.locks);
    void locks.take('3:17');
    void locks.take('3:18', 'shared');
    expect(page.asked.map(({name, options}) => [name, options])).to.deep.equal([
      ['app 3:17', {mode: 'exclusive', ifAvailable: true}],
      ['app 3:18', {mode: 'shared', ifAvailable: true}],
    ]);
  });

  it('holds what it got until it is released', async () => {
    const page = new AskedLocks();
    const taken = new KeyedLocks('app', page.locks).take('3:17');
    let isReleased = false;
    const held = Promise.resolve(page.grant()).then(() => (isReleased = true));
    const lock = await taken;
    await settled();
    expect(isReleased).to.equal(false);
    if (typeof lock === 'string') throw new Error(`The lock was ${lock}.`);
    lock.release();
    expect(await held).to.equal(true);
  });

  it('tells that another frame has the lock', async () => {
    const page = new AskedLocks();
    const taken = new KeyedLocks('app', page.locks).take('3:17');
    expect(page.grant(null)).to.equal(undefined);
    expect(await taken).to.equal('held');
  });

  it('is refused without locks, and where the browser denies them', async () => {
    const denied = new AskedLocks(Promise.reject(new DOMException('', 'SecurityError')));
    expect(await new KeyedLocks('app', denied.locks).take('3:17')).to.equal('refused');
    expect(await new KeyedLocks('app', null).take('3:17')).to.equal('refused');
  });

  it('waits for a lock as long as the signal does not end it', () => {
    const page = new AskedLocks();
    const {signal} = new AbortController();
    const locks = new KeyedLocks('app', page.locks);
    locks.await('3:17', signal, () => undefined);
    locks.await('3:18', undefined, () => undefined);
    expect(page.asked.map(({name, options}) => [name, options])).to.deep.equal([
      ['app 3:17', {signal}],
      ['app 3:18', {}],
    ]);
  });

  it('grants the lock with what releases it', async () => {
    const page = new AskedLocks();
    let release: (() => void) | undefined;
    new KeyedLocks('app', page.locks).await('3:17', undefined, (end) => (release = end));
    const held = page.grant();
    expect(release).to.be.a('function');
    release?.();
    expect(await held).to.equal(undefined);
  });

  it('does not grant a lock that comes after the end', () => {
    const page = new AskedLocks();
    const leaving = new AbortController();
    let isGranted = false;
    new KeyedLocks('app', page.locks).await('3:17', leaving.signal, () => (isGranted = true));
    leaving.abort();
    expect(page.grant()).to.equal(undefined);
    expect(isGranted).to.equal(false);
  });

  it('never grants what the browser denies, and waits for nothing without locks', async () => {
    const denied = new AskedLocks(Promise.reject(new DOMException('', 'SecurityError')));
    let granted = 0;
    for (const locks of [denied.locks, null]) {
      new KeyedLocks('app', locks).await('3:17', undefined, () => (granted += 1));
    }
    await settled();
    expect(granted).to.equal(0);
  });

  describe('of the page', () => {
    const page = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    afterEach(() => {
      if (page === undefined) Reflect.deleteProperty(globalThis, 'navigator');
      else Object.defineProperty(globalThis, 'navigator', page);
    });
    const pageWith = (locks: () => unknown): void => {
      const value = Object.defineProperty({}, 'locks', {get: locks});
      Object.defineProperty(globalThis, 'navigator', {configurable: true, value});
    };

    it('are taken where it has some', async () => {
      const asked = new AskedLocks();
      pageWith(() => asked.locks);
      const taken = new KeyedLocks('app', locksOfPage()).take('3:17');
      asked.grant(null);
      expect(await taken).to.equal('held');
    });

    for (const [words, locks] of [
      ['are not there without https', () => undefined],
      [
        'may not be read',
        () => {
          throw new DOMException('denied', 'SecurityError');
        },
      ],
    ] as const) {
      it(`refuse where they ${words}`, async () => {
        pageWith(locks);
        expect(await new KeyedLocks('app', locksOfPage()).take('3:17')).to.equal('refused');
      });
    }
  });
});
