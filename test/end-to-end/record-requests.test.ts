/** What a card costs: the requests of a widget page, as the portal counted them. */
import {expect} from '@open-wc/testing';
import {COMPANY, CONTACT, DEAL, LEAD} from '../../src/model/entity/entity-type.js';
import type {EntityRef} from '../../src/model/entity/entity-ref.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {SimulatedPortal} from '../../src/simulator/index.js';
import {nextPort, pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import {ProbedPage} from '../support/probed-page.js';

const KLAUS = {typeId: CONTACT, id: 17};
const ANNA = {typeId: CONTACT, id: 18};
const WATER_SYSTEM = {typeId: DEAL, id: 25};
const SPARE_FILTERS = {typeId: DEAL, id: 26};
const MUELLER = {typeId: COMPANY, id: 5};
const ENQUIRY = {typeId: LEAD, id: 3};

describe('a card costs', function () {
  this.timeout(60_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;

  beforeEach(async () => {
    backend = await PortalBackend.create();
    portal = makePortal({backend});
  });
  afterEach(() => backend.dispose());

  const openCard = async (
    entity: EntityRef,
    bindings: readonly EntityRef[] = [],
    widget = 'widget.html',
  ): Promise<ProbedPage> => {
    portal.startCall({phoneNumber: '+4930123456', entity, bindings});
    const ports = nextPort();
    await portal.openFrame({
      url: pageOf(widget),
      placement: 'CALL_CARD',
      container: document.body,
    });
    return new ProbedPage((await ports).port);
  };

  /** How many requests there were, and how many calls in each; the log is empty afterwards. */
  const counted = async (): Promise<readonly number[]> => {
    const requests = await backend.requests();
    expect(requests.every(({httpMethod, method}) => `${httpMethod} ${method}` === 'POST batch'))
      .true;
    await backend.clearRequests();
    return requests.map(({calls}) => calls.length);
  };

  it('one request for a contact, names and all', async () => {
    const page = await openCard(KLAUS);
    for (const words of ['Klaus Weber', 'Mr.', 'Client', 'Trade show', 'Jonas Becker', 'Müller']) {
      await page.shows(words, 'crm-entity-panel');
    }
    const calls = await counted();
    expect(calls).to.have.length(1);
    expect(calls[0]).to.be.at.most(50);
  });

  it('for ten panels on one record what it costs for one', async () => {
    const one = await openCard(KLAUS);
    await one.shows('Klaus Weber', 'crm-entity-panel');
    const cost = await counted();
    portal.endCall();
    await backend.dispose();
    // Another portal, of which nothing is remembered.
    backend = await PortalBackend.create();
    portal = makePortal({backend});
    // The answer comes when all ten have asked, as it does where ten are there at once.
    await backend.addFault({kind: 'hold', key: 'ready', method: 'batch', times: 1});
    const ten = await openCard(KLAUS, [], 'ten-panels-widget.html');
    await ten.shows('Loading the record', '#tenth');
    await backend.release('ready');
    await ten.shows('Klaus Weber', 'crm-entity-panel');
    await ten.shows('Klaus Weber', '#tenth');
    expect(await counted()).to.deep.equal(cost);
    expect(cost).to.have.length(1);
  });

  it('one request for a deal that points at more than its layout shows', async () => {
    const page = await openCard(WATER_SYSTEM);
    const names = ['Klaus Weber', 'Anna Luise Schmidt', 'Müller', 'Jonas Becker'];
    const others = ['On-site appointment', 'Sabine Vogel', 'Leonie Krüger', '+49 30 123456'];
    for (const words of [...names, ...others]) await page.shows(words, 'crm-entity-panel');
    expect(await counted()).to.have.length(1);
    expect(await page.do('uncaught')).to.deep.equal([]);
  });

  it('one request for a deal that does not', async () => {
    const page = await openCard(SPARE_FILTERS);
    await page.shows('Jonas Becker', 'crm-entity-panel');
    expect(await counted()).to.have.length(1);
  });

  it('one short request when it is the second one of a type', async () => {
    const page = await openCard(KLAUS);
    await page.shows('Klaus Weber', 'crm-entity-panel');
    const [cold = 0] = await counted();
    portal.changeEntity(ANNA);
    await page.shows('Anna Luise Schmidt', 'crm-entity-panel');
    await page.shows('Ms.', 'crm-entity-panel');
    const warm = await counted();
    expect(warm).to.have.length(1);
    expect(warm[0]).to.be.below(cold);
  });

  it('one short request when another page of the tab has had the type', async () => {
    const first = await openCard(KLAUS);
    await first.shows('Klaus Weber', 'crm-entity-panel');
    const [cold = 0] = await counted();
    portal.endCall();
    const second = await openCard(ANNA);
    await second.shows('Anna Luise Schmidt', 'crm-entity-panel');
    const warm = await counted();
    expect(warm).to.have.length(1);
    expect(warm[0]).to.be.below(cold);
  });

  describe('with five bindings', () => {
    /** Opens a card that is bound to the contact, the deal and three more, and looks at its tabs. */
    const openTabs = async (deal: EntityRef, title: string): Promise<void> => {
      const page = await openCard(KLAUS, [KLAUS, deal, MUELLER, ANNA, ENQUIRY]);
      const titles = ['Klaus Weber', title, 'Müller', 'Anna Luise Schmidt', 'Enquiry from the'];
      for (const words of titles) await page.shows(words, 'crm-entity-panel');
    };

    it('three requests at most', async () => {
      await openTabs(WATER_SYSTEM, 'Drinking water system');
      expect((await counted()).length).to.be.within(1, 3);
    });

    it('one when another page of the tab has had their types', async () => {
      await openTabs(SPARE_FILTERS, 'Spare filters');
      const cold = await counted();
      expect(cold.length).to.be.at.most(3);
      portal.endCall();
      await openTabs(SPARE_FILTERS, 'Spare filters');
      expect(await counted()).to.have.length(1);
    });
  });

  it('one request more when the portal asks to wait, and nothing is lost', async () => {
    await backend.addFault({
      kind: 'error',
      code: 'QUERY_LIMIT_EXCEEDED',
      method: 'batch',
      times: 1,
    });
    const page = await openCard(KLAUS);
    await page.shows('Klaus Weber', 'crm-entity-panel');
    expect(await counted()).to.have.length(2);
  });

  it('nothing more without the scope for users, and shows the rest', async () => {
    await backend.dispose();
    backend = await PortalBackend.create({scopes: ['crm', 'telephony', 'placement']});
    portal = makePortal({backend});
    const page = await openCard(KLAUS);
    await page.shows('Müller GmbH', 'crm-entity-panel');
    await page.shows('#6', 'crm-entity-panel');
    expect(await page.text('crm-entity-panel')).to.not.include('Jonas');
    expect(await counted()).to.have.length(1);
  });
});
