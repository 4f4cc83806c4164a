import {expect} from '@open-wc/testing';
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import {connect, pageController} from '../../src/controller/connect.js';
import type {Portal} from '../../src/portal/portal.js';
import {FakePortal} from '../support/fake-portal.js';
import {settled} from '../support/manual-time.js';

/** What a page hears when it is shown. @param persisted - whether it comes out of the back-forward cache */
function pageShown(persisted: boolean): Event {
  return Object.assign(new Event('pageshow'), {persisted});
}

describe('connect', () => {
  const controllers: CallCardController[] = [];
  const connectTo = (portal: Portal): CallCardController => {
    const controller = connect(portal);
    controllers.push(controller);
    return controller;
  };
  afterEach(() => controllers.splice(0).forEach((controller) => controller.dispose()));

  it('says outside of a portal what to do, and the page shares one controller', async () => {
    const controller = pageController();
    expect(pageController()).to.equal(controller);
    const snapshot = await controller.start();
    if (snapshot.status !== 'failed') throw new Error('There is no portal around this page.');
    expect(snapshot.error.code).to.equal('not-in-portal');
    expect(connectTo(new FakePortal())).not.to.equal(controller);
    expect(pageController()).to.equal(controller);
  });

  it('reads the call again when the page comes out of the back-forward cache', async () => {
    const portal = new FakePortal();
    const controller = connectTo(portal);
    await controller.start();
    portal.answer = () => ({CALL_ID: 'externalCall.2', CRM_ENTITY_TYPE: 'DEAL', CRM_ENTITY_ID: 25});
    window.dispatchEvent(pageShown(false));
    await settled();
    expect(portal.asked).to.deep.equal([]);
    window.dispatchEvent(pageShown(true));
    await settled();
    expect(controller.snapshot.call?.id).to.equal('externalCall.2');
    expect(controller.snapshot.call?.entity).to.deep.equal({typeId: 2, id: 25});
  });
});
