/** How one frame serves the commands of others, and catches up with what it has missed. */
import {expect} from '@open-wc/testing';
import {readCall} from '../../../src/model/call/call.js';
import {OPENED_CARD} from '../../../src/model/card/card-reducer.js';
import type {CardCommand} from '../../../src/model/card/card-command.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import type {HubSetting} from '../../../src/model/hub/hub-message.js';
import {CALL_OPTIONS} from '../../support/fake-portal.js';
import {hubFrame} from '../../support/hub-frames.js';
import {settled} from '../../support/manual-time.js';
import {mute, RelayStage} from '../../support/relay-stage.js';

const CLOSE: CardCommand = {name: 'close', parameters: {}};
const DONE = {status: 'done', value: undefined} as const;

describe('a frame that serves the commands of others', () => {
  let frame: RelayStage;
  beforeEach(() => {
    frame = new RelayStage();
    frame.show(1);
  });

  it('runs one once, and tells its sender what came of it each time that it comes', async () => {
    await frame.hear(mute(true));
    await frame.hear(mute(true));
    expect(frame.ran).to.deep.equal([{command: mute(true), callId: 'call'}]);
    const outcome = {to: 'other', id: 'x1', status: 'done', value: 'own value'};
    expect(frame.outcomes).to.deep.equal([outcome, outcome]);
  });

  it('tells what its portal refuses', async () => {
    frame.answer = () => Promise.reject(new CallCardError('invalid-ui-state', 'No such state.'));
    await frame.hear(mute(true));
    frame.answer = () => Promise.reject(new Error('broken'));
    await frame.hear(mute(false), {id: 'x2', stamp: {count: 51, frameId: 'other'}});
    expect(frame.outcomes).to.deep.equal([
      {
        to: 'other',
        id: 'x1',
        status: 'refused',
        code: 'invalid-ui-state',
        message: 'No such state.',
      },
      {to: 'other', id: 'x2', status: 'refused', code: 'refused', message: 'broken'},
    ]);
  });

  it('does not run what is overtaken, and calls it done', async () => {
    await frame.hear(mute(true), {stamp: {count: 60, frameId: 'other'}});
    await frame.hear(mute(false), {id: 'x2', stamp: {count: 59, frameId: 'other'}});
    expect(frame.ran.map(({command}) => command)).to.deep.equal([mute(true)]);
    expect(frame.outcomes.at(-1)).to.deep.equal({to: 'other', id: 'x2', ...DONE});
  });

  it('refuses as a worker what is for another card, remembers it, and runs nothing', async () => {
    await frame.hear(mute(true), {opening: 2});
    expect(frame.ran).to.deep.equal([]);
    expect(frame.outcomes).to.deep.equal([
      {
        to: 'other',
        id: 'x1',
        status: 'refused',
        code: 'no-card',
        message: 'The frame has no card of this call.',
      },
    ]);
    expect(frame.relay.settings).to.have.length(1);
    await frame.hear(mute(true), {id: 'x2', callId: 'another'});
    expect(frame.outcomes).to.have.length(2);
  });

  it('runs what is for an opening that is not known', async () => {
    await frame.hear(mute(true), {opening: 0});
    expect(frame.ran).to.have.length(1);
  });

  it('says nothing as a tab that can’t run it, and remembers it', async () => {
    frame.own = hubFrame('own', {role: 'tab', callId: 'call', commands: ['getStatus']});
    await frame.hear(mute(true));
    expect([frame.outcomes, frame.ran]).to.deep.equal([[], []]);
    expect(frame.relay.settings).to.have.length(1);
  });

  it('forgets what was set with the card that is closed', async () => {
    await frame.hear(mute(true));
    await frame.hear(CLOSE, {id: 'x2', stamp: {count: 51, frameId: 'other'}});
    expect(frame.relay.settings).to.deep.equal([]);
    await frame.hear(mute(true), {id: 'x3', stamp: {count: 52, frameId: 'other'}});
    frame.relay.dispose();
    expect(frame.relay.settings).to.deep.equal([]);
    await frame.hear(mute(true), {id: 'x1', stamp: {count: 53, frameId: 'other'}});
    expect(frame.ran, 'nothing is remembered of it').to.have.length(4);
  });
});

describe('a frame that catches up', () => {
  let frame: RelayStage;
  beforeEach(() => (frame = new RelayStage()));

  function welcome(settings: readonly HubSetting[]): void {
    const other = hubFrame('other');
    frame.relay.receive(
      {
        kind: 'welcome',
        frame: other,
        epoch: 0,
        leaderId: null,
        calls: [],
        orphans: [],
        settings,
        actions: [],
      },
      'other',
    );
  }
  const setting = (command: CardCommand, more: Partial<HubSetting> = {}): HubSetting => ({
    callId: 'call',
    opening: 1,
    stamp: {count: 5, frameId: 'other'},
    command,
    ...more,
  });

  it('sets on its own card what was set while it was away, once', () => {
    frame.show(1);
    welcome([setting(mute(true))]);
    welcome([setting(mute(true))]);
    expect(frame.ran).to.deep.equal([{command: mute(true), callId: 'call'}]);
    expect(frame.posted).to.deep.equal([]);
  });

  it('is not disturbed when that fails', async () => {
    frame.answer = () => Promise.reject(new CallCardError('timeout', 'Silence.'));
    welcome([setting(mute(true))]);
    await settled();
    expect(frame.ran).to.have.length(1);
  });

  it('sets nothing that is for another call or card, or that it can’t do, and remembers it', () => {
    frame.show(1);
    welcome([
      setting(mute(true), {callId: 'another'}),
      setting(mute(true), {opening: 2}),
      setting({name: 'setHold', parameters: {held: true}}),
    ]);
    expect(frame.ran).to.deep.equal([]);
    expect(frame.relay.settings).to.have.length(3);
    frame.own = {...frame.own, callId: null};
    welcome([setting({name: 'setTitle', parameters: {title: 'A'}})]);
    expect(frame.ran, 'it is not certain that there is a card').to.deep.equal([]);
  });

  it('knows of a call what others show, with the commands that they may not have heard', () => {
    const {value} = readCall(CALL_OPTIONS);
    if (value === null) throw new Error('The call can’t be read.');
    const {id} = value;
    expect(frame.relay.elsewhere(id)).to.equal(undefined);
    frame.calls.take('other', {call: value, card: OPENED_CARD, opening: 1});
    expect(frame.relay.elsewhere(id)).to.deep.equal({call: value, card: OPENED_CARD});
    welcome([setting(mute(true), {callId: id})]);
    expect(frame.relay.elsewhere(id)?.card).to.deep.equal({...OPENED_CARD, muted: true});
  });
});
