import {expect} from '@open-wc/testing';
import {OPENED_CARD} from '../../src/model/card/card-reducer.js';
import {readCall} from '../../src/model/call/call.js';
import type {OpenCard} from '../../src/model/card/card.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import type {HubCall} from '../../src/model/hub/hub-call.js';
import {FakeHubWorld, TAB, type WorldSetup} from '../support/fake-hub-world.js';
import {CALL_OPTIONS} from '../support/fake-portal.js';
import {rejectionOf} from '../support/rejection.js';

const MUTE = {name: 'setMute', parameters: {muted: true}} as const;

function callOf(id: string, card: Partial<OpenCard> | null = {}): HubCall {
  const {value} = readCall({...CALL_OPTIONS, CALL_ID: id});
  if (value === null) throw new Error('The call can’t be read.');
  return {call: value, card: card === null ? null : {...OPENED_CARD, ...card}};
}

const WORLDS: readonly (WorldSetup & {readonly words: string})[] = [
  {words: 'with locks', locks: 'granted'},
  {words: 'with locks refused', locks: 'refused'},
  {words: 'without locks', locks: 'absent'},
];

for (const {words, ...setup} of WORLDS) {
  describe(`the hub ${words}`, () => {
    it('lets frames find each other, and says what they are', async () => {
      const world = new FakeHubWorld(setup);
      const tab = await world.open(TAB);
      const worker = await world.open();
      await world.settle();
      const {state} = tab.hub;
      expect(state).to.include({status: 'joined', reach: 'channel'});
      expect(state).to.have.nested.property('frames[0].role', 'worker');
      expect(worker.hub.state).to.have.nested.property('frames[0].role', 'tab');
    });

    it('has exactly one leader, and the better suited frame takes over', async () => {
      const world = new FakeHubWorld(setup);
      const listening = await world.open({...TAB, rank: 'listening'});
      await world.pass(3000);
      expect(listening.leads).to.equal(true);
      const engine = await world.open({rank: 'engine'});
      await world.pass(3000);
      expect([listening.leads, engine.leads]).to.deep.equal([false, true]);
    });

    it('has a leader when the better suited frame is ready at the very moment in which one begins', async () => {
      const world = new FakeHubWorld(setup);
      const [worker, tab] = [await world.open({rank: 'none'}), await world.open(TAB)];
      await world.pass(1000);
      tab.change({rank: 'listening'});
      worker.change({rank: 'listening-worker'});
      await world.pass(3000);
      expect([worker.leads, tab.leads]).to.deep.equal([true, false]);
      expect(await finished(world, tab.hub.actions.requestAction(answer()))).to.deep.equal({
        outcome: 'done',
      });
    });

    it('does not let a frame lead in which nobody listens', async () => {
      const world = new FakeHubWorld(setup);
      const tab = await world.open(TAB);
      await world.pass(3000);
      expect(tab.leads).to.equal(false);
      expect(await finished(world, tab.hub.actions.requestAction(answer()))).to.deep.equal({
        outcome: 'no-leader',
      });
    });

    for (const end of ['close', 'die'] as const) {
      it(`has a new leader within two seconds when the leader’s page does ${end}`, async () => {
        const world = new FakeHubWorld(setup);
        const first = await world.open();
        const second = await world.open();
        await world.pass(1000);
        expect([first.leads, second.leads]).to.deep.equal([true, false]);
        first[end]();
        await world.pass(2000);
        expect(second.leads).to.equal(true);
        expect(second.hub.state).to.have.nested.property('frames.length', 0);
      });
    }

    it('hands an action to the leader once, and says when it is done', async () => {
      const world = new FakeHubWorld(setup);
      const leader = await world.open();
      const tab = await world.open(TAB);
      const other = await world.open();
      const outcome = tab.hub.actions.requestAction(answer());
      expect(await finished(world, outcome)).to.deep.equal({outcome: 'done'});
      expect(leader.acted.map(({action, interrupted}) => ({action, interrupted}))).to.deep.equal([
        {action: {name: 'answer'}, interrupted: false},
      ]);
      expect(other.acted).to.deep.equal([]);
    });

    it('tells the frame that asked what the leader’s app has failed with', async () => {
      const world = new FakeHubWorld(setup);
      const leader = await world.open();
      const tab = await world.open(TAB);
      leader.app = () => Promise.reject(new Error('The engine is down.'));
      expect(await finished(world, tab.hub.actions.requestAction(answer()))).to.deep.equal({
        outcome: 'failed',
        message: 'The engine is down.',
      });
    });

    it('tells the new leader of what the old one had begun, as interrupted', async () => {
      const world = new FakeHubWorld(setup);
      const first = await world.open();
      const second = await world.open();
      const tab = await world.open(TAB);
      first.app = () => new Promise(() => undefined);
      const outcome = tab.hub.actions.requestAction(answer());
      await world.settle();
      expect(first.acted).to.have.length(1);
      first.die();
      expect(await finished(world, outcome)).to.deep.equal({outcome: 'interrupted'});
      expect(second.acted.map(({interrupted}) => interrupted)).to.deep.equal([true]);
    });

    it('gives the new leader what the old one never began, as new', async () => {
      const world = new FakeHubWorld(setup);
      const first = await world.open();
      const second = await world.open();
      const tab = await world.open(TAB);
      first.freeze(false);
      const outcome = tab.hub.actions.requestAction(answer());
      expect(await finished(world, outcome)).to.deep.equal({outcome: 'done'});
      expect(second.acted.map(({interrupted}) => interrupted)).to.deep.equal([false]);
      first.thaw(false);
      await world.pass(3000);
      expect(first.acted).to.deep.equal([]);
      expect([first, second].filter(({leads}) => leads)).to.have.length(1);
    });

    it('passes the lead on when the page is frozen, and takes it back in', async () => {
      const world = new FakeHubWorld(setup);
      const first = await world.open();
      const second = await world.open();
      first.freeze(true);
      await world.pass(2000);
      expect(second.leads).to.equal(true);
      first.thaw(true);
      await world.pass(2000);
      expect([first, second].filter(({leads}) => leads)).to.have.length(1);
      expect(second.hub.state).to.have.nested.property('frames.length', 1);
    });

    it('runs a command in every frame that has the call’s card', async () => {
      const world = new FakeHubWorld(setup);
      const [first, second, stranger] = [
        await world.open(),
        await world.open(),
        await world.open(),
      ];
      const tab = await world.open(TAB);
      first.show(callOf('call'));
      second.show(callOf('call'));
      stranger.show(callOf('another'));
      await world.settle();
      expect([...tab.hub.commands.reachableCommands('call')]).to.include('setMute');
      await finished(world, tab.hub.commands.relayCommand(MUTE, 'call'));
      expect([first, second, stranger].map(({ran}) => ran.length)).to.deep.equal([1, 1, 0]);
    });

    it('shows what a worker has told at the very moment in which it goes', async () => {
      const world = new FakeHubWorld(setup);
      const worker = await world.open();
      worker.show(callOf('call', {muted: false}));
      const tab = await world.open(TAB);
      worker.show(callOf('call', {muted: true}));
      worker.close();
      await world.settle();
      expect(tab.cardFor('call')).to.include({muted: true});
    });

    it('shows what a worker tells, from the first moment of a tab that comes later', async () => {
      const world = new FakeHubWorld(setup);
      const worker = await world.open();
      worker.show(callOf('call', {muted: true, title: 'Anna'}));
      const tab = await world.open(TAB);
      expect(tab.cardFor('call')).to.include({status: 'open', muted: true, title: 'Anna'});
      worker.show(callOf('call', null));
      await world.settle();
      expect(tab.cardFor('call')).to.deep.equal({status: 'unseen'});
    });
  });
}

