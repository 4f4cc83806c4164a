/** How a frame notices that another has gone: by its lock, or by its silence. */
import {expect} from '@open-wc/testing';
import {HeartbeatPresence, LockPresence} from '../../../src/hub/membership/presence.js';
import {Punctuality} from '../../../src/hub/membership/punctuality.js';
import {Roster} from '../../../src/hub/membership/roster.js';
import {FakeLocks} from '../../support/fake-locks.js';
import {hubFrame} from '../../support/hub-frames.js';
import {ManualTime, settled} from '../../support/manual-time.js';

describe('the presence by locks', () => {
  let locks: FakeLocks;
  let gone: string[];
  const made = (id: string, heard: string[] = []): LockPresence =>
    new LockPresence(locks.forOwner({id}), 'app frame ', id, (other) => heard.push(other));

  beforeEach(() => {
    locks = new FakeLocks();
    gone = [];
  });

  it('is shown by a lock of the frame’s own, and counts those of the others of its app', async () => {
    expect(await made('a').enter()).to.equal(0);
    expect(await made('b').enter()).to.equal(1);
    void locks.forOwner({}).request('another app frame x', () => new Promise(() => undefined));
    void locks.forOwner({}).request('app lead', () => new Promise(() => undefined));
    expect(await made('c').enter()).to.equal(2);
    expect(locks.held).to.include.members(['app frame a', 'app frame b', 'app frame c']);
  });

  it('is not told of others where the browser does not tell of locks', async () => {
    const own = locks.forOwner({});
    const query = (): Promise<never> => Promise.reject(new DOMException('No.', 'SecurityError'));
    const presence = new LockPresence({...own, query}, 'app frame ', 'a', () => undefined);
    expect(await presence.enter()).to.equal(null);
    const empty = (): Promise<LockManagerSnapshot> => Promise.resolve({});
    const second = new LockPresence({...own, query: empty}, 'app frame ', 'b', () => undefined);
    expect(await second.enter()).to.equal(0);
  });

  it('is refused where the browser refuses locks', async () => {
    const refusal = new DOMException('Access is denied.', 'SecurityError');
    const refuse = (): Promise<never> => Promise.reject(refusal);
    const presence = new LockPresence({request: refuse, query: refuse}, 'f ', 'a', () => undefined);
    const error: unknown = await presence.enter().catch((thrown: unknown) => thrown);
    expect(error).to.equal(refusal);
  });

  it('is taken from a frame that has got it after a freeze', async () => {
    await made('a').enter();
    expect(await made('a').enter()).to.equal(0);
    expect(locks.held).to.deep.equal(['app frame a']);
  });

  it('ends with the frame, and those that watch it hear so once', async () => {
    const [a, b] = [made('a', gone), made('b')];
    await a.enter();
    await b.enter();
    a.watch(['b']);
    a.watch(['b']);
    await settled();
    expect(gone).to.deep.equal([]);
    b.leave();
    await settled();
    expect(gone).to.deep.equal(['b']);
    expect(locks.held, 'nothing is held for it').to.deep.equal(['app frame a']);
    // It may be watched again: it was given up by mistake.
    a.watch(['b']);
    await settled();
    expect(gone).to.deep.equal(['b', 'b']);
  });

  it('is watched no more when the frame does not want it', async () => {
    const [a, b, c] = [made('a', gone), made('b'), made('c')];
    for (const each of [a, b, c]) await each.enter();
    a.watch(['b', 'c']);
    a.watch(['c']);
    b.leave();
    await settled();
    expect(gone).to.deep.equal([]);
    c.leave();
    await settled();
    expect(gone).to.deep.equal(['c']);
  });

  it('is watched by several frames', async () => {
    const others: string[] = [];
    const [a, b, c] = [made('a', gone), made('b', others), made('c')];
    for (const each of [a, b, c]) await each.enter();
    a.watch(['c']);
    b.watch(['c']);
    c.leave();
    await settled();
    expect([gone, others]).to.deep.equal([['c'], ['c']]);
  });

  it('hears nothing and shows nothing when the frame has left', async () => {
    const [a, b] = [made('a', gone), made('b')];
    await a.enter();
    await b.enter();
    a.watch(['b']);
    a.leave();
    a.leave();
    b.leave();
    await settled();
    expect([gone, locks.held]).to.deep.equal([[], []]);
  });
});

describe('the presence by heartbeats', () => {
  let time: ManualTime;
  let roster: Roster;
  let asked: string[];
  let gone: string[];
  let beats: number;
  let punctuality: Punctuality;
  let presence: HeartbeatPresence;

  beforeEach(async () => {
    time = new ManualTime();
    roster = new Roster();
    asked = [];
    gone = [];
    beats = 0;
    punctuality = new Punctuality(() => undefined);
    presence = new HeartbeatPresence({
      clock: time,
      roster,
      beat: () => (beats += 1),
      ask: (id) => asked.push(id),
      gone: (id) => {
        gone.push(id);
        roster.remove(id);
      },
      punctuality,
    });
    roster.put(hubFrame('other'));
    roster.markHeard('other', time.now());
    expect(await presence.enter()).to.equal(null);
  });

  it('is shown once a second', async () => {
    await time.pass(999);
    expect(beats).to.equal(0);
    await time.pass(1);
    expect(beats).to.equal(1);
    await time.pass(9000);
    expect(beats).to.equal(10);
    presence.leave();
    await time.pass(9000);
    expect([beats, time.pending]).to.deep.equal([10, 0]);
    presence.leave();
  });

  it('is doubted after a silence, and given up after a longer one and two questions', async () => {
    await time.pass(1500);
    expect(asked).to.deep.equal([]);
    await time.pass(500);
    expect(asked).to.deep.equal(['other']);
    await time.pass(1000);
    expect(asked).to.have.length(2);
    expect(gone).to.deep.equal([]);
    await time.pass(1000);
    expect(gone).to.deep.equal(['other']);
    expect(asked, 'it is not asked any more').to.have.length(2);
  });

  it('is not doubted while the frame says something', async () => {
    for (let second = 0; second < 10; second += 1) {
      await time.pass(1000);
      roster.markHeard('other', time.now());
    }
    expect([asked, gone]).to.deep.equal([[], []]);
  });

  it('is not given up when the frame answers, however late its own timers are', async () => {
    for (let second = 0; second < 20; second += 1) {
      const before = asked.length;
      await time.pass(1000);
      if (asked.length > before) roster.markHeard('other', time.now());
    }
    expect(gone).to.deep.equal([]);
  });

  it('is not given up at once after this page stood still: what was said is not read yet', async () => {
    time.standStill(60_000);
    await time.pass(0);
    expect([asked, gone]).to.deep.equal([['other'], []]);
    await time.pass(1000);
    expect([asked.length, gone.length]).to.deep.equal([2, 0]);
    await time.pass(1000);
    expect(gone).to.deep.equal(['other']);
  });

  it('counts questions anew when the frame has said something between them', async () => {
    await time.pass(2000);
    expect(asked).to.have.length(1);
    roster.markHeard('other', time.now());
    time.standStill(60_000);
    await time.pass(0);
    await time.pass(1000);
    expect(gone).to.deep.equal([]);
    await time.pass(1000);
    expect(gone).to.deep.equal(['other']);
  });

  it('tells how late the page’s timers are', async () => {
    for (let count = 0; count < 2; count += 1) {
      time.standStill(3000);
      await time.pass(0);
    }
    expect(punctuality.isThrottled).to.equal(true);
  });

  it('watches all frames, whichever are named', () => {
    presence.watch();
    expect(asked).to.deep.equal([]);
  });
});
