/** The whole path: a portal on one origin, a widget and a worker of the kit on another. */
import {expect} from '@open-wc/testing';
import {asObject} from '../../src/model/parse/reading.js';
import {COMPANY, CONTACT} from '../../src/model/entity/entity-type.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {UiState} from '../../src/model/card/ui-state.js';
import type {SimulatedPortal} from '../../src/simulator/index.js';
import {nextPort, pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import {ProbedPage} from '../support/probed-page.js';
import {waitUntil} from '../support/wait-until.js';

const KLAUS = {typeId: CONTACT, id: 17};
const COMPANY_5 = {typeId: COMPANY, id: 5};

describe('a widget in a portal', function () {
  this.timeout(60_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;

  const open = async (page: string, placement: string): Promise<ProbedPage> => {
    const ports = nextPort();
    await portal.openFrame({url: pageOf(page), placement, container: document.body});
    return new ProbedPage((await ports).port);
  };
  const openWidget = (): Promise<ProbedPage> => open('widget.html', 'CALL_CARD');

  beforeEach(async () => {
    backend = await PortalBackend.create();
    portal = makePortal({backend});
  });
  afterEach(() => backend.dispose());

  it('shows the client, follows the call and commands the card, from ringing to hang up', async () => {
    const worker = await open('worker.html', 'PAGE_BACKGROUND_WORKER');
    expect(await worker.do('ready')).to.equal('ready');
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS, lineName: 'Berlin'});
    const widget = await openWidget();
    await widget.shows('Klaus Weber', 'crm-entity-panel');
    await widget.shows('+49 30 123456', 'crm-entity-panel');

    portal.changeEntity(COMPANY_5);
    await widget.shows('Müller GmbH', 'crm-entity-panel');

    const enter = (uiState: UiState): Promise<unknown> =>
      worker.run({name: 'setUiState', parameters: {uiState}});
    await enter('incoming');
    expect(portal.card?.card.uiState).to.equal('incoming');
    await enter('connectingIncoming');
    await enter('connected');
    expect(portal.card?.card.uiState).to.equal('connected');
    expect(portal.card?.card.timer.status).to.equal('running');
    portal.click({name: 'hang-up'});
    await worker.tells((event) => event === 'hangupButtonClick');
    expect(await widget.do('uncaught')).to.deep.equal([]);
  });

  it('shows the call and the record, and the next record when the client changes', async () => {
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS, lineName: 'Berlin'});
    const widget = await openWidget();
    await widget.shows('Klaus Weber', 'crm-entity-panel');
    await widget.shows('+49', 'crm-entity-panel');
    await widget.shows('030 123456', 'call-summary');
    await widget.shows('Berlin', 'call-summary');
    await widget.shows('Head of purchasing', 'crm-entity-panel');

    portal.changeEntity(COMPANY_5);
    // The contact names its company, too.
    await widget.shows(/^(?!.*Head of purchasing).*Müller GmbH/, 'crm-entity-panel');
    expect(await widget.do('uncaught')).to.deep.equal([]);
  });

  it('shows the client before it makes the controls and the notes', async () => {
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS});
    const widget = await open('unhurried-widget.html', 'CALL_CARD');
    const first = await widget.do('shownWithRecord');
    expect(first).to.include('crm-entity-panel');
    expect(first).not.to.include('call-state-controls');
    expect(first).not.to.include('call-notes');
    await widget.shows('Note', 'call-notes');
    await widget.shows('Keep card open', 'call-state-controls');
    expect(await widget.do('uncaught')).to.deep.equal([]);
  });

  it('binds the events of its placement, and no others', async () => {
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS});
    const widget = await openWidget();
    await widget.shows('Klaus Weber', 'crm-entity-panel');
    const bound = portal.timeline.entries
      .map(({about}) => about)
      .filter((about) => about.startsWith('placementBindEvent'));
    expect(bound).to.have.members([
      'placementBindEvent CallCard::EntityChanged',
      'placementBindEvent CallCard::BeforeClose',
      'placementBindEvent CallCard::CallStateChanged',
    ]);
  });

  it('hears of calls in the place of a background worker, too', async () => {
    const widget = await open('widget.html', 'PAGE_BACKGROUND_WORKER');
    expect(await widget.do('ready')).to.equal('ready');
    // The page is made for another place, so that it listens only when it has heard where it is.
    await portal.whenBound(portal.worker!, 'BackgroundCallCard::initialized');
    const {callId} = portal.startCall({phoneNumber: '+4930123456', entity: KLAUS});
    const known = async (): Promise<unknown> =>
      asObject(asObject(await widget.do('snapshot'))?.['call'])?.['id'];
    await waitUntil(async () => (await known()) === callId, 'it should know the call');
  });

  it('asks the portal for a contact in one request, without a preflight', async () => {
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS});
    const widget = await openWidget();
    await widget.shows('Klaus Weber', 'crm-entity-panel');
    const requests = await backend.requests();
    expect(requests.map(({httpMethod, method}) => [httpMethod, method])).to.deep.equal([
      ['POST', 'batch'],
    ]);
  });

  it('drives the card from incoming to connected and hears the click on hang up', async () => {
    const worker = await open('worker.html', 'PAGE_BACKGROUND_WORKER');
    expect(await worker.do('ready')).to.equal('ready');
    const {callId} = portal.startCall({phoneNumber: '+4930123456', entity: KLAUS});
    await worker.tells((event) => JSON.stringify(event) === JSON.stringify({initialized: callId}));

    await worker.run({name: 'setUiState', parameters: {uiState: 'incoming'}});
    expect(portal.card?.card.uiState).to.equal('incoming');
    await worker.run({name: 'setTitle', parameters: {title: 'Klaus <b>Weber</b>'}});
    await worker.run({name: 'setUiState', parameters: {uiState: 'connectingIncoming'}});
    await worker.run({name: 'setUiState', parameters: {uiState: 'connected'}});
    expect(portal.card?.card.uiState).to.equal('connected');
    expect(portal.card?.card.title).to.equal('Klaus <b>Weber</b>');

    portal.click({name: 'hang-up'});
    await worker.tells((event) => event === 'hangupButtonClick');
    expect(worker.events.filter((event) => event === 'hangupButtonClick')).to.have.length(1);
  });

  it('calls a phone of the client through the portal, by a click in the tab', async () => {
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS});
    const widget = await openWidget();
    await widget.shows('Klaus Weber', 'crm-entity-panel');
    await widget.click('crm-entity-panel', '[part=phone]');
    await widget.shows('Bitrix24 was asked to call', 'crm-entity-panel');
    await waitUntil(() => portal.messenger.requests.length > 0, 'the portal should be asked');
    expect(portal.messenger.requests).to.deep.equal([
      {command: 'imPhoneTo', parameters: {phone: '+4930123456'}},
    ]);
    expect(document.querySelector('.portal-messenger')?.textContent).to.include('+4930123456');
    expect(await widget.do('uncaught')).to.deep.equal([]);
  });

  it('keeps the card open by a click in the tab', async () => {
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS});
    const widget = await openWidget();
    await widget.shows('Keep card open', 'call-state-controls');
    await widget.press('Keep card open', 'call-state-controls');
    await widget.shows('Let card close', 'call-state-controls');
    await widget.shows(/stays open at least until/, 'call-state-controls');
    portal.endCall();
    expect(portal.card).not.to.equal(null);
    await widget.press('Let card close', 'call-state-controls');
    await waitUntil(() => portal.card === null, 'the card should close');
  });
});

