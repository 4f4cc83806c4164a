/** What a frame that leads makes of actions, message by message. */
import {expect} from '@open-wc/testing';
import type {HubAction, HubMessage} from '../../../src/model/hub/hub-message.js';
import {ActionStage, MUTE} from '../../support/action-stage.js';
import {Deferred} from '../../support/fake-portal.js';
import {hubFrame} from '../../support/hub-frames.js';
import {settled} from '../../support/manual-time.js';

function welcome(actions: readonly HubAction[]): HubMessage {
  return {
    kind: 'welcome',
    frame: hubFrame('other'),
    epoch: 0,
    leaderId: null,
    calls: [],
    orphans: [],
    settings: [],
    actions,
  };
}

describe('the delivery of actions in a frame that leads', () => {
  let frame: ActionStage;
  beforeEach(() => (frame = new ActionStage()));

  it('gives the app what another frame has noted as begun', async () => {
    frame.hear({kind: 'action', action: MUTE});
    expect(frame.posted).to.deep.equal([{kind: 'begun', id: 'a1', witness: 'other'}]);
    expect(frame.heard).to.deep.equal([]);
    expect(frame.delivery.open).to.deep.equal([{...MUTE, status: 'begun'}]);
    await frame.note();
    expect(frame.heard).to.deep.equal([{...MUTE, interrupted: false}]);
    expect(frame.posted.at(-1)).to.deep.equal({kind: 'ended', id: 'a1', outcome: 'done'});
    expect(frame.delivery.open).to.deep.equal([]);
    expect(frame.time.pending).to.equal(0);
  });

  it('gives it to the app at once where no other frame could note it', () => {
    frame.witness = null;
    frame.hear({kind: 'action', action: MUTE});
    expect(frame.acted).to.deep.equal(['a1']);
    expect(frame.posted).to.deep.equal([
      {kind: 'begun', id: 'a1', witness: null},
      {kind: 'ended', id: 'a1', outcome: 'done'},
    ]);
  });

  it('keeps the operator not waiting for a frame that does not note it', async () => {
    frame.hear({kind: 'action', action: MUTE});
    await frame.time.pass(199);
    expect(frame.acted).to.deep.equal([]);
    await frame.time.pass(1);
    expect(frame.acted).to.deep.equal(['a1']);
  });

  it('does not take the note of one action for that of another', async () => {
    frame.hear({kind: 'action', action: MUTE});
    await frame.note('a2');
    expect(frame.acted).to.deep.equal([]);
  });

  it('gives the app one action after the other, in their order', async () => {
    frame.hear({kind: 'action', action: MUTE});
    frame.hear({kind: 'action', action: {...MUTE, id: 'a2'}});
    expect(frame.said).to.deep.equal(['begun a1']);
    await frame.note('a2');
    expect(frame.acted).to.deep.equal([]);
    await frame.note('a1');
    expect(frame.said).to.deep.equal(['begun a1', 'ended a1', 'begun a2']);
    await frame.note('a2');
    expect(frame.acted).to.deep.equal(['a1', 'a2']);
    // The queue is empty: the next one is begun at once.
    frame.hear({kind: 'action', action: {...MUTE, id: 'a3'}});
    expect(frame.said.at(-1)).to.equal('begun a3');
  });

  it('gives the app none twice that comes again while it is begun, or while the app does it', async () => {
    const doing = new Deferred<void>();
    frame.app = () => doing.promise;
    frame.hear({kind: 'action', action: MUTE});
    frame.hear({kind: 'action', action: MUTE});
    await frame.note();
    frame.hear({kind: 'action', action: MUTE});
    frame.hear(welcome([MUTE]));
    await frame.time.pass(1000);
    expect(frame.acted).to.deep.equal(['a1']);
    expect(frame.said).to.deep.equal(['begun a1']);
    doing.resolve();
    await settled();
    expect(frame.said).to.deep.equal(['begun a1', 'ended a1']);
  });

  it('gives the app what a frame that it has met brings along', async () => {
    frame.hear(welcome([MUTE, {...MUTE, id: 'a2', status: 'begun'}]));
    await frame.note('a1');
    await frame.note('a2');
    expect(frame.acted, 'another leader had begun the second').to.deep.equal([
      'a1',
      'a2 interrupted',
    ]);
    expect(frame.posted.at(-1)).to.include({outcome: 'interrupted'});
  });

  it('tells the frames that an action has failed, with no more words than they would read', async () => {
    frame.app = () => Promise.reject(new Error('down '.repeat(200)));
    frame.hear({kind: 'action', action: MUTE});
    await frame.note();
    const message = 'down '.repeat(100);
    expect(frame.posted.at(-1)).to.deep.equal({
      kind: 'ended',
      id: 'a1',
      outcome: 'failed',
      message,
    });
    // A frame that has missed the end asks again.
    frame.hear({kind: 'action', action: MUTE});
    expect(frame.posted.slice(-2).map(({kind}) => kind)).to.deep.equal(['ended', 'ended']);
    expect(frame.posted.at(-1)).to.deep.equal({
      kind: 'ended',
      id: 'a1',
      outcome: 'failed',
      message,
    });
    expect(frame.to.at(-1)).to.equal('other');
  });

  it('tells of it as interrupted when another leader had begun it, although that is heard late', async () => {
    frame.hear({kind: 'action', action: MUTE});
    // It led until a moment ago: this was on its way before it noted anything for this frame.
    frame.hear({kind: 'begun', id: 'a1', witness: 'gone'}, 'gone');
    expect(frame.challenged).to.deep.equal(['gone']);
    await frame.note();
    expect(frame.acted).to.deep.equal(['a1 interrupted']);
    expect(frame.posted.at(-1)).to.deep.equal({kind: 'ended', id: 'a1', outcome: 'interrupted'});
  });

  it('does not give the app what another frame says has ended', async () => {
    frame.hear({kind: 'action', action: MUTE});
    frame.hear({kind: 'ended', id: 'a1', outcome: 'done'});
    await frame.note();
    expect(frame.acted).to.deep.equal([]);
    expect(frame.delivery.open).to.deep.equal([]);
  });

  it('does not begin what has ended while it waited for those before it', async () => {
    for (const id of ['a1', 'a2', 'a3']) frame.hear({kind: 'action', action: {...MUTE, id}});
    frame.hear({kind: 'ended', id: 'a2', outcome: 'done'});
    await frame.note('a1');
    await frame.note('a3');
    expect(frame.said).to.deep.equal(['begun a1', 'ended a1', 'begun a3', 'ended a3']);
  });

  it('asks anew for a note that comes so late that the page must have stood still', async () => {
    frame.hear({kind: 'action', action: MUTE});
    frame.time.standStill(501);
    await frame.note();
    expect(frame.said).to.deep.equal(['begun a1', 'begun a1']);
    expect(frame.acted).to.deep.equal([]);
    await frame.note();
    expect(frame.acted).to.deep.equal(['a1']);
  });

  it('takes a note that is a little late, and any when no frame is left that could lead', async () => {
    frame.hear({kind: 'action', action: MUTE});
    frame.time.standStill(500);
    await frame.note();
    expect(frame.acted).to.deep.equal(['a1']);
    const left = new ActionStage();
    left.hear({kind: 'action', action: MUTE});
    left.time.standStill(5000);
    left.witness = null;
    await left.note();
    expect(left.acted).to.deep.equal(['a1']);
  });
});

