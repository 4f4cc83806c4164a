/** What one end of the hub says when it joins, changes and leaves, and what it knows of the others. */
import {expect} from '@open-wc/testing';
import {Hub} from '../../src/hub/hub.js';
import type {HubEnvironment} from '../../src/hub/hub-environment.js';
import {readCall, type Call} from '../../src/model/call/call.js';
import {OPENED_CARD} from '../../src/model/card/card-reducer.js';
import type {HubCall} from '../../src/model/hub/hub-call.js';
import {writeHubMessage, type HubMessage} from '../../src/model/hub/hub-message.js';
import {FakeHubWorld, TAB, type FakeHubFrame} from '../support/fake-hub-world.js';
import {CALL_OPTIONS} from '../support/fake-portal.js';
import {ManualTime, settled} from '../support/manual-time.js';

function callOf(id = 'call', more: object = {}): Call {
  const {value} = readCall({...CALL_OPTIONS, CALL_ID: id, ...more});
  if (value === null) throw new Error('The call can’t be read.');
  return value;
}

function shown(title: string, id = 'call'): HubCall {
  return {call: callOf(id), card: {...OPENED_CARD, title}};
}

describe('one end of the hub', () => {
  let world: FakeHubWorld;
  beforeEach(() => (world = new FakeHubWorld()));

  /** The kinds of what was said since, by one frame. */
  function said(from: FakeHubFrame, since = 0): readonly string[] {
    return world.posted
      .slice(since)
      .filter((each) => each.from === from.hub.id)
      .map(({text}) => /"kind":"(\w+)"/.exec(text)?.[1] ?? '');
  }

  /** A frame hears a message of another, after all that this one has said. */
  function hear(frame: FakeHubFrame, message: HubMessage, from: string): void {
    frame.hear(writeHubMessage('app', {from, number: 100_000, to: null, message}));
  }

  it('is off while it joins', async () => {
    await world.open();
    const frame = world.add(TAB);
    const opened = frame.hub.open();
    expect(frame.hub.state).to.deep.equal({status: 'off'});
    await world.settle();
    await opened;
    expect(frame.hub.state.status).to.equal('joined');
  });

  it('says nothing about itself that it has said already', async () => {
    const [frame] = [await world.open(), await world.open(TAB)];
    const since = world.posted.length;
    frame.hub.announce();
    expect(said(frame, since)).to.deep.equal([]);
    frame.change({rank: 'engine'});
    frame.hub.announce();
    expect(said(frame, since)).to.deep.equal(['frame']);
    frame.hub.announceCall(shown('A'));
    frame.hub.announceCall(shown('A'));
    expect(said(frame, since)).to.deep.equal(['frame', 'call']);
    frame.hub.announceCall(shown('B'));
    expect(said(frame, since)).to.have.length(3);
  });

  it('says to all what it has said to one alone', async () => {
    const [frame] = [await world.open(), await world.open(TAB)];
    frame.own = {...frame.own, rank: 'engine'};
    const since = world.posted.length;
    hear(frame, {kind: 'alive'}, 'stranger');
    frame.hub.announce();
    expect(said(frame, since)).to.deep.equal(['hello', 'frame']);
  });

  it('says nothing before it is open, and then what its card shows', async () => {
    const tab = await world.open(TAB);
    const frame = world.add();
    frame.show(shown('A'));
    expect(said(frame)).to.deep.equal([]);
    await frame.hub.open();
    await world.settle();
    expect(tab.cardFor('call')).to.include({title: 'A'});
  });

  it('tells its host of a call that has changed, and of nothing that has not', async () => {
    const [worker, tab] = [await world.open(), await world.open(TAB)];
    await world.settle();
    let changes = 0;
    tab.changed = () => (changes += 1);
    worker.hub.announceCall(shown('A'));
    await world.settle();
    expect(changes).to.equal(1);
    hear(tab, {kind: 'alive'}, worker.hub.id);
    expect(changes).to.equal(1);
  });

  it('tells its host that there is no way to others', async () => {
    world = new FakeHubWorld({channel: false});
    const frame = world.add();
    let changes = 0;
    frame.changed = () => (changes += 1);
    await frame.hub.open();
    expect(changes).to.equal(1);
    expect(frame.hub.state).to.include({reach: 'none', leads: true});
    expect(world.locks.held).to.deep.equal([]);
  });

  it('takes no call of a stranger', async () => {
    const tab = await world.open(TAB);
    hear(tab, {kind: 'call', call: {...shown('A'), opening: 1}}, 'stranger');
    expect(tab.hub.calls.calls).to.deep.equal([]);
  });

  it('has the other frames, the oldest first', async () => {
    const old = await world.open();
    await world.pass(100);
    const young = await world.open();
    // The older one is heard after the younger.
    world.loses = (text) =>
      text.includes('"kind":"welcome"') && text.includes(`"from":"${old.hub.id}"`);
    const tab = world.add(TAB);
    void tab.hub.open();
    await world.pass(200);
    old.change({rank: 'engine'});
    await world.settle();
    const {state} = tab.hub;
    expect(state.status === 'joined' && state.frames.map(({id}) => id)).to.deep.equal([
      old.hub.id,
      young.hub.id,
    ]);
    expect(tab.hub.data.frameId).to.equal(tab.hub.id);
    young.change({callId: 'call'});
    await world.settle();
    expect(tab.hub.data.others).to.deep.equal([young.hub.id]);
  });

  it('shows the card of the oldest frame, and its own as its own age', async () => {
    const old = await world.open();
    await world.pass(100);
    const young = await world.open();
    await world.pass(100);
    const tab = await world.open(TAB);
    young.show(shown('young'));
    await world.settle();
    old.show(shown('old'));
    await world.settle();
    expect(tab.cardFor('call')).to.include({title: 'old'});
    tab.hub.announceCall(shown('tab'));
    expect(tab.hub.calls.calls.map(({card}) => card?.title)).to.deep.equal(['old']);
    expect(young.hub.calls.calls.map(({card}) => card?.title)).to.deep.equal(['old']);
    old.close();
    await world.pass(100);
    expect(young.hub.calls.calls.map(({card}) => card?.title)).to.deep.equal(['young']);
  });

  it('knows a call whose teller has gone as long as a frame shows it', async () => {
    const [worker, tab] = [await world.open(), await world.open(TAB)];
    await world.open({...TAB, callId: 'another'});
    worker.show(shown('A'));
    await world.settle();
    worker.close();
    await world.pass(100);
    expect(tab.cardFor('call')).to.include({title: 'A'});
    tab.change({callId: null});
    await world.pass(100);
    expect(tab.hub.calls.calls).to.deep.equal([]);
  });

  it('tells a frame that acts as the leader who leads', async () => {
    const [leader, other] = [await world.open(), await world.open()];
    await world.settle();
    const since = world.posted.length;
    hear(leader, {kind: 'begun', id: 'x', witness: null}, other.hub.id);
    expect(said(leader, since)).to.deep.equal(['lead']);
  });

  it('asks the others for a turn where one of them may write', async () => {
    const [tab] = [await world.open(TAB), await world.open(), await world.open(TAB)];
    await world.settle();
    const since = world.posted.length;
    void tab.hub.drafts.takeTurn('a');
    expect(said(tab, since)).to.deep.equal(['saving']);
  });

  it('knows which call the card beside it is of', async () => {
    const worker = await world.open({page: 'here'});
    expect(worker.hub.callBeside).to.equal(null);
    await world.open({...TAB, page: 'there', callId: 'there'});
    await world.settle();
    expect(worker.hub.callBeside).to.equal(null);
    const tab = await world.open({...TAB, page: 'here', callId: 'here'});
    await world.settle();
    expect(worker.hub.callBeside).to.equal('here');
    tab.hub.close();
    await world.settle();
    expect(worker.hub.callBeside).to.equal(null);
  });

  it('knows a campaign’s client as the tab has read it, and by which id its worker does', async () => {
    const client = (id: string): Call => callOf(id, {CALL_LIST_MODE: true});
    const worker = await world.open();
    worker.show({call: client('first'), card: OPENED_CARD});
    const tab = await world.open({...TAB, callId: 'second', client: client('second')});
    await world.settle();
    expect(tab.hub.idInCard(null)).to.equal(null);
    expect(tab.hub.idInCard(client('second'))).to.equal('first');
    expect(worker.hub.clientAsRead(client('first'))?.id).to.equal('second');
    worker.hub.close();
    expect(worker.hub.clientAsRead(client('first'))).to.equal(undefined);
  });

  it('leaves its page and the others when it is closed, also where it was never open', async () => {
    const [frame, other] = [await world.open({page: 'here'}), await world.open({page: 'here'})];
    await world.settle();
    world.add().hub.close();
    frame.hub.close();
    await world.settle();
    expect(other.hub.state).to.have.nested.property('frames.length', 0);
    expect(world.neighbours('here')).to.deep.equal([other.hub.id]);
    expect(frame.hub.state).to.include({reach: 'none', leads: true});
  });

  it('says nothing of its card when it has left while it joined', async () => {
    await world.open();
    const frame = world.add();
    frame.show(shown('A'));
    const opened = frame.hub.open();
    frame.hub.close();
    await world.pass(500);
    await opened;
    expect(said(frame)).to.not.include('call');
  });
});

describe('the role of a frame', () => {
  for (const [role, isInSlider, told] of [
    ['other', true, 'slider'],
    ['other', false, 'other'],
    ['worker', true, 'worker'],
  ] as const) {
    it(`is told as ${told} where it is ${role}, ${isInSlider ? 'in a slider' : 'in a page'}`, async () => {
      const posted: string[] = [];
      let ended = 0;
      const time = new ManualTime();
      const environment: HubEnvironment = {
        clock: time,
        newId: () => 'own',
        open: () => ({
          reach: 'siblings',
          post: (text) => posted.push(text),
          close: () => undefined,
        }),
        locks: null,
        isInSlider,
        enterPage: () => () => undefined,
        neighbours: () => [],
        observePage: () => () => (ended += 1),
      };
      const hub = new Hub('app', environment, {
        describe: () => ({...TAB, role}),
        runHere: () => Promise.resolve(),
        act: () => undefined,
        changed: () => undefined,
        fault: () => undefined,
      });
      void hub.open();
      await settled();
      expect((JSON.parse(posted[0] ?? '') as {frame: unknown}).frame).to.include({role: told});
      hub.close();
      expect(ended).to.equal(1);
    });
  }
});
