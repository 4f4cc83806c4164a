import {expect} from '@open-wc/testing';
import type {LogRecord} from '../../../src/controller/telemetry/log-record.js';
import {fromFrame} from '../../../src/portal/frame/frame-portal.js';
import {FakeHost} from '../../support/fake-host.js';
import {FakePortal, fakeSession} from '../../support/fake-portal.js';
import {rejectionOf} from '../../support/rejection.js';
import {controllerOver} from '../../support/controller-over.js';

describe('diagnostics', () => {
  it('count what went by unseen', async () => {
    const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER', []));
    const controller = controllerOver(portal);
    await controller.start();
    portal.notice({kind: 'late-answer', command: 'CallCardSetMute'});
    portal.notice({kind: 'foreign'});
    portal.notice({kind: 'foreign'});
    portal.notice({kind: 'malformed', command: 'placementBindEvent'});
    portal.notice({kind: 'unknown-callback'});
    portal.notice({kind: 'doubled-event', event: 'A'});
    portal.notice({kind: 'request', method: 'batch', status: 200, duration: 5});
    portal.notice({kind: 'renewal', renewed: true});
    portal.emit('BackgroundCallCard::muteButtonClick', 'perhaps');
    await controller.setMute(true);
    await rejectionOf(controller.getStatus());
    expect(controller.diagnostics).to.deep.equal({
      foreignHubMessages: 0,
      unreadableHubMessages: 0,
      forgedHubMessages: 0,
      unknownSenderMessages: 0,
      lateAnswers: 1,
      foreignMessages: 2,
      unknownCallbacks: 1,
      malformedMessages: 1,
      doubledEvents: 1,
      unreadableValues: 1,
      commands: 2,
      failedCommands: 1,
      events: 1,
      requests: 1,
      tokenRenewals: 1,
    });
  });
});

describe('the logger', () => {
  it('hears the whole conversation in order, and never a token', async () => {
    const host = new FakeHost();
    const init = {
      AUTH_ID: 'secret-token',
      REFRESH_ID: 'secret-refresh',
      PLACEMENT: 'PAGE_BACKGROUND_WORKER',
    };
    const answers: Readonly<Record<string, string>> = {
      getInitData: JSON.stringify(init),
      getInterface: '{"command":["CallCardSetMute"],"event":[]}',
      CallCardSetMute: '[{"result":"error","errorCode":"Call card is undefined"}]',
      refreshAuth: '{"AUTH_ID":"secret-fresh","AUTH_EXPIRES":"3600"}',
    };
    host.answer = ({command}) => answers[command];
    let refused = 0;
    const portal = fromFrame({
      window: host.window,
      fetch: () => {
        const error = (refused += 1) === 1 ? {error: 'expired_token'} : {error: 'NOT_FOUND'};
        return Promise.resolve(new Response(JSON.stringify(error), {status: 401}));
      },
    });
    const records: LogRecord[] = [];
    const clock = {now: () => 5, after: () => () => undefined, random: () => 0.5};
    const controller = controllerOver(portal, {
      clock,
      logger: (record) => records.push(record),
    });
    await controller.start();
    await rejectionOf(controller.setMute(true));
    await rejectionOf(portal.rest('crm.item.get', {id: 17}));
    void controller.requestAction({name: 'answer'});
    const lines = records.map((record) => [
      record.kind,
      'status' in record ? record.status : undefined,
      'code' in record ? record.code : undefined,
    ]);
    expect(lines).to.deep.equal([
      ['connection', 'connecting', undefined],
      ['connection', 'ready', undefined],
      ['command', 'sent', undefined],
      ['command', 'failed', 'no-card'],
      ['notice', undefined, undefined],
      ['notice', undefined, undefined],
      ['notice', undefined, undefined],
      ['action', undefined, undefined],
    ]);
    expect(records.every(({at}) => at === 5)).to.equal(true);
    expect(JSON.stringify(records)).not.to.include('secret');
  });

  it('disturbs nothing when it throws, and its error is reported', async () => {
    const reported: unknown[] = [];
    const reportError = window.reportError.bind(window);
    window.reportError = (error) => reported.push(error);
    const fault = new Error('the logger’s own');
    const controller = controllerOver(new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER')), {
      logger: () => {
        throw fault;
      },
    });
    await controller.start();
    await controller.setMute(true);
    window.reportError = reportError;
    expect(controller.snapshot.card).to.include({muted: true});
    expect(new Set(reported)).to.deep.equal(new Set([fault]));
  });
});
