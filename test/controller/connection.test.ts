/** How a controller connects, waits for others, comes back and ends. */
import {expect} from '@open-wc/testing';
import type {LogRecord} from '../../src/controller/telemetry/log-record.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import {Deferred, FakePortal, fakeSession} from '../support/fake-portal.js';
import {ManualTime, settled} from '../support/manual-time.js';
import {controllerOver} from '../support/controller-over.js';

const never = (): Promise<never> => new Promise(() => undefined);

describe('a controller', () => {
  it('waits a moment for the other frames, and no longer', async () => {
    const time = new ManualTime();
    const controller = controllerOver(new FakePortal(), {clock: time, openHub: never});
    void controller.start();
    await settled();
    await time.pass(299);
    expect(controller.snapshot.status).to.equal('connecting');
    await time.pass(1);
    expect(controller.snapshot.status).to.equal('ready');
    controller.dispose();
  });

  it('is not ready any more when it ends while it waits for them', async () => {
    const [time, log] = [new ManualTime(), [] as LogRecord[]];
    const controller = controllerOver(new FakePortal(), {
      clock: time,
      openHub: never,
      logger: (record) => log.push(record),
    });
    const started = controller.start();
    await settled();
    controller.dispose();
    await time.pass(300);
    await started;
    expect(log.at(-1)).to.include({kind: 'connection', status: 'failed', code: 'disconnected'});
    expect(controller.snapshot.status).to.equal('failed');
  });

  it('logs why it could not connect', async () => {
    const [portal, log] = [new FakePortal(), [] as LogRecord[]];
    portal.connection = () => Promise.reject(new Error('broken'));
    const controller = controllerOver(portal, {
      clock: new ManualTime(5),
      logger: (record) => log.push(record),
    });
    await controller.start();
    expect(log).to.deep.equal([
      {at: 5, kind: 'connection', status: 'connecting'},
      {at: 5, kind: 'connection', status: 'failed', code: 'refused'},
    ]);
    expect(controller.snapshot).to.have.nested.property('error.request', 'connect');
  });

  it('opens pages of the portal', async () => {
    const portal = new FakePortal();
    await controllerOver(portal).openPath('/crm/contact/details/17/');
    expect(portal.opened).to.deep.equal(['/crm/contact/details/17/']);
  });
});

describe('a page that comes back', () => {
  it('connects again after a failure, and only then', async () => {
    const portal = new FakePortal();
    let connections = 0;
    portal.connection = () => {
      connections += 1;
      return connections === 1
        ? Promise.reject(new CallCardError('timeout', 'Silence.'))
        : Promise.resolve(portal.session);
    };
    const controller = controllerOver(portal);
    await controller.start();
    await controller.resume();
    expect([connections, controller.snapshot.status]).to.deep.equal([2, 'ready']);
    await controller.resume();
    expect(connections).to.equal(2);
  });

  it('reads the call again in its own tab, and nowhere else', async () => {
    for (const [placement, asked] of [
      ['CALL_CARD', ['getStatus']],
      ['PAGE_BACKGROUND_WORKER', []],
    ] as const) {
      const portal = new FakePortal(
        placement === 'CALL_CARD' ? fakeSession() : fakeSession(placement, []),
      );
      const controller = controllerOver(portal);
      await controller.start();
      await controller.setMute(true).catch(() => undefined);
      portal.asked.length = 0;
      await controller.resume();
      expect(portal.asked.map(({command}) => command)).to.deep.equal(asked);
    }
  });

  it('reads nothing before the portal has answered', async () => {
    const portal = new FakePortal();
    const answer = new Deferred<never>();
    portal.connection = () => answer.promise;
    const controller = controllerOver(portal);
    void controller.start();
    await controller.resume();
    expect(portal.asked).to.deep.equal([]);
    controller.dispose();
  });
});
