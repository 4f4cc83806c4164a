/** What another page of the app's origin writes into the frames' channel, unasked. */
import {expect} from '@open-wc/testing';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {MOST_HUB_CHARACTERS} from '../../src/model/parse/hub-values.js';
import {writeHubMessage, type HubMessage} from '../../src/model/hub/hub-message.js';
import {asObject, asText, type JsonObject} from '../../src/model/parse/reading.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {SimulatedPortal} from '../../src/simulator/index.js';
import {APP_ORIGIN, pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import {until} from '../support/hub-stage.js';
import type {ProbedPage} from '../support/probed-page.js';
import {ProbedPages} from '../support/probed-pages.js';
import {waitUntil} from '../support/wait-until.js';

const SPEAKER = `${APP_ORIGIN}/test/security/pages/speaker.html`;
const PATIENT = {timeout: 20_000};
const MANY = 100_000;

describe('a message in the channel of the app’s frames', function () {
  this.timeout(90_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;
  let pages: ProbedPages;
  let worker: ProbedPage;
  let widget: ProbedPage;
  let speaker: ProbedPage;
  let channel: string;

  beforeEach(async () => {
    backend = await PortalBackend.create();
    portal = makePortal({backend, worker: {url: pageOf('worker.html')}});
    pages = new ProbedPages();
    worker = await pages.of(await portal.openWorker());
    await worker.do('ready');
    // A card without a record would not answer the state of a conversation.
    const entity = {typeId: CONTACT, id: 17};
    const {callId} = portal.startCall({phoneNumber: '+4930123456', entity});
    // What is sent before the worker has heard of the card is not for that card.
    await until(worker, 'know the call', ({call}) => asObject(call)?.['id'] === callId);
    await worker.run({name: 'setUiState', parameters: {uiState: 'connected'}});
    widget = await open(pageOf('widget.html'));
    speaker = await open(SPEAKER);
    await widget.shows('Hang up', 'call-state-controls');
    for (const page of [widget, worker]) await page.joins(1);
    channel = `call-card-kit ${backend.memberId}`;
  });
  afterEach(async () => {
    pages.dispose();
    await backend.dispose();
  });

  const open = async (url: string): Promise<ProbedPage> =>
    pages.of(await portal.openFrame({url, placement: 'CALL_CARD'}));
  const say = (text: string): Promise<unknown> => speaker.do('broadcast', {channel, text});
  const written = (from: string, number: number, message: HubMessage): string =>
    writeHubMessage(channel, {from, number, to: null, message});
  const diagnostics = async (page: ProbedPage): Promise<JsonObject> =>
    asObject(await page.do('diagnostics')) ?? {};
  const hub = async (page: ProbedPage): Promise<JsonObject> =>
    asObject(asObject(await page.do('snapshot'))?.['hub']) ?? {};
  const workersId = async (): Promise<string> => {
    const [frame] = (await hub(widget))['frames'] as readonly unknown[];
    return asText(asObject(frame)?.['id']) ?? '';
  };
  const counted = (page: ProbedPage, counter: string, times: number): Promise<void> =>
    waitUntil(
      async () => Number((await diagnostics(page))[counter]) >= times,
      `${counter} should be ${times}`,
      PATIENT,
    );
  const nothingChanged = async (before: JsonObject): Promise<void> => {
    expect((await hub(widget))['frames']).to.deep.equal(before['frames']);
    expect(portal.card?.card).to.include({uiState: 'connected', muted: false});
    expect(await widget.do('uncaught')).to.deep.equal([]);
    // The way between the honest frames is as it was.
    await widget.run({name: 'setMute', parameters: {muted: true}});
    await waitUntil(() => portal.card?.card.muted === true, 'it should be muted', PATIENT);
  };

  it('that is too long, too deep or of no known form is counted, and changes nothing', async () => {
    const before = await hub(widget);
    const head = `{"callCardKit":1,"hub":${JSON.stringify(channel)},"from":"a","number":1,"kind":`;
    const deep = `${'['.repeat(MANY)}${']'.repeat(MANY)}`;
    const unreadable = [
      `${head}"call","call":${deep}}`,
      `${head}${deep}}`,
      `${head}"command","id":"a","stamp":${deep},"command":${deep}}`,
      `${head}"hello","frame":${deep}}`,
      `${head}"welcome"`,
      `${head}"__proto__"}`,
      `${head}"constructor","constructor":{}}`,
      `${head}"lead","epoch":1e300}`,
      `${head}"gone","frameId":"${'x'.repeat(1000)}"}`,
      `${head}"have","key":"${'x'.repeat(MOST_HUB_CHARACTERS)}"}`,
    ];
    for (const text of unreadable) await say(text);
    // Fifty megabytes.
    await speaker.do('flood', {channel, text: `${head}${'x'.repeat(1_000_000)}`, times: 50});
    for (const page of [widget, worker]) {
      await counted(page, 'unreadableHubMessages', unreadable.length + 1);
      expect((await diagnostics(page))['unreadableHubMessages']).to.equal(unreadable.length + 1);
    }
    await nothingChanged(before);
  });

  it('in the name of another frame or of a stranger is counted, and changes nothing', async () => {
    const before = await hub(widget);
    const id = await workersId();
    expect(id).not.to.equal('');
    // To the worker these bear its own name; to the others they have been heard before.
    const close: HubMessage = {
      ...{kind: 'command', id: 'c', callId: null, opening: 0, stamp: {count: 1e6, frameId: id}},
      command: {name: 'close', parameters: {}},
    };
    const forged: readonly HubMessage[] = [close, {kind: 'bye'}, {kind: 'resign', epoch: 9}];
    for (const message of forged) await say(written(id, 1, message));
    const strange: readonly HubMessage[] = [close, {kind: 'lead', epoch: 99}];
    for (const [index, message] of strange.entries())
      await say(written('stranger', index + 1, message));
    for (const page of [widget, worker]) {
      await counted(page, 'unknownSenderMessages', strange.length);
      expect((await diagnostics(page))['forgedHubMessages']).to.equal(forged.length);
    }
    await nothingChanged(before);
  });
});
