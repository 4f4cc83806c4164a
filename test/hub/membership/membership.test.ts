/** Joining, leaving, vanishing and coming back, as one frame does it and hears of it. */
import {expect} from '@open-wc/testing';
import {FakeLocks} from '../../support/fake-locks.js';
import {hubFrame} from '../../support/hub-frames.js';
import {settled} from '../../support/manual-time.js';
import {MembershipStage} from '../../support/membership-stage.js';

describe('a frame that joins', () => {
  let stage: MembershipStage;
  beforeEach(() => (stage = new MembershipStage()));

  it('introduces itself, and is in when the others had the time to answer', async () => {
    const joined = stage.members.join();
    await settled();
    expect(stage.said).to.deep.equal(['hello to all']);
    expect(stage.members.isIn).to.equal(false);
    await stage.time.pass(149);
    expect(stage.members.isIn).to.equal(false);
    await stage.time.pass(1);
    await joined;
    expect(stage.members.isIn).to.equal(true);
    expect(stage.said).to.deep.equal(['hello to all', 'lead 1 to all']);
  });

  it('joins once, however often it is asked to', async () => {
    void stage.members.join();
    void stage.members.join();
    await settled();
    await stage.time.pass(150);
    await stage.members.join();
    expect(stage.said.filter((text) => text.startsWith('hello'))).to.have.length(1);
  });

  it('waits no longer than for the answers of those of which there are locks', async () => {
    const locks = new FakeLocks();
    const other = locks.forOwner({});
    for (const id of ['a', 'b'])
      void other.request(`app frame ${id}`, () => new Promise(() => undefined));
    stage = new MembershipStage(locks.forOwner(stage));
    const joined = stage.members.join();
    await settled();
    stage.hear({...stage.welcome(null, 0, 'a'), frame: hubFrame('a')} as never, 'a');
    await settled();
    expect(stage.members.isIn).to.equal(false);
    stage.hear({...stage.welcome(null, 0, 'b'), frame: hubFrame('b')} as never, 'b');
    await settled();
    expect(stage.members.isIn, 'all have answered').to.equal(true);
    expect(stage.time.pending).to.equal(0);
    await joined;
    expect(stage.members.liveness).to.equal('locks');
  });

  it('waits for nobody where it is alone, which its lock shows', async () => {
    stage = new MembershipStage(new FakeLocks().forOwner(stage));
    await stage.members.join();
    await settled();
    expect(stage.members.isIn).to.equal(true);
    expect(stage.members.record.leads).to.equal(true);
  });

  it('uses no locks where it can’t reach all that may hold some', async () => {
    const locks = new FakeLocks();
    stage = new MembershipStage(locks.forOwner(stage));
    stage.reachesAll = false;
    await stage.join();
    expect([stage.members.liveness, locks.held]).to.deep.equal(['heartbeat', []]);
  });

  it('takes the leader of which it is welcomed, and says nothing against it', async () => {
    const joined = stage.members.join();
    await settled();
    stage.hear(stage.welcome('a', 3, 'a'), 'a');
    await stage.time.pass(150);
    await joined;
    expect(stage.members.record.leader).to.deep.equal({frameId: 'a', epoch: 3});
    expect(stage.said).to.deep.equal(['hello to all']);
  });

  it('is not told by others that it leads itself', async () => {
    await stage.join();
    stage.meet('a', {since: 1});
    stage.members.record.resigned();
    stage.hear(stage.welcome('own', 9, 'a'), 'a');
    expect(stage.members.record.leads).to.equal(false);
  });

  it('shows nothing any more when it leaves while it joins, and joins anew later', async () => {
    const locks = new FakeLocks();
    stage = new MembershipStage(locks.forOwner(stage));
    void locks.forOwner({}).request('app frame a', () => new Promise(() => undefined));
    const joined = stage.members.join();
    await settled();
    stage.members.leave();
    expect(stage.said).to.deep.equal(['hello to all', 'bye to all']);
    await stage.time.pass(150);
    await joined;
    await settled();
    expect([stage.members.isIn, locks.held]).to.deep.equal([false, ['app frame a']]);
    void stage.members.join();
    await settled();
    await stage.time.pass(150);
    expect(stage.members.isIn).to.equal(true);
  });

  it('gives back a lock that it gets after it has left', async () => {
    const locks = new FakeLocks();
    const own = locks.forOwner(stage);
    let answer = (): void => undefined;
    const query = async (): Promise<LockManagerSnapshot> => {
      await new Promise<void>((resolve) => (answer = resolve));
      return {held: []};
    };
    stage = new MembershipStage({...own, query});
    const joined = stage.members.join();
    await settled();
    stage.members.leave();
    answer();
    await joined;
    await settled();
    expect([locks.held, stage.members.isIn]).to.deep.equal([[], false]);
    expect(stage.said).to.deep.equal(['bye to all']);
  });

  it('does not end a second joining by what the first one began', async () => {
    const first = stage.members.join();
    await settled();
    await stage.time.pass(100);
    stage.members.leave();
    const second = stage.members.join();
    await settled();
    await stage.time.pass(50);
    await first;
    expect(stage.members.isIn).to.equal(false);
    await stage.time.pass(100);
    await second;
    expect(stage.members.isIn).to.equal(true);
  });
});

