/** What a frame that does not lead makes of actions: its own operator's, and those of others. */
import {expect} from '@open-wc/testing';
import type {ActionEnd} from '../../../src/model/hub/hub-message.js';
import {ActionStage, MUTE} from '../../support/action-stage.js';
import {settled} from '../../support/manual-time.js';

const DONE: ActionEnd = {outcome: 'done'};

describe('the delivery of actions in a frame that does not lead', () => {
  let frame: ActionStage;
  beforeEach(() => {
    frame = new ActionStage();
    frame.lead = 'other';
  });

  it('notes for the leader what that begins, and for no other', () => {
    frame.hear({kind: 'action', action: MUTE});
    frame.hear({kind: 'begun', id: 'a1', witness: 'this'}, 'leader');
    expect(frame.posted).to.deep.equal([{kind: 'noted', id: 'a1'}]);
    expect(frame.to).to.deep.equal(['leader']);
    expect(frame.delivery.open).to.deep.equal([{...MUTE, status: 'begun'}]);
    frame.hear({kind: 'begun', id: 'a1', witness: 'another'}, 'leader');
    frame.hear({kind: 'begun', id: 'a1', witness: null}, 'leader');
    expect(frame.posted).to.have.length(1);
    expect(frame.challenged).to.deep.equal(['leader', 'leader', 'leader']);
  });

  it('tells a leader how an action ended that this one begins, and notes nothing', () => {
    frame.hear({kind: 'ended', id: 'a1', outcome: 'interrupted'});
    frame.hear({kind: 'begun', id: 'a1', witness: 'this'}, 'leader');
    expect(frame.posted).to.deep.equal([{kind: 'ended', id: 'a1', outcome: 'interrupted'}]);
    expect(frame.to).to.deep.equal(['leader']);
  });

  it('sends what its operator asks for to all, and hears how it ended', async () => {
    const {ends} = frame.request();
    expect(frame.posted).to.deep.equal([{kind: 'action', action: {...MUTE, id: 'own1'}}]);
    expect(frame.to).to.deep.equal([undefined]);
    frame.hear({kind: 'ended', id: 'another', outcome: 'done'});
    await settled();
    expect(ends).to.deep.equal([]);
    frame.hear({kind: 'ended', id: 'own1', outcome: 'failed', message: 'No line.'});
    await settled();
    expect(ends).to.deep.equal([{outcome: 'failed', message: 'No line.'}]);
    await frame.time.pass(10_000);
    expect(frame.said, 'nothing is asked any more').to.deep.equal(['action own1 sent']);
    expect([frame.time.pending, frame.probes]).to.deep.equal([0, 0]);
  });

  it('sends it again every half second, and asks for the leader, until its end is known', async () => {
    const {ends} = frame.request();
    await frame.time.pass(499);
    expect([frame.said.length, frame.probes]).to.deep.equal([1, 0]);
    await frame.time.pass(1);
    expect([frame.said.length, frame.probes]).to.deep.equal([2, 1]);
    await frame.time.pass(60_000);
    expect([frame.said.length, frame.probes]).to.deep.equal([122, 121]);
    expect(new Set(frame.said)).to.deep.equal(new Set(['action own1 sent']));
    expect(ends, 'there is a leader').to.deep.equal([]);
  });

  it('watches nothing for the actions of others', async () => {
    frame.hear({kind: 'action', action: MUTE});
    await frame.time.pass(10_000);
    expect([frame.said, frame.probes]).to.deep.equal([[], 0]);
  });

  it('gives up when no frame has led for five seconds', async () => {
    frame.lead = 'none';
    const {ends} = frame.request();
    await frame.time.pass(4999);
    expect(ends).to.deep.equal([]);
    await frame.time.pass(1);
    expect(ends).to.deep.equal([{outcome: 'no-leader'}]);
    expect(frame.posted.at(-1)).to.deep.equal({kind: 'ended', id: 'own1', outcome: 'no-leader'});
    expect(frame.said.filter((said) => said.startsWith('ended'))).to.have.length(1);
    expect(frame.time.pending).to.equal(0);
  });

  it('counts the five seconds since a frame has led last', async () => {
    const {ends} = frame.request();
    await frame.time.pass(20_000);
    frame.lead = 'none';
    await frame.time.pass(4500);
    expect(ends).to.deep.equal([]);
    await frame.time.pass(1000);
    expect(ends).to.deep.equal([{outcome: 'no-leader'}]);
  });

  it('says of one that was begun and found no next leader that it was interrupted', async () => {
    frame.lead = 'none';
    const {ends} = frame.request();
    frame.hear({kind: 'begun', id: 'own1', witness: null}, 'gone');
    await frame.time.pass(6000);
    expect(ends).to.deep.equal([{outcome: 'interrupted'}]);
  });

  it('begins what is open when it comes to lead', async () => {
    const {ends} = frame.request();
    frame.lead = 'own';
    frame.delivery.beginOpenActions();
    await frame.note('own1');
    expect(frame.acted).to.deep.equal(['own1']);
    expect(ends).to.deep.equal([DONE]);
    const {said} = frame;
    await frame.time.pass(2000);
    expect([frame.said, frame.probes]).to.deep.equal([said, 0]);
  });

  it('begins it at its next look, too, and asks nobody then', async () => {
    frame.request();
    frame.lead = 'own';
    frame.witness = null;
    await frame.time.pass(500);
    expect(frame.acted).to.deep.equal(['own1']);
    expect([frame.said, frame.probes]).to.deep.equal([
      ['action own1 sent', 'begun own1', 'ended own1'],
      0,
    ]);
  });

  it('takes its own actions for begun after a sleep, and asks how they ended', async () => {
    const {ends} = frame.request();
    frame.hear({kind: 'action', action: MUTE});
    frame.delivery.leave();
    expect(frame.delivery.open.map(({id, status}) => `${id} ${status}`)).to.deep.equal([
      'own1 begun',
    ]);
    frame.delivery.resendOwn();
    expect(frame.said).to.deep.equal(['action own1 sent', 'action own1 begun']);
    frame.hear({kind: 'ended', id: 'own1', outcome: 'done'});
    await settled();
    expect(ends).to.deep.equal([DONE]);
    frame.delivery.resendOwn();
    expect(frame.said).to.have.length(2);
  });

  it('begins nothing after a sleep that it was about to begin before', async () => {
    frame.lead = 'own';
    frame.hear({kind: 'action', action: MUTE});
    frame.delivery.leave();
    await frame.note();
    expect(frame.acted).to.deep.equal([]);
  });

  it('ends all that was asked for here when it is disposed, and knows nothing any more', async () => {
    const {ends} = frame.request();
    frame.hear({kind: 'ended', id: 'a1', outcome: 'done'});
    frame.delivery.dispose();
    await settled();
    expect(ends).to.deep.equal([{outcome: 'no-leader'}]);
    expect(frame.time.pending).to.equal(0);
    expect(frame.delivery.open).to.deep.equal([]);
    frame.delivery.resendOwn();
    frame.hear({kind: 'action', action: MUTE});
    expect(frame.said).to.deep.equal(['action own1 sent']);
  });

  it('gives the app nothing of what was about to begin when it is disposed', async () => {
    frame.lead = 'own';
    frame.hear({kind: 'action', action: MUTE});
    frame.delivery.dispose();
    await frame.note();
    await frame.time.pass(1000);
    expect(frame.acted).to.deep.equal([]);
  });

  it('is of no concern to it what else is said', () => {
    frame.hear({kind: 'alive'});
    frame.lead = 'own';
    frame.witness = null;
    frame.delivery.receive({kind: 'probe'}, 'other');
    expect([frame.posted, frame.heard]).to.deep.equal([[], []]);
  });
});
