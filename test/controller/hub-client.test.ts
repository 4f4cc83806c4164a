/** What becomes of the operator's actions where the portal, and with it every other frame, is out of reach. */
import {expect} from '@open-wc/testing';
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import type {PortalSession} from '../../src/model/portal/session.js';
import {FakeHubWorld} from '../support/fake-hub-world.js';
import {Deferred, FakePortal, fakeSession} from '../support/fake-portal.js';
import {settled} from '../support/manual-time.js';
import {rejectionOf} from '../support/rejection.js';
import {collectReported} from '../support/reported-errors.js';
import {controllerOver} from '../support/controller-over.js';

const ANSWER = {name: 'answer'} as const;

describe('an action that is asked for before the connection', () => {
  let connecting: Deferred<PortalSession>;
  let controller: CallCardController;

  beforeEach(() => {
    connecting = new Deferred();
    const portal = new FakePortal();
    portal.connection = () => connecting.promise;
    const world = new FakeHubWorld({channel: false});
    controller = controllerOver(portal, {
      openHub: (name, host) => Promise.resolve(world.add({name, host}).hub),
    });
  });
  afterEach(() => controller.dispose());

  it('is refused with the reason when the portal can’t be reached', async () => {
    const starting = controller.start();
    const refused = rejectionOf(controller.requestAction(ANSWER));
    connecting.reject(new CallCardError('not-in-portal', 'No portal.'));
    await starting;
    expect(await refused).to.include({code: 'not-in-portal'});
    expect(await rejectionOf(controller.requestAction(ANSWER))).to.include({code: 'not-in-portal'});
  });

  it('arrives when the next attempt succeeds', async () => {
    connecting.reject(new CallCardError('timeout', 'Silence.'));
    await controller.start();
    connecting = new Deferred();
    const heard: unknown[] = [];
    controller.onAction(({action}) => heard.push(action));
    const starting = controller.start();
    const outcome = controller.requestAction(ANSWER);
    connecting.resolve(fakeSession());
    await starting;
    expect(await outcome).to.equal('done');
    expect(heard).to.deep.equal([ANSWER]);
  });

  it('is refused with what the app fails with, through the hub', async () => {
    connecting.resolve(fakeSession());
    await controller.start();
    const {reported, restore} = collectReported();
    const failure = new Error('The engine is down.');
    controller.onAction(() => Promise.reject(failure));
    const refused = await rejectionOf(controller.requestAction({name: 'mute', muted: true}));
    restore();
    expect(refused).to.include({code: 'app-failed', message: failure.message, request: 'mute'});
    expect(refused.parameters).to.deep.equal({muted: true});
    expect(reported).to.deep.equal([failure]);
  });

  it('is refused when the controller is disposed', async () => {
    void controller.start();
    const refused = rejectionOf(controller.requestAction(ANSWER));
    controller.dispose();
    expect(await refused).to.include({code: 'disconnected', request: 'connect'});
  });
});

describe('a hub that is fetched', () => {
  it('is not opened any more when the controller was disposed meanwhile', async () => {
    const fetched = new Deferred<void>();
    const world = new FakeHubWorld();
    const controller = controllerOver(new FakePortal(), {
      openHub: async (name, host) => {
        await fetched.promise;
        return world.add({name, host}).hub;
      },
      isAlone: () => Promise.resolve(true),
    });
    await controller.start();
    controller.dispose();
    fetched.resolve();
    await settled();
    expect([world.posted, world.locks.held]).to.deep.equal([[], []]);
    expect(controller.snapshot.hub).to.deep.equal({status: 'off'});
  });
});