describe('commands from other frames', () => {
  it('settle with the reason of the worker', async () => {
    const {world, tab, workers} = await callInWorkers(1);
    workers[0].answer = () =>
      Promise.reject(new CallCardError('invalid-ui-state', 'No such state.'));
    const error = await finished(world, rejectionOf(tab.hub.commands.relayCommand(MUTE, 'call')));
    expect(error).to.include({code: 'invalid-ui-state', message: 'No such state.'});
  });

  it('say when only some of the cards did it', async () => {
    const {world, tab, workers} = await callInWorkers(2);
    workers[1].answer = () => Promise.reject(new CallCardError('timeout', 'Silence.'));
    const error = await finished(world, rejectionOf(tab.hub.commands.relayCommand(MUTE, 'call')));
    expect(error).to.include({code: 'partial-failure', request: 'CallCardSetMute'});
  });

  it('say when nobody is there', async () => {
    const world = new FakeHubWorld();
    const tab = await world.open(TAB);
    expect(await rejectionOf(tab.hub.commands.relayCommand(MUTE, 'call'))).to.include({
      code: 'unreachable',
    });
  });

  it('have an outcome when the worker vanishes', async () => {
    const {world, tab, workers} = await callInWorkers(1);
    workers[0].answer = () => new Promise(() => undefined);
    const gone = rejectionOf(tab.hub.commands.relayCommand(MUTE, 'call'));
    await world.settle();
    workers[0].close();
    expect(await finished(world, gone)).to.include({code: 'disconnected'});
  });

  it('time out when a worker is silent', async () => {
    const {world, tab, workers} = await callInWorkers(1);
    workers[0].freeze(false);
    const error = await finished(world, rejectionOf(tab.hub.commands.relayCommand(MUTE, 'call')));
    expect(error).to.include({code: 'timeout'});
  });

  it('ask a worker that was loaded in mid-call, for which having no card is no refusal', async () => {
    const {world, tab, workers} = await callInWorkers(1);
    const late = await world.open();
    late.answer = () => Promise.reject(new CallCardError('no-card', 'No card.'));
    await finished(world, tab.hub.commands.relayCommand(MUTE, 'call'));
    expect([workers[0].ran.length, late.ran.length]).to.deep.equal([1, 1]);
  });

  it('of two frames leave all cards with the same state', async () => {
    const {world, tab, workers} = await callInWorkers(2);
    const second = await world.open(TAB);
    const both = [
      tab.hub.commands.relayCommand(MUTE, 'call'),
      second.hub.commands.relayCommand({name: 'setMute', parameters: {muted: false}}, 'call'),
    ];
    await finished(world, Promise.all(both));
    const last = workers.map(({ran}) => ran.at(-1)?.command.parameters);
    expect(last[0]).to.deep.equal(last[1]);
  });

  it('are not run twice when the message comes twice', async () => {
    const {world, tab, workers} = await callInWorkers(1);
    await finished(world, tab.hub.commands.relayCommand(MUTE, 'call'));
    const [sent] = world.posted.filter(({text}) => text.includes('"kind":"command"'));
    const copy = sent?.text.replace(/"number":\d+/, '"number":9999') ?? '';
    workers[0].hear(copy);
    await world.settle();
    expect(workers[0].ran).to.have.length(1);
  });
});

