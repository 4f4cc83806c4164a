/** What the frames of one app cost together: the requests of all of them, as the portal counted them. */
import {expect} from '@open-wc/testing';
import {COMPANY, CONTACT, DEAL} from '../../src/model/entity-type.js';
import type {EntityRef} from '../../src/model/entity-ref.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {Denial, PortalFrame, SimulatedPortal} from '../../src/simulator/index.js';
import {pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import type {ProbedPage} from '../support/probed-page.js';
import {ProbedPages} from '../support/probed-pages.js';

const KLAUS = {typeId: CONTACT, id: 17};
const ANNA = {typeId: CONTACT, id: 18};
const WATER_SYSTEM = {typeId: DEAL, id: 25};
const SPARE_FILTERS = {typeId: DEAL, id: 26};
const MUELLER = {typeId: COMPANY, id: 5};

const WIDGET = {url: pageOf('widget.html'), placement: 'CALL_CARD'};
const TEN = 10;

describe('the frames of one app', function () {
  this.timeout(120_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;
  let pages: ProbedPages;

  beforeEach(async () => {
    pages = new ProbedPages();
    backend = await PortalBackend.create();
    portal = makePortal({backend, conditions: {}});
  });
  afterEach(async () => {
    pages.dispose();
    await backend.dispose();
  });

  const call = (entity: EntityRef, bindings: readonly EntityRef[] = []): void => {
    portal.startCall({phoneNumber: '+4930123456', entity, bindings});
  };

  /** Opens so many frames at one moment. */
  const openFrames = (count: number): Promise<readonly PortalFrame[]> =>
    Promise.all(Array.from({length: count}, () => portal.openFrame(WIDGET)));

  const pagesOf = (frames: readonly PortalFrame[]): Promise<readonly ProbedPage[]> =>
    Promise.all(frames.map((frame) => pages.of(frame)));

  const allShow = async (all: readonly ProbedPage[], ...words: readonly string[]) => {
    for (const page of all) for (const each of words) await page.shows(each, 'crm-entity-panel');
  };

  /** How many calls each request had; the log is empty afterwards. */
  const counted = async (): Promise<readonly number[]> => {
    const requests = await backend.requests();
    await backend.clearRequests();
    return requests.map(({calls}) => calls.length);
  };

  describe('that open at one moment', () => {
    it('load a contact once', async () => {
      call(KLAUS);
      const all = await pagesOf(await openFrames(TEN));
      await allShow(all, 'Klaus Weber', 'Mr.', 'Client', 'Jonas Becker', 'Müller');
      expect(await counted()).to.have.length(1);
      for (const page of all) expect(await page.do('uncaught')).to.deep.equal([]);
    });

    it('load a deal with all that it points at for the price of one frame', async () => {
      call(WATER_SYSTEM);
      const all = await pagesOf(await openFrames(TEN));
      await allShow(all, 'Klaus Weber', 'On-site appointment', 'Sabine Vogel', 'Leonie Krüger');
      expect(await counted()).to.have.length(2);
    });

    it('load the records of several bindings for the price of one frame', async () => {
      call(KLAUS, [KLAUS, SPARE_FILTERS, MUELLER, ANNA]);
      const all = await pagesOf(await openFrames(TEN));
      await allShow(all, 'Klaus Weber', 'Spare filters', 'Müller', 'Anna Luise Schmidt');
      expect(await counted()).to.have.length(1);
    });

    it('share what the portal refuses', async () => {
      await backend.addFault({
        kind: 'error',
        code: 'NOT_FOUND',
        method: 'crm.item.get',
        insideBatch: true,
      });
      call(KLAUS);
      const all = await pagesOf(await openFrames(3));
      await allShow(all, 'deleted');
      expect(await counted()).to.have.length(1);
    });
  });

  it('have the record although the one that was loading it crashes', async () => {
    await backend.addFault({kind: 'hold', key: 'first', method: 'batch', times: 1});
    call(KLAUS);
    const first = await portal.openFrame(WIDGET);
    await backend.held('first');
    const all = await pagesOf(await openFrames(3));
    for (const page of all) expect(await page.do('ready')).to.equal('ready');
    expect(await counted(), 'the others wait').to.have.length(1);
    await first.crash();
    await allShow(all, 'Klaus Weber', 'Jonas Becker');
    expect(await counted()).to.have.length(1);
  });

  it('load a record anew in the next portal tab, and its labels never again', async () => {
    call(KLAUS);
    const [first] = await pagesOf([await portal.openFrame(WIDGET)]);
    await first?.shows('Jonas Becker', 'crm-entity-panel');
    const [cold = 0] = await counted();
    // Its storage is its own, as that of a real tab.
    const tab = await portal.openTab({conditions: {deny: ['storage']}});
    tab.startCall({phoneNumber: '+4930123457', entity: ANNA});
    const page = await pages.of(await tab.openFrame(WIDGET));
    await page.shows('Anna Luise Schmidt', 'crm-entity-panel');
    await page.shows('Ms.', 'crm-entity-panel');
    const [warm = 0, ...more] = await counted();
    expect(more).to.deep.equal([]);
    expect(warm).to.be.within(1, cold - 1);
  });

  const DENIALS: readonly (readonly [Denial, number])[] = [
    ['locks', TEN - 1],
    ['locks-missing', TEN - 1],
    ['broadcast-channel', 1],
    ['broadcast-channel-alone', TEN],
    ['storage', 1],
  ];
  for (const [denial, most] of DENIALS) {
    it(`all have the right record without ${denial}`, async () => {
      portal.conditions = {deny: [denial]};
      call(KLAUS);
      const all = await pagesOf(await openFrames(TEN));
      await allShow(all, 'Klaus Weber', 'Client', 'Jonas Becker');
      expect((await counted()).length).to.be.within(1, TEN);
      // The frames know each other by now, and hear of the next record at one moment.
      portal.changeEntity(ANNA);
      await allShow(all, 'Anna Luise Schmidt', 'Ms.');
      expect((await counted()).length).to.be.within(1, most);
    });
  }
});