describe('a widget that is told nonsense', function () {
  this.timeout(60_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;

  beforeEach(async () => {
    backend = await PortalBackend.create();
    portal = makePortal({backend});
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS});
  });
  afterEach(() => backend.dispose());

  const openWidget = async (placementOptions?: object): Promise<ProbedPage> => {
    const ports = nextPort();
    await portal.openFrame({
      url: pageOf('widget.html'),
      placement: 'CALL_CARD',
      container: document.body,
      ...placementOptions,
    });
    return new ProbedPage((await ports).port);
  };

  it('says that the portal is not available when REST answers HTML, and reads it again', async () => {
    await backend.addFault({kind: 'html'});
    const widget = await openWidget();
    await widget.shows(/not available at the moment/, 'crm-entity-panel');
    await widget.shows('030 123456', 'call-summary');
    await backend.clearFaults();
    await widget.click('crm-entity-panel', '[part~="retry"]');
    await widget.shows('Klaus Weber', 'crm-entity-panel');
    expect(await widget.do('uncaught')).to.deep.equal([]);
  });

  it('keeps the client on screen in mid-call when a refresh goes wrong, and says so', async () => {
    const widget = await openWidget();
    await widget.shows('Klaus Weber', 'crm-entity-panel');
    // As from a proxy that stands before the portal.
    await backend.addFault({kind: 'html', status: 403});
    portal.changeEntity(KLAUS);
    await widget.shows('it may have changed', 'crm-entity-panel');
    await widget.shows('Klaus Weber', 'crm-entity-panel');
    await backend.clearFaults();
    await widget.click('crm-entity-panel', '[part~="retry"]');
    await widget.shows(/^(?!.*may have changed).*Klaus Weber/, 'crm-entity-panel');
    await backend.denyRecord(CONTACT, 17, 6);
    portal.changeEntity(KLAUS);
    await widget.shows('You have no access to this record', 'crm-entity-panel');
    expect(await widget.do('uncaught')).to.deep.equal([]);
  });

  it('shows what it could read of broken options, and names the rest', async () => {
    const widget = await openWidget({
      options: {
        CALL_ID: 'externalCall.9',
        PHONE_NUMBER: {},
        CRM_ENTITY_TYPE: 'CONTACT',
        CRM_ENTITY_ID: '17',
        CRM_BINDINGS: 'nonsense',
        CALL_DIRECTION: 5,
      },
    });
    await widget.shows('Klaus Weber', 'crm-entity-panel');
    // The record is shown before the other frames have been met.
    expect(await widget.do('ready')).to.equal('ready');
    const snapshot = asObject(await widget.do('snapshot'));
    expect(snapshot?.['problems']).to.have.length(3);
    expect(await widget.do('uncaught')).to.deep.equal([]);
  });

  it('says so when the first answer is not JSON, and connects when it is asked again', async () => {
    portal.faults.plan('getInitData', {kind: 'garbage'});
    const widget = await openWidget();
    await widget.shows(/could not be read|not be understood/i, 'crm-entity-panel');
    await widget.click('crm-entity-panel', '[part~="retry"]');
    await widget.shows('Klaus Weber', 'crm-entity-panel');
    expect(await widget.do('uncaught')).to.deep.equal([]);
  });

  const refusals: readonly (readonly [string, RegExp])[] = [
    ['ACCESS_DENIED', /access|right|allowed/i],
    ['NOT_FOUND', /not found|deleted|no such/i],
    ['insufficient_scope', /may not read the CRM/],
    ['QUERY_LIMIT_EXCEEDED', /too many|limit|wait/i],
    ['INTERNAL_SERVER_ERROR', /not available at the moment/],
  ];
  for (const [code, words] of refusals) {
    it(`has a picture of its own for ${code}`, async () => {
      await backend.addFault({kind: 'error', code, method: 'crm.item.get', insideBatch: true});
      const widget = await openWidget();
      await widget.shows(words, 'crm-entity-panel');
      expect(await widget.do('uncaught')).to.deep.equal([]);
    });
  }

  it('tells no access from not found', async () => {
    await backend.denyRecord(CONTACT, 17, 6);
    const denied = await openWidget();
    await denied.shows(/access|right|allowed/i, 'crm-entity-panel');
    await backend.deleteRecord(COMPANY, 5);
    portal.changeEntity(COMPANY_5);
    await denied.shows(/not found|deleted/i, 'crm-entity-panel');
    expect(await denied.do('uncaught')).to.deep.equal([]);
  });
});
