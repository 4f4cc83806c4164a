/** Whether the leader is there, by a question and its answer. */
import {expect} from '@open-wc/testing';
import {LeaderFailureDetector} from '../../../src/hub/election/leader-failure-detector.js';
import {ManualTime} from '../../support/manual-time.js';

describe('the failure detector', () => {
  let time: ManualTime;
  let asked: string[];
  let silent: string[];
  let leaderId: string | null;
  let detector: LeaderFailureDetector;

  beforeEach(() => {
    time = new ManualTime();
    asked = [];
    silent = [];
    leaderId = 'leader';
    detector = new LeaderFailureDetector({
      clock: time,
      post: ({kind}, to) => asked.push(`${kind} ${to}`),
      leaderId: () => leaderId,
      silent: (id) => silent.push(id),
    });
  });

  it('asks the leader once, and calls it silent half a second later', async () => {
    detector.probeLeader();
    detector.probeLeader();
    expect(asked).to.deep.equal(['probe leader']);
    await time.pass(499);
    expect(silent).to.deep.equal([]);
    await time.pass(1);
    expect(silent).to.deep.equal(['leader']);
    expect(time.pending).to.equal(0);
    detector.probeLeader();
    expect(asked, 'it asks again').to.have.length(2);
  });

  it('asks nobody where no frame leads', async () => {
    leaderId = null;
    detector.probeLeader();
    await time.pass(1000);
    expect([asked, silent, time.pending]).to.deep.equal([[], [], 0]);
  });

  it('is content with whatever the leader says, and with nothing that others say', async () => {
    detector.probeLeader();
    detector.markHeard('another');
    expect(time.pending).to.equal(1);
    detector.markHeard('leader');
    expect(time.pending).to.equal(0);
    await time.pass(1000);
    expect(silent).to.deep.equal([]);
    detector.probeLeader();
    expect(asked).to.have.length(2);
  });

  it('asks the next leader in place of the last one', async () => {
    detector.probeLeader();
    await time.pass(300);
    leaderId = 'next';
    detector.probeLeader();
    expect(asked).to.deep.equal(['probe leader', 'probe next']);
    await time.pass(499);
    expect(silent).to.deep.equal([]);
    await time.pass(1);
    expect(silent).to.deep.equal(['next']);
  });

  it('says nothing of a frame that leads no more', async () => {
    detector.probeLeader();
    leaderId = 'next';
    await time.pass(1000);
    expect(silent).to.deep.equal([]);
  });

  it('asks once more when the page stood still: the answer may be there, unread', async () => {
    detector.probeLeader();
    time.standStill(801);
    await time.pass(0);
    expect([asked.length, silent.length]).to.deep.equal([2, 0]);
    // Timers of a hidden page are late each time.
    time.standStill(5000);
    await time.pass(0);
    expect([asked.length, silent]).to.deep.equal([2, ['leader']]);
  });

  it('takes a timer that is a little late for one that is on time', async () => {
    detector.probeLeader();
    time.standStill(800);
    await time.pass(0);
    expect([asked.length, silent]).to.deep.equal([1, ['leader']]);
  });

  it('asks nothing more when it is stopped', async () => {
    detector.probeLeader();
    detector.stop();
    await time.pass(1000);
    expect([silent, time.pending]).to.deep.equal([[], 0]);
  });
});
