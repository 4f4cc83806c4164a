/** How one frame relays commands to others, message by message. */
import {expect} from '@open-wc/testing';
import {settled} from '../../support/manual-time.js';
import {rejectionOf} from '../../support/rejection.js';
import {mute, RelayStage} from '../../support/relay-stage.js';

const DONE = {status: 'done', value: undefined} as const;

describe('a frame that relays commands', () => {
  let frame: RelayStage;
  beforeEach(() => (frame = new RelayStage()));

  it('knows what other frames can run for a call', () => {
    frame.meet('a', {commands: ['setMute']});
    frame.meet('b', {callId: 'another', commands: ['setHold']});
    frame.meet('c', {callId: null, commands: ['setTitle']});
    expect([...frame.relay.reachableCommands('call')]).to.deep.equal(['setMute', 'setTitle']);
  });

  it('knows what only it can run', () => {
    const own = (name: 'setMute' | 'getStatus' | 'setHold', callId: string | null): boolean =>
      frame.relay.isOwnMatter(name, callId);
    expect(own('setMute', 'call')).to.equal(true);
    expect(own('setMute', 'another')).to.equal(false);
    expect(own('setHold', 'call')).to.equal(false);
    frame.meet('a', {commands: ['setMute', 'getStatus']});
    expect(own('setMute', 'call')).to.equal(false);
    expect(own('getStatus', 'call'), 'that is read in one frame').to.equal(true);
    frame.own = {...frame.own, commands: ['disableAutoClose']};
    expect(frame.relay.isOwnMatter('disableAutoClose', 'call')).to.equal(true);
  });

  it('sends a command to all, runs it itself as well, and waits for each that can run it', async () => {
    frame.meet('a');
    frame.meet('b');
    frame.meet('stranger', {callId: 'another'});
    frame.show(1);
    const running = frame.relay.relayCommand(mute(true), 'call');
    let isSettled = false;
    void running.then(() => (isSettled = true));
    expect(frame.posted).to.deep.equal([
      {
        message: {
          kind: 'command',
          id: 'c1',
          callId: 'call',
          opening: 1,
          stamp: {count: 1, frameId: 'own'},
          command: mute(true),
        },
        to: undefined,
      },
    ]);
    expect(frame.ran).to.deep.equal([{command: mute(true), callId: 'call'}]);
    frame.outcome('a', {status: 'done', value: 'a value'});
    frame.outcome('stranger', DONE);
    await settled();
    expect(isSettled).to.equal(false);
    frame.outcome('b', {status: 'done', value: 'b value'});
    expect(await running).to.equal('a value');
    expect(frame.time.pending).to.equal(0);
    frame.outcome('a', {status: 'refused', code: 'timeout', message: 'late'});
  });

  it('takes the first outcome of each frame, and none of another command', async () => {
    frame.meet('a');
    frame.own = {...frame.own, commands: []};
    const running = rejectionOf(frame.relay.relayCommand(mute(true), 'call'));
    frame.outcome('a', DONE, 'another');
    frame.outcome('a', {status: 'refused', code: 'no-card', message: 'None.'});
    frame.outcome('a', DONE);
    expect(await running).to.include({code: 'no-card', message: 'None.'});
  });

  it('counts less what a worker says that may have no card', async () => {
    frame.own = {...frame.own, commands: []};
    frame.meet('late', {callId: null});
    frame.meet('a');
    const running = rejectionOf(frame.relay.relayCommand(mute(true), 'call'));
    frame.outcome('late', {status: 'refused', code: 'no-card', message: 'None.'});
    frame.outcome('a', {status: 'refused', code: 'timeout', message: 'Silence.'});
    expect(await running).to.include({code: 'timeout'});
  });

  it('says of each silent frame that it has timed out, three seconds later', async () => {
    frame.meet('a');
    frame.own = {...frame.own, commands: []};
    const running = rejectionOf(frame.relay.relayCommand(mute(true), 'call'));
    await frame.time.pass(2999);
    expect(frame.time.pending).to.equal(1);
    await frame.time.pass(1);
    const error = await running;
    expect(error).to.include({code: 'timeout', message: 'The frame did not answer in time.'});
  });

  it('waits no more for a frame that has gone', async () => {
    frame.meet('a');
    frame.meet('b');
    frame.own = {...frame.own, commands: []};
    const running = rejectionOf(frame.relay.relayCommand(mute(true), 'call'));
    frame.relay.left('b');
    frame.relay.left('a');
    const error = await running;
    expect(error).to.include({code: 'disconnected'});
    expect(error.message).to.equal('The frame went away before it answered.');
  });

  it('has an end for each command when it is disposed', async () => {
    frame.meet('a');
    frame.own = {...frame.own, commands: []};
    const running = rejectionOf(frame.relay.relayCommand(mute(true), 'call'));
    frame.relay.dispose();
    expect(await running).to.include({code: 'timeout'});
  });

  it('refuses a command that no frame can run', async () => {
    frame.own = {...frame.own, commands: []};
    frame.meet('a', {callId: 'another'});
    const error = await rejectionOf(frame.relay.relayCommand(mute(true), 'call'));
    expect(error).to.include({
      code: 'unreachable',
      request: 'CallCardSetMute',
      message: "setMute can't be called: no frame of the app that could run it is open.",
    });
    expect(error.parameters).to.deep.equal({muted: true});
    expect(frame.posted).to.deep.equal([]);
  });

  it('does not run itself what a frame has set later meanwhile', async () => {
    frame.meet('a');
    frame.show(1);
    await frame.hear(mute(false), {stamp: {count: 1, frameId: 'z'}});
    frame.ran.length = 0;
    const running = frame.relay.relayCommand(mute(true), 'call');
    frame.outcome('a', DONE);
    await running;
    expect(frame.ran, 'its own is the later one').to.have.length(1);
    const {settings} = frame.relay;
    expect(settings.map(({command}) => command)).to.deep.equal([mute(true)]);
  });
});

describe('a frame that announces what only it can run', () => {
  let frame: RelayStage;
  beforeEach(() => {
    frame = new RelayStage();
    frame.show(1);
  });

  it('tells the others, and those that come later', () => {
    frame.meet('a');
    frame.relay.announceCommand(mute(true), 'call');
    const setting = {
      callId: 'call',
      opening: 1,
      stamp: {count: 1, frameId: 'own'},
      command: mute(true),
    };
    expect(frame.posted).to.deep.equal([
      {message: {kind: 'command', id: 'c1', ...setting}, to: undefined},
    ]);
    expect(frame.relay.settings).to.deep.equal([setting]);
  });

  it('tells nobody where there is nobody, and remembers it', () => {
    frame.relay.announceCommand(mute(true), 'call');
    expect(frame.posted).to.deep.equal([]);
    expect(frame.relay.settings).to.have.length(1);
  });

  it('tells nothing of what is for one frame, of no call, or of what the portal would refuse', () => {
    frame.meet('a');
    frame.relay.announceCommand({name: 'getStatus', parameters: {}}, 'call');
    frame.relay.announceCommand({name: 'disableAutoClose', parameters: {}}, 'call');
    frame.relay.announceCommand(mute(true), null);
    frame.relay.announceCommand(mute('yes' as unknown as boolean), 'call');
    expect([frame.posted, frame.relay.settings]).to.deep.equal([[], []]);
  });
});
