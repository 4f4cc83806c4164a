/** The election by heartbeats, as one frame takes part in it. */
import {expect} from '@open-wc/testing';
import {HeartbeatElection} from '../../../src/hub/election/heartbeat-election.js';
import {ElectionStage} from '../../support/election-stage.js';

describe('the election by heartbeats', () => {
  let stage: ElectionStage;
  let election: HeartbeatElection;
  let probes: number;
  let gone: string[];

  beforeEach(() => {
    stage = new ElectionStage();
    probes = 0;
    gone = [];
    election = new HeartbeatElection({
      record: stage.record,
      roster: stage.roster,
      own: () => stage.own,
      post: stage.post,
      clock: stage.time,
      probeLeader: () => (probes += 1),
      gone: (id) => {
        gone.push(id);
        stage.roster.remove(id);
      },
    });
  });

  it('gives the lead at once to a frame that comes before all others', () => {
    stage.meet('younger', {since: 99});
    election.start();
    expect(stage.said).to.deep.equal(['lead 1']);
    expect(stage.record.leads).to.equal(true);
  });

  it('gives it to none before it is started, and none after it is stopped', async () => {
    election.review();
    election.takeOver();
    expect(stage.said).to.deep.equal([]);
    election.start();
    election.stop();
    expect(stage.said).to.deep.equal(['lead 1', 'resign 1']);
    expect(stage.time.pending).to.equal(0);
    election.review();
    election.takeOver();
    await stage.time.pass(5000);
    expect(stage.said).to.have.length(2);
  });

  it('has a leader say twice a second that it is there', async () => {
    election.start();
    // The first look comes at the pace of one that does not lead.
    await stage.time.pass(250);
    expect(stage.said).to.deep.equal(['lead 1', 'beat 1']);
    await stage.time.pass(499);
    expect(stage.said).to.have.length(2);
    await stage.time.pass(1);
    expect(stage.said).to.have.length(3);
    await stage.time.pass(5000);
    expect(stage.said).to.have.length(13);
    expect([probes, stage.record.leads]).to.deep.equal([0, true]);
  });

  it('asks for a leader that is silent for 800 ms, again and again', async () => {
    stage.meet('leader', {since: 1});
    election.start();
    election.heardLeader({frameId: 'leader', epoch: 1});
    await stage.time.pass(799);
    expect(probes).to.equal(0);
    await stage.time.pass(201);
    expect(probes).to.equal(1);
    await stage.time.pass(250);
    expect(probes).to.equal(2);
    election.heardLeader({frameId: 'leader', epoch: 1});
    await stage.time.pass(750);
    expect(probes).to.equal(2);
  });

  it('takes whatever the leader says for a sign, and nothing that another says', async () => {
    stage.meet('leader', {since: 1});
    stage.meet('another', {since: 2});
    election.start();
    election.heardLeader({frameId: 'leader', epoch: 1});
    for (let second = 0; second < 5; second += 1) {
      await stage.time.pass(500);
      stage.roster.markHeard('leader', stage.time.now());
    }
    expect(probes).to.equal(0);
    await stage.time.pass(500);
    stage.roster.markHeard('another', stage.time.now());
    await stage.time.pass(500);
    expect(probes).to.equal(1);
  });

  it('asks for the frame that should lead and says nothing', async () => {
    stage.meet('older', {since: 1});
    election.start();
    expect(stage.said).to.deep.equal([]);
    await stage.time.pass(1000);
    expect(probes).to.equal(1);
  });

  it('gives the lead to the next when the one before it has gone', () => {
    stage.meet('older', {since: 1});
    election.start();
    election.heardLeader({frameId: 'older', epoch: 3});
    stage.roster.remove('older');
    election.review();
    expect(stage.said, 'it is not said yet that it leads no more').to.deep.equal([]);
    stage.record.end('older');
    election.review();
    expect(stage.said).to.deep.equal(['lead 4']);
  });

  it('takes the lead from one that has an engine to begin, and from none that is only older', () => {
    election.start();
    stage.meet('older', {since: 1});
    election.review();
    expect(stage.said).to.deep.equal(['lead 1']);
    stage.meet('older', {rank: 'engine'});
    election.review();
    expect(stage.said).to.deep.equal(['lead 1', 'resign 1']);
  });

  it('takes it from one whose timers stay late for two beats, while another’s do not', async () => {
    election.start();
    stage.meet('other', {since: 99});
    stage.own = {...stage.own, throttled: true};
    election.review();
    await stage.time.pass(250);
    expect(stage.said.at(-1)).to.equal('beat 1');
    stage.meet('other', {since: 99, throttled: true});
    await stage.time.pass(500);
    expect(stage.said.at(-1), 'all are late').to.equal('beat 1');
    stage.meet('other', {since: 99});
    await stage.time.pass(500);
    expect(stage.said.at(-1)).to.equal('beat 1');
    await stage.time.pass(500);
    expect(stage.said.at(-1)).to.equal('resign 1');
    expect(stage.record.leads).to.equal(false);
  });

  it('lets a frame take over that hears nothing of those before it, which are gone then', () => {
    stage.meet('first', {since: 1});
    stage.meet('second', {since: 2});
    stage.meet('later', {since: 99});
    stage.meet('silent', {since: 0, rank: 'none'});
    election.start();
    election.heardLeader({frameId: 'first', epoch: 3});
    stage.record.end('first');
    election.takeOver();
    expect(gone).to.deep.equal(['first', 'second']);
    expect(stage.said).to.deep.equal(['lead 4']);
  });

  it('lets a frame take over once', () => {
    election.start();
    stage.meet('older', {since: 1});
    election.takeOver();
    expect([gone, stage.said]).to.deep.equal([[], ['lead 1']]);
  });

  it('leaves the lead to one that became the first when the others went', () => {
    stage.meet('first', {since: 1});
    election.start();
    const {remove} = stage.roster;
    stage.roster.remove = (id) => {
      const has = remove.call(stage.roster, id);
      election.review();
      return has;
    };
    election.takeOver();
    expect(stage.said).to.deep.equal(['lead 1']);
  });

  it('of two that lead keeps the one with the higher epoch', () => {
    stage.meet('other', {since: 1});
    stage.record.take({frameId: 'other', epoch: 4});
    stage.record.end('other');
    stage.roster.remove('other');
    election.start();
    expect(stage.record.epoch).to.equal(5);
    stage.meet('other', {since: 1});
    election.heardLeader({frameId: 'other', epoch: 4});
    expect(stage.said).to.deep.equal(['lead 5', 'lead 5']);
    expect(stage.record.leads).to.equal(true);
    election.heardLeader({frameId: 'other', epoch: 6});
    expect(stage.record.leader).to.deep.equal({frameId: 'other', epoch: 6});
    expect(stage.said).to.have.length(2);
  });

  it('of two that lead in one epoch keeps the better suited one', () => {
    election.start();
    stage.meet('younger', {since: 99});
    election.heardLeader({frameId: 'younger', epoch: 1});
    expect(stage.record.leads).to.equal(true);
    expect(stage.said.at(-1)).to.equal('lead 1');
    stage.meet('older', {since: 1});
    election.heardLeader({frameId: 'older', epoch: 1});
    expect(stage.record.leader).to.deep.equal({frameId: 'older', epoch: 1});
  });

  it('yields to a leader that it has not met', () => {
    election.start();
    election.heardLeader({frameId: 'unknown', epoch: 1});
    expect(stage.record.leader?.frameId).to.equal('unknown');
  });

  it('does not take one of the past for a leader, and is not kept waiting by it', async () => {
    stage.meet('leader', {since: 1});
    election.start();
    election.heardLeader({frameId: 'leader', epoch: 3});
    await stage.time.pass(700);
    election.heardLeader({frameId: 'past', epoch: 2});
    expect(stage.record.leader?.frameId).to.equal('leader');
    await stage.time.pass(300);
    expect(probes).to.equal(1);
  });
});
