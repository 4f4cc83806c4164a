/** What a frame does when another is silent or its lock is free, by heartbeats and by locks. */
import {expect} from '@open-wc/testing';
import {FakeLocks} from '../../support/fake-locks.js';
import {settled} from '../../support/manual-time.js';
import {MembershipStage} from '../../support/membership-stage.js';

describe('a frame whose leader is silent', () => {
  let stage: MembershipStage;
  beforeEach(async () => {
    stage = new MembershipStage();
    await stage.join();
    stage.meet('leader', {since: 1});
    stage.hear({kind: 'lead', epoch: 5}, 'leader');
  });

  it('asks for it, tells the others, and takes over as the next', async () => {
    stage.meet('young', {since: 99});
    stage.members.probeLeader();
    expect(await stage.saidWithin(500)).to.deep.equal(['suspect leader to all', 'lead 6 to all']);
    expect(stage.left).to.deep.equal(['leader']);
  });

  it('takes over as the next when another has asked in vain', () => {
    stage.said.length = 0;
    stage.hear({kind: 'suspect', frameId: 'leader'}, 'leader');
    expect(stage.said).to.deep.equal(['lead 6 to all']);
  });

  it('takes over later as the one after the next, when that says nothing', async () => {
    stage.meet('next', {since: 2});
    stage.hear({kind: 'suspect', frameId: 'leader'}, 'next');
    expect(await stage.saidWithin(399)).to.deep.equal([]);
    expect(await stage.saidWithin(1)).to.deep.equal(['gone next to all', 'lead 6 to all']);
  });

  it('leaves it to the next, when that says that it leads', async () => {
    stage.meet('next', {since: 2});
    stage.hear({kind: 'suspect', frameId: 'leader'}, 'next');
    await stage.time.pass(100);
    stage.hear({kind: 'lead', epoch: 6}, 'next');
    expect(await stage.saidWithin(600)).to.deep.equal([]);
    expect(stage.members.record.leader?.frameId).to.equal('next');
  });

  it('takes over from none that is not expected to lead', () => {
    stage.meet('other', {since: 2});
    stage.said.length = 0;
    stage.hear({kind: 'suspect', frameId: 'other'}, 'leader');
    expect(stage.members.record.leader?.frameId).to.equal('leader');
    expect([stage.said, stage.left]).to.deep.equal([[], ['other']]);
  });

  it('does not take over where it may not lead', async () => {
    stage.own = {...stage.own, rank: 'none'};
    stage.hear({kind: 'suspect', frameId: 'leader'}, 'leader');
    expect(await stage.saidWithin(300)).to.deep.equal([]);
    expect(stage.members.record.leader).to.equal(null);
  });

  it('asks for the one that should lead, while none does', async () => {
    stage.meet('next', {since: 2});
    stage.hear({kind: 'resign', epoch: 5}, 'leader');
    stage.hear({kind: 'bye'}, 'leader');
    stage.said.length = 0;
    stage.members.probeLeader();
    expect(stage.said).to.deep.equal(['probe to next']);
    await stage.time.pass(500);
    expect(stage.members.record.leads).to.equal(true);
  });
});

describe('a frame that watches others by their locks', () => {
  let locks: FakeLocks;
  let stage: MembershipStage;
  const vanish: Record<string, () => void> = {};

  beforeEach(async () => {
    locks = new FakeLocks();
    stage = new MembershipStage(locks.forOwner(stage));
    await stage.members.join();
    await settled();
    stage.said.length = 0;
  });

  /** Another frame with a lock of its own. */
  async function meet(id: string, frame = {}): Promise<void> {
    void locks.forOwner({}).request(`app frame ${id}`, () => {
      return new Promise<void>((resolve) => (vanish[id] = resolve));
    });
    await settled();
    stage.meet(id, {liveness: 'locks', ...frame});
    await settled();
  }

  async function end(id: string): Promise<void> {
    stage.said.length = 0;
    vanish[id]?.();
    await settled();
  }

  it('watches all while it leads, and tells of those that have gone', async () => {
    await meet('a');
    await meet('b');
    await end('a');
    expect(stage.said).to.deep.equal(['gone a to all']);
    expect(stage.left).to.deep.equal(['a']);
  });

  it('watches the leader alone while another leads', async () => {
    await meet('engine', {rank: 'engine'});
    await meet('b');
    stage.hear({kind: 'lead', epoch: 2}, 'engine');
    await settled();
    await end('b');
    expect(stage.said).to.deep.equal([]);
    await end('engine');
    expect(stage.said).to.include('gone engine to all');
  });

  it('watches those that come before it while none leads', async () => {
    await meet('engine', {rank: 'engine'});
    await meet('b');
    expect(stage.members.record.leader).to.equal(null);
    await end('b');
    expect(stage.said).to.deep.equal([]);
    await end('engine');
    expect(stage.said).to.include('gone engine to all');
  });

  it('watches all where none may lead', async () => {
    stage.own = {...stage.own, rank: 'none'};
    stage.members.announceFrame();
    await meet('b', {rank: 'none'});
    await end('b');
    expect(stage.said).to.deep.equal(['gone b to all']);
  });

  it('goes over to heartbeats with all others, when one has no locks, and goes on leading', async () => {
    await meet('a');
    stage.said.length = 0;
    stage.meet('b', {liveness: 'heartbeat'});
    await settled();
    expect(stage.members.liveness).to.equal('heartbeat');
    expect(stage.said).to.deep.equal(['frame to all']);
    expect(stage.members.record.leads).to.equal(true);
    expect(locks.held, 'for those that have not heard of it').to.include('app lead');
    await stage.time.pass(1000);
    expect(stage.said).to.include.members(['alive to all', 'beat 1 to all']);
    await end('a');
    expect(stage.left, 'silence says it now').to.deep.equal([]);
    stage.members.leave();
    await settled();
    expect(locks.held.filter((name) => name !== 'app frame b')).to.deep.equal([]);
  });

  it('leaves the queue for the lead when it goes over to heartbeats', async () => {
    await meet('engine', {rank: 'engine'});
    stage.hear({kind: 'lead', epoch: 2}, 'engine');
    stage.meet('b', {liveness: 'heartbeat'});
    await settled();
    stage.meet('engine', {rank: 'none', liveness: 'locks'});
    await settled();
    expect(locks.held).to.not.include('app lead');
  });
});