describe('the delivery of actions in a frame that has lost the lead', () => {
  let frame: ActionStage;
  beforeEach(() => (frame = new ActionStage()));

  function loseLead(): void {
    frame.lead = 'other';
    frame.delivery.endTerm();
  }

  it('gives the app nothing that it was about to begin, and nothing that waited behind it', async () => {
    frame.hear({kind: 'action', action: MUTE});
    frame.hear({kind: 'action', action: {...MUTE, id: 'a2'}});
    loseLead();
    await frame.note();
    await frame.time.pass(1000);
    expect(frame.acted).to.deep.equal([]);
    expect(frame.said).to.deep.equal(['begun a1']);
    const statuses = frame.delivery.open.map(({status}) => status);
    expect(statuses, 'the second was never begun').to.deep.equal(['begun', 'sent']);
  });

  it('leaves what it was at before its next term to that term', async () => {
    frame.hear({kind: 'action', action: MUTE});
    frame.hear({kind: 'action', action: {...MUTE, id: 'a2'}});
    await frame.time.pass(100);
    loseLead();
    frame.lead = 'own';
    frame.delivery.beginOpenActions();
    expect(frame.said).to.deep.equal(['begun a1', 'begun a1']);
    // The time that the first note had is over, and that of the second is not.
    await frame.time.pass(150);
    expect(frame.acted).to.deep.equal([]);
    frame.hear({kind: 'action', action: {...MUTE, id: 'a3'}});
    expect(frame.said).to.deep.equal(['begun a1', 'begun a1']);
    await frame.time.pass(50);
    expect(frame.acted).to.deep.equal(['a1 interrupted']);
    await frame.time.pass(400);
    expect(frame.acted).to.deep.equal(['a1 interrupted', 'a2', 'a3']);
  });

  it('begins it anew when it leads again, and not twice for what it was at before', async () => {
    frame.hear({kind: 'action', action: MUTE});
    loseLead();
    frame.lead = 'own';
    frame.delivery.beginOpenActions();
    expect(frame.said).to.deep.equal(['begun a1', 'begun a1']);
    await frame.note();
    await frame.time.pass(1000);
    expect(frame.acted, 'it was begun by this frame').to.deep.equal(['a1 interrupted']);
  });

  it('goes on with what its app is doing, which no next term begins again', async () => {
    const doing = new Deferred<void>();
    frame.app = () => doing.promise;
    frame.hear({kind: 'action', action: MUTE});
    await frame.note();
    loseLead();
    frame.lead = 'own';
    frame.delivery.beginOpenActions();
    await frame.time.pass(1000);
    expect(frame.acted).to.deep.equal(['a1']);
    doing.resolve();
    await settled();
    expect(frame.posted.at(-1)).to.deep.equal({kind: 'ended', id: 'a1', outcome: 'done'});
  });

  it('gives the app nothing, also when it has not been told yet that it leads no more', async () => {
    frame.hear({kind: 'action', action: MUTE});
    frame.lead = 'none';
    await frame.note();
    expect(frame.acted).to.deep.equal([]);
    frame.lead = 'own';
    await frame.time.pass(1000);
    expect(frame.acted).to.deep.equal([]);
  });
});
