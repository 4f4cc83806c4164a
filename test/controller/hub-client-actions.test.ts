/** How what the operator asks for in one frame comes to the app in another. */
import {expect} from '@open-wc/testing';
import type {LogRecord} from '../../src/controller/telemetry/log-record.js';
import {FakeApp, openCard} from '../support/fake-app.js';
import {CALL_OPTIONS} from '../support/fake-portal.js';
import {rejectionOf} from '../support/rejection.js';
import {collectReported} from '../support/reported-errors.js';

describe('an action', () => {
  let app: FakeApp;
  beforeEach(() => (app = new FakeApp()));
  afterEach(() => app.dispose());

  it('that is asked for in a tab is done by the app in the worker, which logs it', async () => {
    const log: LogRecord[] = [];
    const worker = await app.worker('there', {logger: (record) => log.push(record)});
    const tab = await app.tab();
    const heard: unknown[] = [];
    tab.controller.onAction(() => heard.push('tab'));
    worker.controller.onAction(({action, callId, source}) => {
      heard.push({action, callId, source});
    });
    await app.pass(1000);
    expect(await app.finish(tab.controller.requestAction({name: 'answer'}))).to.equal('done');
    const callId = CALL_OPTIONS.CALL_ID;
    expect(heard).to.deep.equal([{action: {name: 'answer'}, callId, source: 'controls'}]);
    const actions = log.flatMap((record) => (record.kind === 'action' ? [record] : []));
    expect(actions).to.deep.equal([
      {at: actions[0]?.at, kind: 'action', action: {name: 'answer'}, source: 'controls'},
    ]);
  });

  it('fails in the tab with what the app in the worker fails with', async () => {
    const [worker, tab] = [await app.worker('there'), await app.tab()];
    const {reported, restore} = collectReported();
    worker.controller.onAction(() => Promise.reject(new Error('No line.')));
    await app.pass(1000);
    const error = await app.finish(rejectionOf(tab.controller.requestAction({name: 'answer'})));
    restore();
    expect(error).to.include({code: 'app-failed', message: 'No line.', request: 'answer'});
    expect(error.cause, 'that stays in the worker').to.equal(undefined);
    expect(reported).to.have.length(1);
  });

  it('finds no leader where nobody listens', async () => {
    const [tab] = [await app.tab(), await app.worker('there')];
    expect(await app.finish(tab.controller.requestAction({name: 'answer'}))).to.equal('no-leader');
  });

  it('that is clicked in the card of one worker is done where the engine is', async () => {
    const [worker, other] = [await app.worker('there'), await app.worker('elsewhere')];
    openCard(worker);
    const heard: unknown[] = [];
    other.controller.lead(() => undefined);
    other.controller.onAction(({action, callId, source}) => heard.push([action, callId, source]));
    await app.pass(1000);
    worker.portal.emit('BackgroundCallCard::answerButtonClick', '');
    await app.pass(1000);
    expect(heard).to.deep.equal([[{name: 'answer'}, CALL_OPTIONS.CALL_ID, 'card']]);
  });
});
