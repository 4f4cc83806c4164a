import {expect, fixture, html} from '@open-wc/testing';
import {CONTACT} from '../../../../src/model/entity/entity-type.js';
import type {CardViewSetup} from '../../../../src/simulator/index.js';
import {nextApp, pageOf, portalsOfATest} from '../remote-app.js';

const KNOWN = {phoneNumber: '+4930', entity: {typeId: CONTACT, id: 17}};

describe('the simulated card in the page', () => {
  const makePortal = portalsOfATest();
  let container: Element;
  const setup = (more: Partial<CardViewSetup> = {}) => {
    const url = pageOf('protocol-app.html');
    const tabs = [
      {title: 'One', url},
      {title: 'Two', url},
    ];
    return makePortal({cardView: {container, tabs, ...more}});
  };
  const tabButton = (index: number): HTMLElement => {
    const found = container.querySelectorAll<HTMLElement>('[role=tab]')[index];
    if (found === undefined) throw new Error(`the card has no tab ${index}`);
    return found;
  };

  beforeEach(async () => {
    container = await fixture(html`<div style="block-size: 600px"></div>`);
  });

  it('opens with its first app, and loads another when its tab is opened', async () => {
    const portal = setup();
    const first = nextApp();
    portal.startCall(KNOWN);
    const app = await first;
    expect(portal.frames).to.have.lengthOf(1);
    const {PLACEMENT} = (await app.ask('getInitData')) as {PLACEMENT: string};
    expect(PLACEMENT).to.equal('CALL_CARD');
    const second = nextApp();
    tabButton(1).click();
    expect((await second).sid).not.to.equal(app.sid);
    tabButton(0).click();
    tabButton(1).click();
    await app.settle();
    expect(portal.frames.map(({sid}) => sid))
      .to.include(app.sid)
      .and.have.lengthOf(2);
  });

  it('moves between its tabs with the arrow keys', async () => {
    const portal = setup();
    const apps = nextApp();
    portal.startCall(KNOWN);
    await apps;
    tabButton(0).focus();
    tabButton(0).dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft', bubbles: true}));
    expect(document.activeElement === tabButton(1)).to.equal(true);
    expect(tabButton(1).getAttribute('aria-selected')).to.equal('true');
  });

  it('loads an app anew on every switch where the portal does that', async () => {
    const portal = setup({reloadsOnSwitch: true});
    const first = nextApp();
    portal.startCall(KNOWN);
    const {sid} = await first;
    const again = nextApp();
    tabButton(0).click();
    expect((await again).sid).not.to.equal(sid);
    expect(portal.frames).to.have.lengthOf(1);
  });

  it('has no tabs without a record where the portal does that', () => {
    const portal = setup({tabsNeedRecord: true});
    portal.startCall({phoneNumber: 'hidden'});
    expect(container.querySelector('[role=tab]') === null).to.equal(true);
    expect(portal.frames).to.have.lengthOf(0);
    portal.startCall(KNOWN);
    expect(container.querySelectorAll('[role=tab]')).to.have.lengthOf(2);
  });

  it('goes with its card, apps and all', async () => {
    const portal = setup();
    const apps = nextApp();
    portal.startCall({...KNOWN, raisedByApp: false});
    await apps;
    portal.click({name: 'answer'});
    const hangUp = container.querySelector<HTMLElement>('[data-action=hang-up]');
    hangUp?.click();
    expect(portal.card).to.equal(null);
    expect(container.childElementCount).to.equal(0);
    expect(portal.frames).to.have.lengthOf(0);
  });

  it('goes with the portal', () => {
    const portal = setup();
    portal.startCall(KNOWN);
    portal.dispose();
    expect(container.childElementCount).to.equal(0);
    expect(portal.frames).to.have.lengthOf(0);
  });
});
