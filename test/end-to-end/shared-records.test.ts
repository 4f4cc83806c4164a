/** What the frames of one app cost together: the requests of all of them, as the portal counted them. */
import {expect} from '@open-wc/testing';
import {COMPANY, CONTACT, DEAL} from '../../src/model/entity/entity-type.js';
import {allShow, framesStage, WIDGET} from './frames-stage.js';

const KLAUS = {typeId: CONTACT, id: 17};
const ANNA = {typeId: CONTACT, id: 18};
const WATER_SYSTEM = {typeId: DEAL, id: 25};
const SPARE_FILTERS = {typeId: DEAL, id: 26};
const MUELLER = {typeId: COMPANY, id: 5};

describe('the frames of one app', function () {
  this.timeout(120_000);
  const stage = framesStage();

  describe('that open at one moment', () => {
    it('load a contact once', async () => {
      stage().call(KLAUS);
      const all = await stage().open(10);
      await allShow(all, 'Klaus Weber', 'Mr.', 'Client', 'Jonas Becker', 'Müller');
      expect(await stage().counted()).to.have.length(1);
      for (const page of all) expect(await page.do('uncaught')).to.deep.equal([]);
    });

    it('load a deal with all that its layout points at for the price of one frame', async () => {
      stage().call(WATER_SYSTEM);
      const all = await stage().open(3);
      await allShow(all, 'Klaus Weber', 'On-site appointment', 'Sabine Vogel', 'Leonie Krüger');
      expect(await stage().counted()).to.have.length(1);
    });

    it('load the records of several bindings for the price of one frame', async () => {
      stage().call(KLAUS, [KLAUS, SPARE_FILTERS, MUELLER, ANNA]);
      const all = await stage().open(3);
      await allShow(all, 'Klaus Weber', 'Spare filters', 'Müller', 'Anna Luise Schmidt');
      expect(await stage().counted()).to.have.length(1);
    });

    it('share what the portal refuses', async () => {
      await stage().backend.addFault({
        kind: 'error',
        code: 'NOT_FOUND',
        method: 'crm.item.get',
        insideBatch: true,
      });
      stage().call(KLAUS);
      const all = await stage().open(3);
      await allShow(all, 'deleted');
      expect(await stage().counted()).to.have.length(1);
    });
  });

  it('have the record although the one that was loading it crashes', async () => {
    await stage().backend.addFault({kind: 'hold', key: 'first', method: 'batch', times: 1});
    stage().call(KLAUS);
    const first = await stage().portal.openFrame(WIDGET);
    await stage().backend.held('first');
    const all = await stage().open(3);
    for (const page of all) expect(await page.do('ready')).to.equal('ready');
    expect(await stage().counted(), 'the others wait').to.have.length(1);
    await first.crash();
    await allShow(all, 'Klaus Weber', 'Jonas Becker');
    expect(await stage().counted()).to.have.length(1);
  });

  it('load a record anew in the next portal tab, and its labels never again', async () => {
    stage().call(KLAUS);
    const [first] = await stage().open(1);
    await first?.shows('Jonas Becker', 'crm-entity-panel');
    const [cold = 0] = await stage().counted();
    // Its storage is its own, as that of a real tab.
    const tab = await stage().portal.openTab({conditions: {deny: ['storage']}});
    tab.startCall({phoneNumber: '+4930123457', entity: MUELLER});
    const page = await stage().pages.of(await tab.openFrame(WIDGET));
    await page.shows('Müller', 'crm-entity-panel');
    await page.joins(1);
    await stage().counted();
    tab.changeEntity(ANNA);
    await page.shows('Anna Luise Schmidt', 'crm-entity-panel');
    await page.shows('Ms.', 'crm-entity-panel');
    const [warm = 0, ...more] = await stage().counted();
    expect(more).to.deep.equal([]);
    expect(warm).to.be.within(1, cold - 1);
  });
});
