/** A history beside the record: it comes after it, follows it, and costs as little as it can. */
import {expect} from '@open-wc/testing';
import {COMPANY, CONTACT} from '../../src/model/entity/entity-type.js';
import type {EntityRef} from '../../src/model/entity/entity-ref.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {SimulatedPortal} from '../../src/simulator/index.js';
import {nextPort, pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import {ProbedPage} from '../support/probed-page.js';
import {waitUntil} from '../support/wait-until.js';

const KLAUS = {typeId: CONTACT, id: 17};
const MUELLER = {typeId: COMPANY, id: 5};
const JAMES = {typeId: CONTACT, id: 21};

const PANEL = 'crm-entity-panel';
const HISTORY = 'crm-history';

describe('a history beside the record', function () {
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
    bindings: readonly EntityRef[] = [],
    widget = 'history-widget.html',
  ): Promise<ProbedPage> => {
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS, bindings});
    const ports = nextPort();
    await portal.openFrame({
      url: pageOf(widget),
      placement: 'CALL_CARD',
      container: document.body,
    });
    return new ProbedPage((await ports).port);
  };

  /** The methods that each request called; the log is empty afterwards. */
  const requested = async (): Promise<readonly (readonly string[])[]> => {
    const requests = await backend.requests();
    await backend.clearRequests();
    return requests.map(({calls}) => calls.map(({method}) => method));
  };

  it('is asked for when the record is on screen', async () => {
    await backend.addFault({kind: 'hold', key: 'record', times: 1});
    const page = await openCard();
    await backend.held('record');
    await page.shows('Loading the history', HISTORY);
    expect((await backend.requests()).map(({calls}) => calls.map(({method}) => method)).flat())
      .to.include('crm.item.get')
      .and.not.to.include('crm.activity.list');
    await backend.release('record');
    await page.shows('Klaus Weber', PANEL);
    await page.shows('Send the revised offer', HISTORY);
    const requests = await requested();
    expect(requests.length).to.be.at.most(3);
    expect(requests[0]).not.to.include('crm.activity.list');
  });

  it('costs one request where the portal is known, and ten of it what one costs', async () => {
    const first = await openCard();
    await first.shows('Re: Offer for building C', HISTORY);
    await requested();
    portal.endCall();
    const page = await openCard([], 'ten-histories-widget.html');
    await page.shows('Re: Offer for building C', HISTORY);
    await page.shows('Re: Offer for building C', '#tenth');
    expect((await requested()).length).to.be.at.most(2);
  });

  it('follows the tabs of the panel, and the call to its next record', async () => {
    const page = await openCard([JAMES]);
    await page.shows('Re: Offer for building C', HISTORY);
    await page.click(PANEL, '[role=tab][aria-selected=false]');
    await page.shows('Incoming call no. 60', HISTORY);
    await page.click(PANEL, '[role=tab][aria-selected=false]');
    await page.shows('Parcel handed over', HISTORY);
    portal.changeEntity(MUELLER);
    await page.shows('Müller GmbH', PANEL);
    await page.shows(/^(?!.*Parcel handed over).*Last activities/, HISTORY);
    expect(await page.do('uncaught')).to.deep.equal([]);
  });

  it('opens an entry in the portal', async () => {
    const page = await openCard();
    await page.shows('Spare filters', HISTORY);
    await page.click(HISTORY, '[part=open] a');
    const opened = (): boolean => portal.timeline.entries.some(({about}) => about === 'openPath');
    await waitUntil(opened, 'the portal should be asked');
  });
});
