import {expect} from '@open-wc/testing';
import {AutoCloseLock} from '../../../src/controller/card/auto-close.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {Deferred} from '../../support/fake-portal.js';
import {ManualTime, settled} from '../../support/manual-time.js';
import {collectReported} from '../../support/reported-errors.js';
import {rejectionOf} from '../../support/rejection.js';

/** A portal that confirms at once, unless the test says otherwise. */
function setUp() {
  const time = new ManualTime(0);
  const asked: string[] = [];
  const shown: (readonly string[])[] = [];
  const portal = {
    disable: (): Promise<void> => Promise.resolve(),
    enable: (): Promise<void> => Promise.resolve(),
  };
  const lock: AutoCloseLock = new AutoCloseLock(
    {
      disable: async () => {
        asked.push('disable');
        await portal.disable();
      },
      enable: async () => {
        asked.push('enable');
        await portal.enable();
      },
      reasons: (reasons) => shown.push(reasons),
    },
    time,
  );
  return {time, asked, shown, portal, lock};
}

describe('AutoCloseLock', () => {
  it('leaves no timer behind when it ends during a renewal', async () => {
    const {lock, time, portal} = setUp();
    await lock.hold('note');
    const slow = new Deferred<void>();
    portal.disable = () => slow.promise;
    await time.pass(30_000);
    lock.dispose();
    slow.reject(new CallCardError('disconnected', 'the end'));
    await settled();
    expect(time.pending).to.equal(0);
  });

  it('holds once for all, and lets go with the last', async () => {
    const {lock, asked, shown} = setUp();
    const [note, form] = await Promise.all([lock.hold('note'), lock.hold('form')]);
    expect(asked).to.deep.equal(['disable']);
    expect(shown.at(-1)).to.deep.equal(['note', 'form']);
    await note.release();
    expect(asked).to.deep.equal(['disable']);
    expect(shown.at(-1)).to.deep.equal(['form']);
    await form.release();
    expect(asked).to.deep.equal(['disable', 'enable']);
    expect(shown.at(-1)).to.deep.equal([]);
  });

  it('lets go once when the last two are released at one moment', async () => {
    const {lock, asked, time} = setUp();
    const holds = await Promise.all([lock.hold('note'), lock.hold('form')]);
    await Promise.all(holds.map((hold) => hold.release()));
    expect(asked).to.deep.equal(['disable', 'enable']);
    expect(time.pending).to.equal(0);
  });

  it('does not renew what is released at that moment', async () => {
    const {lock, asked, time} = setUp();
    const hold = await lock.hold('note');
    const released = hold.release();
    await time.pass(30_000);
    await released;
    expect(asked).to.deep.equal(['disable', 'enable']);
  });

  it('releases once, however often it is asked', async () => {
    const {lock, asked} = setUp();
    const hold = await lock.hold('note');
    const other = await lock.hold('form');
    await hold.release();
    await hold.release();
    expect(asked).to.deep.equal(['disable']);
    await other.release();
    expect(asked).to.deep.equal(['disable', 'enable']);
  });

  it('renews before 65 seconds pass, for an hour, and no longer after the release', async () => {
    const {lock, asked, time, portal} = setUp();
    let renewed = time.now();
    portal.disable = () => {
      expect(time.now() - renewed).to.be.at.most(60_000);
      renewed = time.now();
      return Promise.resolve();
    };
    const hold = await lock.hold('note');
    await time.pass(3_600_000);
    expect(time.now() - renewed).to.be.at.most(60_000);
    await hold.release();
    const before = asked.length;
    await time.pass(600_000);
    expect(asked.length).to.equal(before);
    expect(time.pending).to.equal(0);
  });

  it('tries a failed renewal again while the card is still held', async () => {
    const {lock, asked, time, portal} = setUp();
    await lock.hold('note');
    const {disable} = portal;
    portal.disable = () => Promise.reject(new CallCardError('timeout', 'silence'));
    await time.pass(33_000);
    expect(asked).to.have.length(3);
    portal.disable = disable;
    await time.pass(3000);
    expect(asked).to.have.length(4);
    await time.pass(3000);
    expect(asked).to.have.length(4);
  });

  it('gives no hold when the portal refuses, and the next one asks again', async () => {
    const {lock, portal, asked, shown} = setUp();
    const {disable} = portal;
    portal.disable = () => Promise.reject(new CallCardError('unsupported', 'not here'));
    expect((await rejectionOf(lock.hold('note'))).code).to.equal('unsupported');
    expect(shown.at(-1)).to.deep.equal([]);
    portal.disable = disable;
    await lock.hold('form');
    expect(asked).to.deep.equal(['disable', 'disable']);
  });

  it('tells the portal the last wish last, also when it is slow', async () => {
    const {lock, portal, asked} = setUp();
    const slow = new Deferred<void>();
    portal.disable = () => slow.promise;
    const holding = lock.hold('note');
    await settled();
    const releasing = holding.then((hold) => hold.release());
    const again = lock.hold('form');
    slow.resolve(undefined);
    await Promise.all([releasing, again]);
    expect(asked.filter((name) => name === 'enable')).to.deep.equal([]);
    expect(asked.at(-1)).to.equal('disable');
  });

  it('tells the other holders when one throws, and reports its error', async () => {
    const {lock} = setUp();
    const {reported, restore} = collectReported();
    const [told, fault] = [[] as string[], new Error('the holder’s own')];
    await lock.hold('note', {
      onBeforeClose: () => {
        throw fault;
      },
    });
    await lock.hold('form', {onBeforeClose: () => told.push('form')});
    lock.beforeClose();
    restore();
    expect([told, reported]).to.deep.equal([['form'], [fault]]);
  });

  it('has no timer and no holder any more when it ends', async () => {
    const {lock, time} = setUp();
    const told: string[] = [];
    await lock.hold('note', {onBeforeClose: () => told.push('note')});
    lock.dispose();
    lock.beforeClose();
    expect([time.pending, told]).to.deep.equal([0, []]);
  });

  it('tells every holder that the portal wants to close, each time', async () => {
    const {lock, shown} = setUp();
    const told: string[] = [];
    await lock.hold('note', {onBeforeClose: () => told.push('note')});
    const form = await lock.hold('form', {onBeforeClose: () => told.push('form')});
    await lock.hold('silent');
    lock.beforeClose();
    await form.release();
    lock.beforeClose();
    expect(told).to.deep.equal(['note', 'form', 'note']);
    expect(shown.at(-1)).to.deep.equal(['note', 'silent']);
  });
});
