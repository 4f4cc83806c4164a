import {expect} from '@open-wc/testing';
import {CONDITIONS_APP, conditionStage, type ConditionedApp} from '../conditioned-app.js';

const PROGRESS = 'CallCard::CallStateChanged';

/** What the portal posts for the event. */
function progressMessage(progress: string): string {
  return `${PROGRESS.replace('::', '-')}:"${progress}"`;
}

describe('a frozen frame', () => {
  const stage = conditionStage();
  let app: ConditionedApp;
  /** A frame that goes on running: what has reached it would have reached the other. */
  let witness: ConditionedApp;

  beforeEach(async () => {
    stage.portal().startCall({raisedByApp: false});
    app = await stage.open();
    witness = await stage.open();
  });

  it('gets no event until it runs again, and then all of them in order', async () => {
    for (const each of [app, witness]) {
      await each.do('bind', PROGRESS);
      await stage.portal().whenBound(each.frame, PROGRESS);
    }
    await app.frame.freeze();
    expect(app.frame.frozen).to.equal(true);
    const told = ['connected', 'idle', 'connecting'] as const;
    for (const progress of told) stage.portal().setCallProgress(progress);
    await witness.notes(progressMessage('connecting'));
    await app.frame.resume();
    expect(app.frame.frozen).to.equal(false);
    const messages = told.map(progressMessage);
    expect(await app.diary()).to.deep.equal(['freeze', 'resume', ...messages]);
    expect(await witness.diary()).to.deep.equal(messages);
  });

  it('goes on as before once it has been resumed', async () => {
    await app.do('bind', PROGRESS);
    await stage.portal().whenBound(app.frame, PROGRESS);
    for (let times = 0; times < 2; times += 1) {
      await app.frame.freeze();
      await app.frame.resume();
    }
    stage.portal().setCallProgress('connected');
    await app.notes(progressMessage('connected'));
    await app.do('timeout', {name: 'timer', milliseconds: 1});
    await app.notes('timer');
  });

  it('is told nothing of it when it is frozen silently', async () => {
    await app.do('join', 'hub');
    await witness.do('join', 'hub');
    await app.frame.freeze({silently: true});
    await witness.do('say', {name: 'hub', text: 'hello'});
    await app.frame.resume();
    await app.notes('hub: hello');
    expect(await app.diary()).to.deep.equal(['hub: hello']);
  });

  it('runs no timer, and an interval once for all the rounds that it missed', async () => {
    await app.do('at', {event: 'freeze', task: 'timeout', input: {name: 'late', milliseconds: 1}});
    await app.do('at', {
      event: 'freeze',
      task: 'interval',
      input: {name: 'round', milliseconds: 1},
    });
    await app.frame.freeze();
    await witness.do('timeout', {name: 'over', milliseconds: 50});
    await witness.notes('over');
    await app.frame.resume();
    expect((await app.diary()).slice(0, 4)).to.deep.equal(['freeze', 'resume', 'late', 'round']);
  });

  it('runs no timer that it clears as soon as it runs again', async () => {
    const input = {name: 'cleared', milliseconds: 1};
    await app.do('at', {event: 'freeze', task: 'timeout', input});
    await app.do('at', {event: 'resume', task: 'clear', input: 'cleared'});
    await app.frame.freeze();
    await witness.do('timeout', {name: 'over', milliseconds: 60});
    await witness.notes('over');
    await app.frame.resume();
    await app.do('timeout', {name: 'later', milliseconds: 30});
    await app.notes('later');
    expect(await app.diary()).to.deep.equal(['freeze', 'resume', 'later']);
  });

  it('is given a lock and does nothing with it', async () => {
    for (const name of ['line', 'witness']) await witness.do('lock', name);
    await witness.notes('has witness');
    const third = await stage.open();
    await app.do('lock', 'line');
    await third.do('lock', 'witness');
    await app.frame.freeze();
    witness.frame.close();
    // Then the other lock is free as well.
    await third.notes('has witness');
    expect(await third.do('isHeld', 'line')).to.equal(true);
    await app.frame.resume();
    await app.notes('has line');
    expect(await app.diary()).to.deep.equal(['freeze', 'resume', 'has line']);
  });

  it('gets the answer of a request when it runs again', async () => {
    await app.do('at', {event: 'freeze', task: 'fetch'});
    await app.frame.freeze();
    await witness.do('fetch');
    await witness.notes('fetched');
    await app.frame.resume();
    await app.notes('fetched');
    expect(await app.diary()).to.deep.equal(['freeze', 'resume', 'fetched']);
  });

  it('hears what was sent to it on a channel in the order of all its messages', async () => {
    for (const each of [app, witness]) await each.do('join', 'hub');
    const third = await stage.open();
    await third.do('join', 'hub');
    await app.frame.freeze({silently: true});
    for (const text of ['1', '2', '3']) await witness.do('say', {name: 'hub', text});
    await third.notes('hub: 3');
    await app.frame.resume();
    await app.notes('hub: 3');
    expect(await app.diary()).to.deep.equal(['hub: 1', 'hub: 2', 'hub: 3']);
  });

  it('must have been opened with conditions', async () => {
    const frame = await stage.portal().openFrame({url: CONDITIONS_APP, placement: 'CALL_CARD'});
    expect(await frame.freeze().catch(String)).to.contain(
      'CALL_CARD 3 was not opened with conditions',
    );
  });
});
