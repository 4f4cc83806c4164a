/** A call list: the card and its frames stay, and the clients in them change. */
import {expect} from '@open-wc/testing';
import {COMPANY, CONTACT, DEAL, LEAD} from '../../src/model/entity/entity-type.js';
import {asObject, type JsonObject} from '../../src/model/parse/reading.js';
import type {CallSetup, SimulatedPortal} from '../../src/simulator/index.js';
import {actionsIn, BUTTONS, CONTROLS, hubStages, snapshotOf, until} from '../support/hub-stage.js';
import type {ProbedPage} from '../support/probed-page.js';
import {waitUntil} from '../support/wait-until.js';

const CLIENTS: readonly CallSetup[] = [
  {
    phoneNumber: '+4930123456',
    entity: {typeId: CONTACT, id: 17},
    bindings: [{typeId: DEAL, id: 25}],
  },
  {
    phoneNumber: '+442079460021',
    entity: {typeId: COMPANY, id: 5},
    bindings: [{typeId: DEAL, id: 31}],
  },
  {phoneNumber: '+49895550104', entity: {typeId: LEAD, id: 4}},
];

describe('a campaign in tab and worker together', function () {
  this.timeout(60_000);
  const makeStage = hubStages('campaign-worker.html');

  for (const [words, idOf] of [
    ['whose call keeps its id', () => 'campaign.1'],
    ['whose call gets another id with each client', (index: number) => `campaign.${index}`],
  ] as const) {
    it(`goes through three clients, ${words}`, async () => {
      const stage = makeStage();
      const {portal} = stage;
      const worker = await stage.worker();
      portal.startCall({...CLIENTS[0], callId: idOf(0), direction: 'outgoing', campaign: true});
      const tab = await stage.widget();
      await tab.shows('Outgoing call', 'call-summary');
      await tab.do('record');
      for (const [index, client] of CLIENTS.entries()) {
        const callId = idOf(index);
        if (index > 0) portal.nextClient({...client, callId});
        const wanted = [client.entity, ...(client.bindings ?? [])];
        for (const page of [tab, worker]) {
          await until(page, `know client ${index} with its records alone`, ({call}) => {
            const {id, bindings} = asObject(call) ?? {};
            return id === callId && JSON.stringify(bindings) === JSON.stringify(wanted);
          });
        }
        await callAndHangUp(portal, tab);
        await waitUntil(() => actionsIn(worker).length === 2 * index + 2, 'it should be heard');
        const calls = actionsIn(worker).slice(-2);
        expect(calls.map((heard) => heard['callId'])).to.deep.equal([callId, callId]);
      }
      expect(await lost(tab), 'pictures without the card').to.deep.equal([]);
      expect(await tab.do('uncaught')).to.deep.equal([]);
    });
  }

  it('has the buttons in a tab that is opened with the second client', async () => {
    const stage = makeStage();
    const {portal} = stage;
    const worker = await stage.worker();
    portal.startCall({...CLIENTS[0], direction: 'outgoing', campaign: true});
    await until(worker, 'know the call', ({call}) => call !== null);
    portal.nextClient(CLIENTS[1] ?? {});
    const tab = await stage.widget();
    await callAndHangUp(portal, tab);
    const {call} = await snapshotOf(tab);
    await until(worker, 'have the id of the client that the tab shows', ({call: known}) => {
      return asObject(known)?.['id'] === asObject(call)?.['id'];
    });
  });

  it('shows “Next client” in the tab where an app handles it, and waits for the client', async () => {
    const stage = makeStage();
    const {portal} = stage;
    const worker = await stage.worker();
    portal.startCall({...CLIENTS[0], direction: 'outgoing', campaign: true});
    const tab = await stage.widget();
    await tab.shows('Next client', CONTROLS);
    await tab.press('Next client', CONTROLS);
    await worker.tells((event) => asObject(event)?.['action'] === 'next');
    portal.nextClient(CLIENTS[1] ?? {});
    await tab.shows('Next client', CONTROLS);
    await worker.do('dispose');
    await tab.shows(/^(?!.*Next client)/, CONTROLS);
  });
});

async function callAndHangUp(portal: SimulatedPortal, tab: ProbedPage): Promise<void> {
  await tab.shows('Outgoing call', 'call-summary');
  await tab.shows(/\bCall\b.*Next client/, CONTROLS);
  await tab.press('Call', CONTROLS);
  await waitUntil(() => portal.card?.card.uiState === 'connected', 'they should talk');
  await tab.shows(/\bMute\b/, ...BUTTONS);
  await tab.press('Hang up', CONTROLS);
  await waitUntil(() => portal.card?.card.uiState === 'redial', 'the call should be over');
  await tab.shows('Call ended', 'call-summary');
}

/** What the tab has shown since `record` when it did not show the card. */
async function lost(tab: ProbedPage): Promise<readonly JsonObject[]> {
  const pictures = (await tab.do('recorded')) as readonly JsonObject[];
  return pictures.filter(({card}) => asObject(card)?.['status'] !== 'open');
}
