import {expect} from '@open-wc/testing';
import {CallOpenings} from '../../src/hub/call-openings.js';
import {OPENED_CARD} from '../../src/model/card/card-reducer.js';
import {readCall, type Call} from '../../src/model/call/call.js';
import type {HubCall} from '../../src/model/hub/hub-call.js';
import {FakeHubWorld, TAB} from '../support/fake-hub-world.js';
import {CALL_OPTIONS} from '../support/fake-portal.js';
import {rejectionOf} from '../support/rejection.js';

const MUTE = {name: 'setMute', parameters: {muted: true}} as const;

function callOf(id: string, number = '+4930123456'): Call {
  const {value} = readCall({...CALL_OPTIONS, CALL_ID: id, PHONE_NUMBER: number});
  if (value === null) throw new Error('The call can’t be read.');
  return value;
}

describe('the openings of a call’s cards', () => {
  it('count up where the portal uses an id again', () => {
    const openings = new CallOpenings();
    expect(openings.ofOwn(callOf('a'), 1, 0)).to.equal(1);
    expect(openings.ofOwn(callOf('a'), 1, 0)).to.equal(1);
    expect(openings.ofOwn(callOf('a'), 2, 0)).to.equal(2);
    expect(openings.ofOwn(callOf('b'), 3, 0)).to.equal(1);
    expect(openings.ofOwn(callOf('a'), 4, 0)).to.equal(3);
  });

  it('are the same for the call in one more portal tab, whichever hears of it first', () => {
    const [first, second, third] = [new CallOpenings(), new CallOpenings(), new CallOpenings()];
    // At the same moment, before one has heard of the other.
    expect(first.ofOwn(callOf('a'), 1, 0)).to.equal(1);
    expect(second.ofOwn(callOf('a'), 7, 0)).to.equal(1);
    // The next call with this id: here the first has told already.
    expect(first.ofOwn(callOf('a'), 2, 1)).to.equal(2);
    expect(second.ofOwn(callOf('a'), 8, 2)).to.equal(2);
    // A page that was loaded meanwhile.
    expect(third.ofOwn(callOf('a'), 1, 2)).to.equal(2);
  });

  it('are not forgotten when the card that was told of is closed', () => {
    const openings = new CallOpenings();
    openings.heard('a', 4);
    expect(openings.ofOwn(callOf('a'), 1, 0)).to.equal(5);
  });
});

describe('two calls with one id', () => {
  const shown = (title: string | null = null, number?: string): HubCall => ({
    call: callOf('call', number),
    card: {...OPENED_CARD, title},
  });

  it('don’t share commands: what was sent for the first is refused on the card of the second', async () => {
    const world = new FakeHubWorld();
    const worker = await world.open();
    const tab = await world.open(TAB);
    worker.show(shown('First'), 1);
    await world.settle();
    const refused = rejectionOf(tab.hub.commands.relayCommand(MUTE, 'call'));
    // Before the message arrives.
    worker.show(shown('Second'), 2);
    await world.settle();
    expect((await refused).code).to.equal('no-card');
    expect(worker.ran).to.deep.equal([]);
    expect(tab.cardFor('call')).to.include({title: 'Second'});
    const done = tab.hub.commands.relayCommand(MUTE, 'call');
    await world.settle();
    await done;
    expect(worker.ran).to.have.length(1);
  });

  it('don’t share what was set: a frame that comes later hears of the second alone', async () => {
    const world = new FakeHubWorld();
    const first = await world.open();
    first.show(shown('First'), 1);
    first.hub.commands.announceCommand(MUTE, 'call');
    first.show(shown('Second'), 2);
    await world.settle();
    const second = await world.open();
    expect(second.hub.commands.elsewhere('call')?.card).to.include({title: 'Second', muted: false});
  });

  it('are told apart by a portal tab that still shows the card of the first', async () => {
    const world = new FakeHubWorld();
    const [stale, worker] = [await world.open(), await world.open()];
    stale.show(shown('First'), 1);
    worker.show(shown('First'), 1);
    await world.settle();
    worker.show(shown(), 2);
    await world.settle();
    // Nothing of the first comes to the card of the second.
    expect(worker.hub.commands.elsewhere('call')).to.equal(undefined);
    const tab = await world.open(TAB);
    expect(tab.cardFor('call')).to.include({title: null});
    const done = tab.hub.commands.relayCommand(MUTE, 'call');
    await world.settle();
    await done;
    expect([stale, worker].map(({ran}) => ran.length)).to.deep.equal([0, 1]);
  });

  it('are told apart by their numbers where a portal tab has never shown the first', async () => {
    const world = new FakeHubWorld();
    const [stale, worker] = [await world.open(), await world.open()];
    stale.show(shown('First'), 1);
    await world.settle();
    worker.show(shown(null, '+493099'), 1);
    await world.settle();
    expect(worker.hub.commands.elsewhere('call')).to.equal(undefined);
  });
});
