/** Frames of the app that are reloaded in mid-call: what can be known again is known again. */
import {expect} from '@open-wc/testing';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {asObject, type JsonObject} from '../../src/model/parse/reading.js';
import type {Denial, PortalFrame, SimulatedPortal} from '../../src/simulator/index.js';
import {pageOf} from '../simulator/portal/remote-app.js';
import {
  BUTTONS,
  CONTROLS,
  heardActions,
  hubStages,
  snapshotOf,
  until,
  type HubStage,
} from '../support/hub-stage.js';
import type {ProbedPage} from '../support/probed-page.js';
import {waitUntil} from '../support/wait-until.js';

const WORLDS: readonly (readonly [words: string, deny: readonly Denial[]])[] = [
  ['with everything allowed', []],
  ['without third-party storage', ['storage', 'broadcast-channel', 'locks']],
];

interface Pair {
  readonly portal: SimulatedPortal;
  readonly worker: PortalFrame;
  readonly tab: PortalFrame;
  readonly workerPage: ProbedPage;
  readonly tabPage: ProbedPage;
}

for (const [words, deny] of WORLDS) {
  describe(`a call whose frames are reloaded, ${words}`, function () {
    this.timeout(60_000);
    const makeStage = hubStages();

    it('keeps its state when the worker is reloaded, and follows what comes after', async () => {
      const stage = makeStage({deny});
      const {portal, worker, tabPage} = await talk(stage);
      await tabPage.press('Mute', ...BUTTONS);
      await tabPage.press('Hold', ...BUTTONS);
      await shows(tabPage, {muted: true, held: true, uiState: 'connected'});

      await worker.reload();
      const reloaded = await stage.ready(worker);
      await until(reloaded, 'know its call again', ({call}) => call !== null);
      await shows(reloaded, {muted: true, held: true, uiState: 'connected'});
      await tabPage.joins(1);
      await tabPage.press('Hold', ...BUTTONS);
      await shows(tabPage, {muted: true, held: false, uiState: 'connected'});
      await reloaded.run({name: 'setMute', parameters: {muted: false}});
      await shows(tabPage, {muted: false, held: false, uiState: 'connected'});
      expect(portal.card?.card).to.include({muted: false, held: false, uiState: 'connected'});
      await hangUp(portal, tabPage);
    });

    it('keeps its state when the tab is reloaded', async () => {
      const stage = makeStage({deny});
      const {portal, tab, tabPage} = await talk(stage);
      await tabPage.press('Hold', ...BUTTONS);
      await shows(tabPage, {held: true, uiState: 'connected'});
      await tab.reload();
      const reloaded = await stage.ready(tab);
      await shows(reloaded, {muted: false, held: true, uiState: 'connected'});
      await reloaded.shows(/\bHold\b/, ...BUTTONS);
      await reloaded.press('Hold', ...BUTTONS);
      await shows(reloaded, {held: false});
      await hangUp(portal, reloaded);
    });

    it('can be ended when both are reloaded at once, and is known again bit by bit', async () => {
      const stage = makeStage({deny});
      const {portal, worker, tab, tabPage} = await talk(stage);
      await tabPage.press('Hold', ...BUTTONS);
      await shows(tabPage, {held: true});

      await Promise.all([worker.reload(), tab.reload()]);
      const [workerPage, reloaded] = [await stage.ready(worker), await stage.ready(tab)];
      await until(reloaded, 'assume that it goes on', ({card}) => certaintyIn(card) === 'assumed');
      await reloaded.shows('Hang up', CONTROLS);
      expect(await reloaded.do('pressable', BUTTONS)).to.deep.equal(['Hang up']);
      // Nothing was changed on the card to find that out.
      expect(portal.card?.card).to.include({uiState: 'connected', muted: false, held: true});

      // The operator's own switch says what state the card is in.
      portal.click({name: 'hold', held: false});
      await shows(reloaded, {held: false, uiState: 'connected', certainty: 'confirmed'});
      await reloaded.shows(/\bMute\b/, ...BUTTONS);
      expect((await snapshotOf(workerPage))['call']).to.have.property(
        'id',
        portal.card?.call.callId,
      );
      await hangUp(portal, reloaded);
      await heardActions(workerPage, ['hold', 'hang-up']);
    });
  });
}