describe('a frame that is in', () => {
  let stage: MembershipStage;
  beforeEach(async () => {
    stage = new MembershipStage();
    await stage.join();
  });
  const ids = (): readonly string[] => stage.members.roster.frames.map(({id}) => id);

  it('welcomes one that introduces itself, and asks one that does not to do so, once', () => {
    stage.hear({kind: 'hello', frame: hubFrame('a')}, 'a');
    expect(stage.said).to.include('welcome to a');
    expect(ids()).to.deep.equal(['a']);
    stage.said.length = 0;
    expect(stage.hear({kind: 'alive'}, 'b')).to.equal(false);
    expect(stage.hear({kind: 'alive'}, 'b')).to.equal(false);
    expect(stage.said).to.deep.equal(['hello to b']);
    expect(stage.faults).to.deep.equal(['stranger', 'stranger']);
  });

  it('asks one again that was gone, and no more than two hundred', () => {
    stage.hear({kind: 'alive'}, 'b');
    stage.meet('b');
    stage.hear({kind: 'bye'}, 'b');
    stage.hear({kind: 'alive'}, 'b');
    expect(stage.said.filter((text) => text === 'hello to b')).to.have.length(2);
    for (let count = 0; count < 300; count += 1) stage.hear({kind: 'alive'}, `s${count}`);
    expect(stage.said.filter((text) => text.startsWith('hello'))).to.have.length(201);
  });

  it('tells of a frame that goes, and that nothing waits for it', () => {
    stage.meet('a');
    stage.meet('b');
    const {changes} = stage;
    stage.hear({kind: 'bye'}, 'a');
    expect([ids(), stage.left, stage.changes - changes]).to.deep.equal([['b'], ['a'], 1]);
    stage.hear({kind: 'gone', frameId: 'a'}, 'b');
    expect([stage.left, stage.changes - changes], 'that is known').to.deep.equal([['a'], 1]);
    stage.hear({kind: 'gone', frameId: 'b'}, 'b');
    expect(ids()).to.deep.equal([]);
  });

  it('says that it is there when it was taken for gone, or for silent', () => {
    stage.meet('a');
    for (const kind of ['gone', 'suspect'] as const) {
      stage.said.length = 0;
      stage.hear({kind, frameId: 'own'}, 'a');
      expect(stage.said).to.deep.equal(['welcome to all']);
    }
    expect(ids()).to.deep.equal(['a']);
  });

  it('answers one that asks whether it is there', () => {
    stage.meet('a');
    stage.said.length = 0;
    stage.hear({kind: 'probe'}, 'a');
    expect(stage.said).to.deep.equal(['alive to a']);
  });

  it('hears who leads, from whoever says so, and who does no more', () => {
    stage.meet('a', {since: 1});
    const {record} = stage.members;
    stage.hear({kind: 'lead', epoch: 5}, 'a');
    expect(record.leader).to.deep.equal({frameId: 'a', epoch: 5});
    stage.hear({kind: 'beat', epoch: 6}, 'a');
    expect(record.leader).to.deep.equal({frameId: 'a', epoch: 6});
    stage.meet('b', {since: 99});
    stage.hear({kind: 'resign', epoch: 6}, 'b');
    expect(record.leader?.frameId).to.equal('a');
    stage.hear({kind: 'resign', epoch: 6}, 'a');
    expect(record.leader?.frameId).to.not.equal('a');
  });

  it('says that it leads to one that acts as if it did, and only then', () => {
    stage.meet('a');
    stage.said.length = 0;
    stage.members.challengeLeader('a');
    expect(stage.said).to.deep.equal(['lead 1 to all']);
    stage.members.challengeLeader('own');
    stage.hear({kind: 'lead', epoch: 5}, 'a');
    stage.members.challengeLeader('a');
    stage.members.challengeLeader('b');
    expect(stage.said).to.have.length(1);
  });

  it('tells the others what has changed about it', () => {
    const {changes} = stage;
    stage.members.announceFrame();
    expect(stage.said).to.deep.equal(['frame to all']);
    expect(stage.changes - changes).to.equal(1);
  });

  it('has for a witness the frame that comes first', () => {
    expect(stage.members.witness).to.equal(null);
    stage.meet('young', {since: 99});
    stage.meet('old', {since: 1});
    stage.meet('middle', {since: 7});
    expect(stage.members.witness).to.equal('old');
  });

  it('says good-bye when it leaves, and knows and hears nobody then', () => {
    stage.meet('a');
    stage.said.length = 0;
    stage.members.leave();
    stage.members.leave();
    expect(stage.said).to.deep.equal(['resign 1 to all', 'bye to all']);
    expect([ids(), stage.members.record.leader, stage.members.isIn]).to.deep.equal([
      [],
      null,
      false,
    ]);
    expect(stage.time.pending).to.equal(0);
    expect(stage.hear({kind: 'frame', frame: hubFrame('a')}, 'a')).to.equal(false);
    expect(ids()).to.deep.equal([]);
  });
});
