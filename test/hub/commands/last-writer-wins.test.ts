/** Which of two commands counts, in whatever order they arrive. */
import {expect} from '@open-wc/testing';
import {LastWriterWins} from '../../../src/hub/commands/last-writer-wins.js';
import {readCall, type Call} from '../../../src/model/call/call.js';
import {OPENED_CARD} from '../../../src/model/card/card-reducer.js';
import type {CardCommand} from '../../../src/model/card/card-command.js';
import type {HubSetting} from '../../../src/model/hub/hub-message.js';
import {MOST_HUB_ITEMS} from '../../../src/model/parse/hub-values.js';
import {CALL_OPTIONS} from '../../support/fake-portal.js';
import {ManualTime} from '../../support/manual-time.js';

const mute = (muted: boolean): CardCommand => ({name: 'setMute', parameters: {muted}});
const title = (text: string): CardCommand => ({name: 'setTitle', parameters: {title: text}});
const START: CardCommand = {name: 'startTimer', parameters: {}};
const STOP: CardCommand = {name: 'stopTimer', parameters: {}};

function setting(command: CardCommand, count: number, more: Partial<HubSetting> = {}): HubSetting {
  return {callId: 'call', opening: 1, stamp: {count, frameId: 'b'}, command, ...more};
}

function callOf(id = 'call'): Call {
  const {value} = readCall({...CALL_OPTIONS, CALL_ID: id});
  if (value === null) throw new Error('The call can’t be read.');
  return value;
}

describe('the last writer', () => {
  let registers: LastWriterWins;
  beforeEach(() => (registers = new LastWriterWins()));
  const commands = (): readonly CardCommand[] => registers.settings.map(({command}) => command);

  it('wins by its count, and where that is the same, by the frame', () => {
    expect(registers.take(setting(mute(true), 5))).to.equal(true);
    expect(registers.take(setting(mute(false), 4))).to.equal(false);
    expect(commands()).to.deep.equal([mute(true)]);
    const [a, c] = ['a', 'c'].map((frameId) => ({stamp: {count: 5, frameId}}));
    expect(registers.take(setting(mute(false), 5, a))).to.equal(false);
    expect(registers.take(setting(mute(true), 5)), 'the same again').to.equal(false);
    expect(registers.take(setting(mute(false), 5, c))).to.equal(true);
    expect(registers.take(setting(mute(true), 6))).to.equal(true);
    expect(commands()).to.deep.equal([mute(true)]);
  });

  it('of one thing says nothing about another, another card or another call', () => {
    registers.take(setting(mute(true), 5));
    for (const other of [
      setting(title('A'), 1),
      setting(mute(false), 2, {opening: 2}),
      setting(mute(false), 3, {callId: 'another'}),
      setting(mute(false), 4, {callId: null}),
    ]) {
      expect(registers.take(other)).to.equal(true);
    }
    expect(registers.settings.map(({stamp}) => stamp.count)).to.deep.equal([1, 2, 3, 4, 5]);
  });

  it('starts or stops the timer, which is one thing', () => {
    registers.take(setting(START, 5));
    expect(registers.take(setting(STOP, 4))).to.equal(false);
    expect(registers.take(setting(STOP, 6))).to.equal(true);
    expect(commands()).to.deep.equal([STOP]);
  });

  it('is not remembered of what is only read, or what each tab has for itself', () => {
    for (const name of ['listUiStates', 'getStatus', 'disableAutoClose'] as const) {
      const command: CardCommand = {name, parameters: {}};
      expect(registers.take(setting(command, 1))).to.equal(true);
      expect(registers.take(setting(command, 1)), 'again').to.equal(true);
    }
    expect(registers.settings).to.deep.equal([]);
  });

  it('is forgotten with the card that was closed, and no other', () => {
    const close: CardCommand = {name: 'close', parameters: {}};
    registers.take(setting(mute(true), 1));
    registers.take(setting(title('unknown'), 2, {opening: 0}));
    registers.take(setting(mute(true), 3, {opening: 2}));
    registers.take(setting(mute(true), 4, {callId: 'another'}));
    expect(registers.take(setting(close, 5))).to.equal(true);
    expect(registers.settings.map(({stamp}) => stamp.count)).to.deep.equal([3, 4]);
    registers.take(setting({name: 'getStatus', parameters: {}}, 6, {opening: 2}));
    expect(registers.settings).to.have.length(2);
  });

  it('has the next stamp after all that was heard of', () => {
    expect(registers.next('own')).to.deep.equal({count: 1, frameId: 'own'});
    expect(registers.next('own').count).to.equal(2);
    registers.take(setting(mute(true), 7));
    expect(registers.next('own').count).to.equal(8);
    registers.take(setting(title('late'), 3));
    expect(registers.next('own').count).to.equal(9);
    registers.take(setting({name: 'getStatus', parameters: {}}, 20));
    expect(registers.next('own').count).to.equal(21);
  });

  it('keeps the newest settings, and of them the ones that were set last', () => {
    for (let count = 1; count <= MOST_HUB_ITEMS; count += 1) {
      registers.take(setting(mute(true), count, {callId: `call ${count}`}));
    }
    registers.take(setting(mute(false), MOST_HUB_ITEMS + 1, {callId: 'call 1'}));
    registers.take(setting(mute(true), MOST_HUB_ITEMS + 2, {callId: 'new'}));
    const calls = registers.settings.map(({callId}) => callId);
    expect(calls).to.have.length(MOST_HUB_ITEMS);
    expect([calls.includes('call 1'), calls.includes('call 2')]).to.deep.equal([true, false]);
    registers.clear();
    expect(registers.settings).to.deep.equal([]);
  });

  it('is what a card should show, in the order of the stamps', () => {
    const time = new ManualTime(77);
    registers.take(setting(STOP, 9, {opening: 2}));
    registers.take(setting(mute(true), 3));
    registers.take(setting(title('another'), 4, {callId: 'another'}));
    registers.take(setting(title('Anna'), 2, {opening: 0}));
    registers.take(setting(START, 1));
    const shared = {call: callOf(), card: OPENED_CARD, opening: 1};
    expect(registers.applied(shared, OPENED_CARD, time)).to.deep.equal({
      ...OPENED_CARD,
      muted: true,
      title: 'Anna',
      timer: {status: 'running', startedAt: 77},
    });
  });
});
