/** What one frame makes of actions, message by message. */
import {expect} from '@open-wc/testing';
import {ActionDelivery} from '../../../src/hub/actions/action-delivery.js';
import type {HubActionRequest} from '../../../src/hub/hub-host.js';
import type {ActionEnd, HubAction, HubMessage} from '../../../src/model/hub/hub-message.js';
import {Deferred} from '../../support/fake-portal.js';
import {ManualTime, settled} from '../../support/manual-time.js';

const MUTE: HubAction = {
  id: 'a1',
  action: {name: 'mute', muted: true},
  callId: 'call-1',
  source: 'card',
  status: 'sent',
};
const DONE: ActionEnd = {outcome: 'done'};

/** The delivery of actions in one frame. What it hears and is asked for the test decides. */
class Frame {
  readonly time = new ManualTime();
  readonly posted: HubMessage[] = [];
  /** To whom each message went; `undefined` for all. */
  readonly to: (string | undefined)[] = [];
  readonly heard: HubActionRequest[] = [];
  readonly challenged: string[] = [];
  probes = 0;
  lead: 'own' | 'other' | 'none' = 'own';
  witness: string | null = 'other';
  app: () => Promise<void> | undefined = () => undefined;
  readonly delivery: ActionDelivery;
  #ids = 0;

  constructor() {
    this.delivery = new ActionDelivery({
      frameId: 'this',
      post: (message, to) => {
        this.posted.push(message);
        this.to.push(to);
      },
      clock: this.time,
      newId: () => `own${(this.#ids += 1)}`,
      lead: () => this.lead,
      challengeLeader: (id) => this.challenged.push(id),
      witness: () => this.witness,
      host: {
        act: (request) => {
          this.heard.push(request);
          return this.app();
        },
      },
      probeLeader: () => (this.probes += 1),
    });
  }

  hear(message: HubMessage, from = 'other'): void {
    this.delivery.receive(message, from);
  }

  /** The witness notes what is begun, and what comes of that has come. */
  async note(id = 'a1'): Promise<void> {
    this.hear({kind: 'noted', id});
    await settled();
  }

  /** Asks for an action as this frame's operator. */
  request(): {readonly ends: ActionEnd[]} {
    const ends: ActionEnd[] = [];
    const {action, callId, source} = MUTE;
    void this.delivery.requestAction({action, callId, source}).then((end) => ends.push(end));
    return {ends};
  }

  /** The messages by their kinds, each with the action's id. */
  get said(): readonly string[] {
    return this.posted.map((message) => {
      if (message.kind === 'action') return `action ${message.action.id} ${message.action.status}`;
      return `${message.kind} ${'id' in message ? message.id : ''}`;
    });
  }

  get acted(): readonly string[] {
    return this.heard.map(({id, interrupted}) => `${id}${interrupted ? ' interrupted' : ''}`);
  }
}

function welcome(actions: readonly HubAction[]): HubMessage {
  const frame = {
    id: 'other',
    role: 'worker',
    since: 0,
    callId: null,
    client: null,
    commands: [],
    rank: 'none',
    handles: [],
    liveness: 'locks',
    throttled: false,
  } as const;
  return {
    kind: 'welcome',
    frame,
    epoch: 0,
    leaderId: null,
    calls: [],
    orphans: [],
    settings: [],
    actions,
  };
}

describe('the delivery of actions in a frame that leads', () => {
  let frame: Frame;
  beforeEach(() => (frame = new Frame()));

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
    const left = new Frame();
    left.hear({kind: 'action', action: MUTE});
    left.time.standStill(5000);
    left.witness = null;
    await left.note();
    expect(left.acted).to.deep.equal(['a1']);
  });
});

describe('the delivery of actions in a frame that has lost the lead', () => {
  let frame: Frame;
  beforeEach(() => (frame = new Frame()));

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

describe('the delivery of actions in a frame that does not lead', () => {
  let frame: Frame;
  beforeEach(() => {
    frame = new Frame();
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