describe('a leader without locks that stands still for a moment', () => {
  it('is not replaced in the middle of an action that it has just begun', async () => {
    const world = new FakeHubWorld({locks: 'absent'});
    const first = await world.open();
    const second = await world.open();
    const tab = await world.open(TAB);
    await world.pass(1000);
    // The machine is busy: the beats of the leader are late.
    world.loses = (text) => {
      if (text.includes('"kind":"begun"')) first.freeze(false);
      return text.includes('"kind":"beat"');
    };
    await world.pass(1150);
    const outcome = tab.hub.actions.requestAction(answer());
    await world.pass(300);
    first.thaw(false);
    world.loses = () => false;
    expect(await finished(world, outcome)).to.deep.equal({outcome: 'done'});
    await world.pass(3000);
    expect([...first.acted, ...second.acted].map(({interrupted}) => interrupted)).to.deep.equal([
      false,
    ]);
  });
});

describe('the hub’s quiet', () => {
  it('sends nothing while nothing happens, where there are locks', async () => {
    const world = new FakeHubWorld();
    for (let count = 0; count < 5; count += 1) await world.open();
    await world.pass(1000);
    const before = world.posted.length;
    await world.pass(60_000);
    expect(world.posted.length - before).to.equal(0);
  });

  it('sends one message for one change of a card, however many frames there are', async () => {
    for (const frames of [3, 20]) {
      const world = new FakeHubWorld();
      const worker = await world.open();
      for (let count = 1; count < frames; count += 1) await world.open(TAB);
      worker.show(callOf('call'));
      await world.settle();
      const before = world.posted.length;
      worker.hub.announceCall(callOf('call', {muted: true}));
      await world.settle();
      expect(world.posted.length - before).to.equal(1);
    }
  });

  it('does not mix two apps, or two portals', async () => {
    const world = new FakeHubWorld();
    const one = await world.open({name: 'one'});
    const two = await world.open({name: 'two'});
    await world.settle();
    expect([one, two].map(({hub}) => hub.state)).to.have.nested.property('[0].frames.length', 0);
    expect([one.leads, two.leads]).to.deep.equal([true, true]);
  });

  it('leads alone where no way to other frames is allowed', async () => {
    const world = new FakeHubWorld({channel: false, locks: 'refused'});
    const frame = await world.open();
    expect(frame.hub.state).to.include({status: 'joined', reach: 'none', leads: true});
    expect(await frame.hub.actions.requestAction(answer())).to.deep.equal({outcome: 'done'});
  });
});

function answer() {
  return {action: {name: 'answer'}, callId: 'call', source: 'controls'} as const;
}

async function callInWorkers(count: number) {
  const world = new FakeHubWorld();
  const workers = [];
  for (let index = 0; index < count; index += 1) {
    const worker = await world.open();
    worker.show(callOf('call'));
    workers.push(worker);
  }
  const tab = await world.open(TAB);
  const [first, second] = workers;
  if (first === undefined) throw new Error('There must be a worker.');
  return {world, tab, workers: [first, second ?? first] as const};
}

/** What a promise gives, with the time that it takes to settle. */
async function finished<T>(world: FakeHubWorld, promise: Promise<T>): Promise<T> {
  let isDone = false;
  const mark = (): void => void (isDone = true);
  promise.then(mark, mark);
  for (let turn = 0; turn < 400 && !(isDone as boolean); turn += 1) await world.pass(50);
  if (!(isDone as boolean)) throw new Error('It has not settled within 20 s.');
  return promise;
}
