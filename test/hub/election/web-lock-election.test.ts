/** The election by a Web Lock, as one frame takes part in it. */
import {expect} from '@open-wc/testing';
import {WebLockElection} from '../../../src/hub/election/web-lock-election.js';
import {ElectionStage} from '../../support/election-stage.js';
import {FakeLocks} from '../../support/fake-locks.js';
import {settled} from '../../support/manual-time.js';

const NAME = 'app lead';

describe('the election by a lock', () => {
  let stage: ElectionStage;
  let locks: FakeLocks;
  let election: WebLockElection;

  beforeEach(() => {
    stage = new ElectionStage();
    locks = new FakeLocks();
    election = new WebLockElection({
      record: stage.record,
      roster: stage.roster,
      locks: locks.forOwner(stage),
      name: NAME,
    });
  });

  /** Another frame holds the lock from now on. Returns its release. */
  async function holdElsewhere(steal = false): Promise<() => void> {
    let release = (): void => undefined;
    const held = locks.forOwner({}).request(NAME, {steal}, () => {
      return new Promise<void>((resolve) => (release = resolve));
    });
    held.catch(() => undefined);
    await settled();
    return () => release();
  }

  it('gives the lead to the frame that gets the lock, and to none before', async () => {
    const release = await holdElsewhere();
    election.review();
    election.takeOver();
    await settled();
    expect(stage.said, 'it does not take part yet').to.deep.equal([]);
    election.start();
    await settled();
    expect(stage.said).to.deep.equal([]);
    release();
    await settled();
    expect(stage.said).to.deep.equal(['lead 1']);
    expect([stage.record.leads, locks.held]).to.deep.equal([true, [NAME]]);
  });

  it('asks for the lock once, however often something changes', async () => {
    const own = locks.forOwner(stage);
    let requests = 0;
    election = new WebLockElection({
      record: stage.record,
      roster: stage.roster,
      name: NAME,
      locks: {
        ...own,
        request: (...of: Parameters<typeof own.request>) => {
          requests += 1;
          return own.request(...of);
        },
      } as typeof own,
    });
    election.start();
    election.review();
    await settled();
    election.review();
    await settled();
    expect(requests).to.equal(1);
  });

  it('is left by a frame that is not suited, until the better one has gone', async () => {
    election.start();
    await settled();
    stage.meet('engine', {rank: 'engine'});
    election.review();
    await settled();
    expect(stage.said).to.deep.equal(['lead 1', 'resign 1']);
    expect(locks.held).to.deep.equal([]);
    stage.roster.remove('engine');
    election.review();
    await settled();
    expect(stage.said.at(-1)).to.equal('lead 2');
  });

  it('says that the frame leads no more before another can have the lock', async () => {
    election.start();
    await settled();
    const order: string[] = [];
    void locks.forOwner({}).request(NAME, () => {
      order.push(`free after ${stage.said.at(-1) ?? ''}`);
    });
    election.stop();
    await settled();
    expect(order).to.deep.equal(['free after resign 1']);
  });

  it('leaves the queue as well when it is stopped', async () => {
    const release = await holdElsewhere();
    election.start();
    await settled();
    election.stop();
    release();
    await settled();
    expect([stage.said, locks.held]).to.deep.equal([[], []]);
    election.review();
    election.takeOver();
    await settled();
    expect(locks.held).to.deep.equal([]);
  });

  it('takes the lock from a leader that does not answer', async () => {
    await holdElsewhere();
    election.start();
    await settled();
    election.takeOver();
    await settled();
    expect(stage.said).to.deep.equal(['lead 1']);
    expect(locks.held).to.deep.equal([NAME]);
    election.takeOver();
    await settled();
    expect(stage.said, 'it leads already').to.deep.equal(['lead 1']);
    election.stop();
    await settled();
    expect(locks.held, 'its first request waits no more').to.deep.equal([]);
  });

  it('ends the lead of a frame whose lock was taken, which then queues again behind the others', async () => {
    election.start();
    await settled();
    const release = await holdElsewhere(true);
    expect(stage.said).to.deep.equal(['lead 1', 'resign 1']);
    expect(stage.record.leader).to.equal(null);
    election.review();
    await settled();
    release();
    await settled();
    expect(stage.said).to.deep.equal(['lead 1', 'resign 1', 'lead 2']);
  });

  it('ends the lead of a frame that hears of a newer leader before it loses its lock', async () => {
    election.start();
    await settled();
    election.heardLeader({frameId: 'other', epoch: 2});
    await settled();
    expect(stage.record.leader).to.deep.equal({frameId: 'other', epoch: 2});
    expect(stage.said, 'it does not take that back').to.deep.equal(['lead 1']);
    expect(locks.held).to.deep.equal([]);
    election.review();
    await settled();
    expect(locks.held, 'it queues again').to.deep.equal([NAME]);
  });

  it('keeps the lead of one that hears of a leader of the past', async () => {
    election.start();
    await settled();
    stage.meet('other');
    election.heardLeader({frameId: 'other', epoch: 0});
    await settled();
    expect([stage.record.leads, locks.held]).to.deep.equal([true, [NAME]]);
    expect(stage.said).to.deep.equal(['lead 1']);
  });

  it('keeps the lead of one that has the lock already when it hears of the leader before it', async () => {
    election.start();
    await settled();
    stage.meet('other');
    election.heardLeader({frameId: 'other', epoch: 1});
    stage.record.end('other');
    await settled();
    expect([stage.record.leads, locks.held]).to.deep.equal([true, [NAME]]);
    expect(stage.said, 'and all hear so').to.deep.equal(['lead 1', 'lead 2']);
  });

  it('yields to one that leads without locks: a lock says nothing about that', async () => {
    election.start();
    await settled();
    stage.meet('other', {liveness: 'heartbeat'});
    election.heardLeader({frameId: 'other', epoch: 1});
    expect(stage.record.leader).to.deep.equal({frameId: 'other', epoch: 1});
    expect(stage.said).to.deep.equal(['lead 1']);
  });

  it('follows a leader that it hears of', () => {
    election.heardLeader({frameId: 'other', epoch: 3});
    expect(stage.record.leader).to.deep.equal({frameId: 'other', epoch: 3});
  });

  it('gives no lead where the browser refuses the lock, and asks again with the next change', async () => {
    let requests = 0;
    const refuse = (): Promise<never> => {
      requests += 1;
      return Promise.reject(new DOMException('Access is denied.', 'SecurityError'));
    };
    election = new WebLockElection({
      record: stage.record,
      roster: stage.roster,
      name: NAME,
      locks: {request: refuse, query: refuse},
    });
    election.start();
    await settled();
    expect([stage.record.leads, stage.said, requests]).to.deep.equal([false, [], 1]);
    election.review();
    await settled();
    expect(requests).to.equal(2);
  });
});