describe('a worker that is loaded beside a tab', function () {
  this.timeout(60_000);
  const makeStage = hubStages();

  it('claims nothing of a call that the portal itself has made', async () => {
    const stage = makeStage();
    const {portal} = stage;
    portal.startCall({phoneNumber: '+4930123456', raisedByApp: false});
    const tab = await stage.widget();
    const worker = await stage.worker();
    await tab.joins(1);
    await until(worker, 'hear that no card is for it', ({card}) => statusOf(card) !== 'open');
    await asked(portal);
    expect(statusOf((await snapshotOf(tab))['card'])).to.equal('unseen');
    expect((await snapshotOf(worker))['call']).to.equal(null);
    expect(await tab.text(CONTROLS)).not.to.include('Hang up');
  });

  it('knows its own call where another portal tab has another one', async () => {
    const stage = makeStage();
    const {portal} = stage;
    const worker = await stage.worker();
    const here = await stage.ring(worker);
    const tab = await stage.widget();
    const second = await portal.openTab();
    const other = await stage.ready(second.worker);
    const there = second.startCall({phoneNumber: '+4989222', entity: {typeId: CONTACT, id: 17}});
    await until(other, 'know its call', ({call}) => asObject(call)?.['id'] === there.callId);
    await other.run({name: 'setTitle', parameters: {title: 'There'}});
    await tab.shows('Answer', CONTROLS);

    const frame = portal.worker;
    if (frame === undefined) throw new Error('The page has no worker.');
    await frame.reload();
    const reloaded = await stage.ready(frame);
    await until(reloaded, 'know its call again', ({call}) => {
      return asObject(call)?.['id'] === here.callId;
    });
    const mute = {name: 'setMute', parameters: {muted: true}} as const;
    await other.run(mute);
    expect(second.card?.card).to.include({muted: true, title: 'There'});
    expect(portal.card?.card).to.include({muted: false, title: '', uiState: 'incoming'});
  });
});

/** A call in the middle of its conversation, with the app's worker and its tab. */
async function talk(stage: HubStage): Promise<Pair> {
  const {portal} = stage;
  const workerPage = await stage.worker();
  const {worker} = portal;
  if (worker === undefined) throw new Error('The page has no worker.');
  await stage.ring(workerPage);
  const tab = await portal.openFrame({url: pageOf('widget.html'), placement: 'CALL_CARD'});
  const tabPage = await stage.ready(tab);
  await tabPage.joins(1);
  await tabPage.shows('Answer', CONTROLS);
  await tabPage.press('Answer', CONTROLS);
  await tabPage.shows(/\bMute\b/, ...BUTTONS);
  return {portal, worker, tab, workerPage, tabPage};
}

async function hangUp(portal: SimulatedPortal, page: ProbedPage): Promise<void> {
  await page.press('Hang up', CONTROLS);
  await waitUntil(() => portal.card === null, 'the card should close', {timeout: 15_000});
}

async function shows(page: ProbedPage, wanted: JsonObject): Promise<void> {
  await until(page, `show ${JSON.stringify(wanted)}`, ({card}) => {
    const {uiState, ...rest} = asObject(card) ?? {};
    const {value, certainty} = asObject(uiState) ?? {};
    const shown: JsonObject = {...rest, uiState: value, certainty};
    return Object.entries(wanted).every(([key, each]) => shown[key] === each);
  });
}

/** Resolves when the worker has asked the portal for a card. */
async function asked(portal: SimulatedPortal): Promise<void> {
  await waitUntil(
    () => portal.timeline.entries.some(({about}) => about === 'CallCardSetUiState'),
    'the worker should ask',
    {timeout: 15_000},
  );
}

function certaintyIn(card: unknown): unknown {
  return asObject(asObject(card)?.['uiState'])?.['certainty'];
}

function statusOf(card: unknown): unknown {
  return asObject(card)?.['status'];
}
