import {expect} from '@open-wc/testing';
import {asObject} from '../../../../src/model/parse/reading.js';
import {CONTACT} from '../../../../src/model/entity/entity-type.js';
import {CONDITIONS_APP, conditionStage, type ConditionedApp} from '../conditioned-app.js';

/** What a page hears when it goes. The three engines agree. */
const GOODBYE = ['pagehide', 'hidden', 'unload'];

describe('the end of a frame', () => {
  const stage = conditionStage();
  let app: ConditionedApp;
  let witness: ConditionedApp;

  beforeEach(async () => {
    [app, witness] = [await stage.open(), await stage.open()];
    for (const each of [app, witness]) await each.do('join', 'life');
  });

  it('is told to the frame when it is closed', async () => {
    app.frame.close();
    await witness.notes('life: unload');
    expect(await witness.diary()).to.deep.equal(GOODBYE.map((type) => `life: ${type}`));
    await app.page.tells((event) => event === 'unload');
    expect(app.page.events).to.deep.equal(GOODBYE);
  });

  it('is told to the frame when it is loaded anew', async () => {
    await app.frame.reload();
    await witness.notes('life: unload');
    await app.page.tells((event) => event === 'unload');
    expect(app.page.events).to.deep.equal(GOODBYE);
  });

  it('is not told to a frame that crashes', async () => {
    const third = await stage.open();
    await third.do('join', 'life');
    await app.frame.crash();
    expect(app.frame.element === null).to.equal(true);
    expect(stage.portal().frames).not.to.include(app.frame);
    // What one says comes after what an earlier one said.
    third.frame.close();
    await witness.notes('life: unload');
    expect(await witness.diary()).to.deep.equal(GOODBYE.map((type) => `life: ${type}`));
    expect(app.page.events).to.deep.equal([]);
  });

  it('is not told to a frozen frame, closed or crashed', async () => {
    const third = await stage.open();
    await third.frame.freeze();
    await third.frame.crash();
    await app.frame.freeze({silently: true});
    app.frame.close();
    await witness.do('lock', 'x');
    await witness.notes('has x');
    expect([...app.page.events, ...third.page.events]).to.deep.equal([]);
    expect(await witness.diary()).to.deep.equal(['has x']);
  });

  for (const end of ['close', 'crash'] as const) {
    it(`frees the frame's locks: ${end}`, async () => {
      await app.do('lock', 'line');
      await app.notes('has line');
      await witness.do('lock', 'line');
      expect(await witness.diary()).to.deep.equal([]);
      await app.frame[end]();
      await witness.notes('has line');
    });
  }

  it('leaves an order that was not carried out rejected', async () => {
    const frame = await stage
      .portal()
      .openFrame({url: CONDITIONS_APP, placement: 'CALL_CARD', conditions: {}});
    const frozen = frame.freeze().catch(String);
    frame.close();
    expect(await frozen).to.contain('The rendering of the frame is gone');
    expect(frame.frozen).to.equal(false);
    expect(await frame.crash().catch(String)).to.contain('not opened with conditions');
  });
});

describe('a frame that is loaded anew', () => {
  const stage = conditionStage();

  it('is opened with the same placement data, and remembers nothing', async () => {
    const entity = {typeId: CONTACT, id: 17};
    stage.portal().startCall({phoneNumber: '+4930', entity, raisedByApp: false});
    const app = await stage.open();
    const before = {sid: app.frame.sid, options: app.frame.placementOptions};
    await app.do('note', 'old');
    await app.frame.reload();
    const page = await stage.pages().of(app.frame);
    expect(app.frame.sid).not.to.equal(before.sid);
    expect(app.frame.placementOptions).to.deep.equal(before.options);
    expect(asObject(app.frame.placementOptions)?.['CRM_ENTITY_ID']).to.equal('17');
    expect(await page.do('diary')).to.deep.equal([]);
  });

  it('runs again when it was frozen, under its own conditions', async () => {
    const {frame} = await stage.open({conditions: {deny: ['locks']}});
    await frame.freeze();
    await frame.reload();
    expect(frame.frozen).to.equal(false);
    const page = await stage.pages().of(frame);
    expect(asObject(await page.do('tryAll'))?.['locks']).to.equal('SecurityError');
    await frame.freeze();
    await frame.resume();
    expect(await page.do('diary')).to.deep.equal(['freeze', 'resume']);
  });

  it('takes over the conditions that the portal has by then', async () => {
    const portal = stage.portal();
    portal.conditions = {};
    const frame = await portal.openFrame({url: CONDITIONS_APP, placement: 'CALL_CARD'});
    const first = await stage.pages().of(frame);
    expect(asObject(await first.do('tryAll'))?.['storage']).to.equal(undefined);
    portal.conditions = {deny: ['storage']};
    await frame.reload();
    const second = await stage.pages().of(frame);
    expect(asObject(await second.do('tryAll'))?.['localStorage']).to.equal('SecurityError');
  });
});
