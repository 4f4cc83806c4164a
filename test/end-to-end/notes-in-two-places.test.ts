/** A note that is in two places, or has to do without one: each is saved once, and nothing is lost. */
import {expect} from '@open-wc/testing';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {Denial, SimulatedPortal} from '../../src/simulator/index.js';
import {pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import {forgetStorage} from '../support/forget-storage.js';
import type {ProbedPage} from '../support/probed-page.js';
import {ProbedPages} from '../support/probed-pages.js';
import {waitUntil} from '../support/wait-until.js';

const KLAUS = {phoneNumber: '+4930123456', entity: {typeId: CONTACT, id: 17}};
const ANNA = {phoneNumber: '+4989765432', entity: {typeId: CONTACT, id: 18}};
/** With storage a browser may deny the ways by which frames of all portal tabs hear each other. */
const DENIALS: readonly (readonly [way: string, denied: readonly Denial[]])[] = [
  ['reached by the channel', ['storage']],
  ['reached as a frame of the same tab', ['storage', 'broadcast-channel']],
  ['reached so, without locks', ['storage', 'broadcast-channel', 'locks']],
];
const ADD = 'crm.timeline.comment.add';

describe('notes in two places', function () {
  this.timeout(120_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let pages: ProbedPages;

  beforeEach(async () => {
    await forgetStorage();
    backend = await PortalBackend.create();
    pages = new ProbedPages();
  });
  afterEach(async () => {
    pages.dispose();
    await backend.dispose();
  });

  const ready = async (page: ProbedPage): Promise<ProbedPage> => {
    await page.shows('Note about the call');
    return page;
  };
  const open = (portal: SimulatedPortal): Promise<ProbedPage> =>
    portal
      .openFrame({url: pageOf('notes-widget.html'), placement: 'CALL_CARD'})
      .then((frame) => pages.of(frame))
      .then(ready);
  const reload = async (portal: SimulatedPortal): Promise<ProbedPage> => {
    const frame = portal.frames.find(({placement}) => placement === 'CALL_CARD');
    await frame?.reload();
    return ready(await pages.of(frame));
  };
  const withWorker = async (...deny: readonly Denial[]): Promise<SimulatedPortal> => {
    const portal = makePortal({
      backend,
      conditions: {deny},
      worker: {url: pageOf('worker.html')},
    });
    await (await pages.of(await portal.openWorker())).do('ready');
    return portal;
  };
  /**
   * A tab as the browser's «Duplicate tab» makes it: it begins with a copy of the session storage.
   * Where no script may open a window it is a frame, which has the very same storage.
   */
  const duplicate = async (portal: SimulatedPortal): Promise<SimulatedPortal> => {
    const call = portal.card?.call;
    if (call === undefined) throw new Error('There is no call to show.');
    const frame = (): Promise<SimulatedPortal> => portal.openTab({worker: null});
    // Firefox copies nothing of the session storage of a frame of another site into a new window.
    const isFirefox = navigator.userAgent.includes('Firefox');
    const tab = isFirefox
      ? await frame()
      : await portal.openTab({in: 'window', worker: null}).catch(frame);
    tab.showCall(call);
    return tab;
  };
  const comments = async (): Promise<string[]> =>
    (await backend.timelineComments()).map(({entityId, comment}) => `${entityId}: ${comment}`);

  describe('where storage is denied', () => {
    for (const [way, denied] of DENIALS) {
      it(`a draft survives the reload of its frame, kept by the worker, ${way}`, async () => {
        const portal = await withWorker(...denied);
        portal.startCall(KLAUS);
        const before = await open(portal);
        await meets(before, 1);
        await before.do('choose', 'call-back');
        await before.do('type', 'Wants two');
        await before.shows('survives a reload as long as another page of the app is open');
        const after = await reload(portal);
        await types(after, 'Wants two');
        await after.shows('Not saved yet.');
        await after.do('press', {label: 'Save'});
        await after.shows('Saved at');
        expect(await comments()).to.deep.equal(['17: Call back\nWants two']);
        const last = await reload(portal);
        await meets(last, 1);
        await last.do('type', 'One more');
        expect(await last.text(), 'what is saved does not come back').not.to.include('Wants two');
      });
    }

    it('the operator is told that it does not, with no other page of the app', async () => {
      const portal = makePortal({backend, conditions: {deny: ['storage']}});
      portal.startCall(KLAUS);
      const page = await open(portal);
      await page.do('type', 'Wants two');
      await page.shows('The text is only on this page: reloading it loses the text.');
    });

    it('the draft of an earlier call is offered with the next one', async () => {
      const portal = await withWorker('storage');
      portal.startCall(KLAUS);
      const page = await open(portal);
      await meets(page, 1);
      await page.do('type', 'Wants two');
      portal.startCall(ANNA);
      const next = await open(portal);
      await next.shows(/Not saved, from the call with .*Wants two/);
      expect(await next.do('typed')).to.equal('');
    });
  });

  describe('in a duplicated tab', () => {
    it('the copy of a draft learns that it was saved, and is not saved again', async () => {
      const portal = makePortal({backend});
      portal.startCall(KLAUS);
      const first = await open(portal);
      await first.do('type', 'Wants two');
      const second = await open(await duplicate(portal));
      await types(second, 'Wants two');
      await meets(second, 1);
      await first.do('press', {label: 'Save'});
      await second.shows('Saved at');
      expect(await second.do('typed')).to.equal('');
      await second.do('submit');
      expect(await comments()).to.deep.equal(['17: Wants two']);
    });

    it('the copy goes on with what is typed in the other one', async () => {
      const portal = makePortal({backend});
      portal.startCall(KLAUS);
      const first = await open(portal);
      await first.do('type', 'Wants');
      const second = await open(await duplicate(portal));
      await meets(second, 1);
      await first.do('type', 'Wants two');
      await types(second, 'Wants two');
      await second.do('press', {label: 'Save'});
      await first.shows('Saved at');
      expect(await comments()).to.deep.equal(['17: Wants two']);
    });

    it('nothing is lost and nothing is saved twice of what was typed in both', async () => {
      const portal = makePortal({backend});
      portal.startCall(KLAUS);
      const first = await open(portal);
      await first.do('type', 'Wants pumps.');
      const second = await open(await duplicate(portal));
      await meets(second, 1);
      await second.do('type', 'Wants pumps. Wants to cancel');
      await first.do('type', 'Wants pumps. Wants an offer');
      await first.do('press', {label: 'Save'});
      await second.shows('was saved in another tab at');
      await types(second, 'Wants to cancel');
      await second.do('press', {label: 'Save'});
      await second.shows('Saved at');
      expect(await first.do('typed')).to.equal('');
      expect(await comments()).to.deep.equal([
        '17: Wants pumps. Wants an offer',
        '17: Wants to cancel',
      ]);
    });

    it('both save at one moment, and it is there once', async () => {
      const portal = makePortal({backend});
      portal.startCall(KLAUS);
      const first = await open(portal);
      await first.do('type', 'Wants two');
      const second = await open(await duplicate(portal));
      await meets(first, 1);
      await meets(second, 1);
      await types(second, 'Wants two');
      await Promise.all([first.do('submit'), second.do('submit')]);
      await first.shows('Saved at');
      await second.shows('Saved at');
      expect(await comments()).to.deep.equal(['17: Wants two']);
    });

    it('the copy learns it by storage where the frames can’t hear each other', async () => {
      const portal = makePortal({
        backend,
        conditions: {deny: ['broadcast-channel-alone', 'locks']},
      });
      portal.startCall(KLAUS);
      const first = await open(portal);
      await first.do('type', 'Wants two');
      const second = await open(await duplicate(portal));
      await types(second, 'Wants two');
      await first.do('press', {label: 'Save'});
      await second.shows('Saved at');
      await second.do('submit');
      expect(await comments()).to.deep.equal(['17: Wants two']);
    });
  });

  describe('of two calls with one id', () => {
    it('a call list’s next client has a note of its own, and nothing of the one before', async () => {
      const portal = makePortal({backend});
      const {callId} = portal.startCall({...KLAUS, campaign: true});
      const page = await open(portal);
      await page.do('type', 'For Klaus');
      await page.do('press', {label: 'Save'});
      await page.shows('Saved at');
      portal.nextClient({...ANNA, callId});
      await waitUntil(
        () => page.text().then((text) => !text.includes('Saved at')),
        'the second call has nothing saved',
        {timeout: 20_000},
      );
      await page.do('type', 'For Anna');
      portal.nextClient({...KLAUS, callId});
      await page.shows(/Not saved, from the call with .*4989765432.*For Anna/);
      expect(await page.do('typed')).to.equal('');
    });

    it('a draft of the first is no draft of the second, also from the same number', async () => {
      const portal = makePortal({backend});
      const {callId} = portal.startCall(KLAUS);
      const page = await open(portal);
      await page.do('type', 'Wants two');
      await waitUntil(() => page.do('isHeld').then(Boolean), 'held', {timeout: 20_000});
      portal.endCall();
      // The note is still written; the portal loads the frame anew.
      const again = await reload(portal);
      await types(again, 'Wants two');
      portal.startCall({...KLAUS, callId});
      const next = await open(portal);
      await next.shows(/Not saved, from the call with .*Wants two/);
      expect(await next.do('typed')).to.equal('');
    });

    it('the worker, which is told of each card, tells the second from a reload', async () => {
      const portal = await withWorker();
      const {callId} = portal.startCall(KLAUS);
      const page = await open(portal);
      await meets(page, 1);
      await page.do('type', 'Wants two');
      await types(await reload(portal), 'Wants two');
      portal.startCall({...KLAUS, callId});
      const next = await open(portal);
      await next.shows(/Not saved, from the call with .*Wants two/);
      expect(await next.do('typed')).to.equal('');
    });
  });

  it('the same words twice are two notes, whatever the second answer says', async () => {
    const portal = makePortal({backend});
    portal.startCall(KLAUS);
    const page = await open(portal);
    await page.do('type', 'Nobody there');
    await page.do('press', {label: 'Save'});
    await page.shows('Saved at');
    await backend.addFault({kind: 'html', status: 502, method: ADD, times: 1});
    await page.do('type', 'Nobody there');
    await page.do('press', {label: 'Save'});
    await page.shows('Bitrix24 has not confirmed it');
    await page.do('press', {label: 'Try now'});
    await page.shows('Saved at');
    expect(await comments()).to.deep.equal(['17: Nobody there', '17: Nobody there']);
  });
});

async function meets(page: ProbedPage, others: number): Promise<void> {
  await page.joins(others);
}

function types(page: ProbedPage, text: string): Promise<void> {
  const typed = (): Promise<boolean> => page.do('typed').then((found) => found === text);
  return waitUntil(typed, `it should have “${text}”`, {timeout: 20_000});
}
