import {expect, fixture, html} from '@open-wc/testing';
import {CONTACT} from '../../../../src/model/entity/entity-type.js';
import type {PortalFrame, SimulatedPortal} from '../../../../src/simulator/index.js';
import {ProbedPages} from '../../../support/probed-pages.js';
import {ConditionedApp, CONDITIONS_APP} from '../conditioned-app.js';
import {portalsOfATest} from '../remote-app.js';
import {waitUntil} from '../../../support/wait-until.js';

const INITIALIZED = 'BackgroundCallCard::initialized';
const CLICKED = 'BackgroundCallCard::closeButtonClick';
const SLIDER_PATH = '/crm/deal/details/25/';
const KNOWN = {phoneNumber: '+4930', entity: {typeId: CONTACT, id: 17}};

/** What an app has heard of an event: the values, as JSON. */
async function heard(app: ConditionedApp, event: string): Promise<readonly string[]> {
  const start = `${event.replace('::', '-')}:`;
  const texts = (await app.diary()).map(String).filter((text) => text.startsWith(start));
  return texts.map((text) => text.slice(start.length));
}

function namesOf({pages}: SimulatedPortal): readonly string[] {
  return pages.map(({name}) => name);
}

describe('the tabs and sliders of a portal', () => {
  const makePortal = portalsOfATest();
  let portal: SimulatedPortal;
  let pages: ProbedPages;

  beforeEach(async () => {
    pages = new ProbedPages();
    portal = makePortal({
      worker: {url: CONDITIONS_APP},
      conditions: {},
      cardView: {
        container: await fixture(html`<div></div>`),
        tabs: [{title: 'Client', url: CONDITIONS_APP}],
      },
    });
  });
  afterEach(() => pages.dispose());

  const appIn = async (frame: PortalFrame | undefined): Promise<ConditionedApp> => {
    const page = await pages.of(frame);
    if (frame === undefined) throw new Error('there is no such frame');
    return new ConditionedApp(frame, page);
  };
  const tabFrame = (page: SimulatedPortal): PortalFrame | undefined =>
    page.frames.find(({placement}) => placement === 'CALL_CARD');
  const boundWorker = async (page: SimulatedPortal): Promise<ConditionedApp> => {
    const app = await appIn(page.worker);
    for (const event of [INITIALIZED, CLICKED]) {
      await app.do('bind', event);
      await page.whenBound(app.frame, event);
    }
    return app;
  };

  it('are a tab with a worker of its own and a card of its own', async () => {
    const tab = await portal.openTab();
    expect(namesOf(portal)).to.deep.equal(['', 'tab 2']);
    expect(tab.name).to.equal('tab 2');
    expect(portal.worker === undefined).to.equal(true);
    const worker = await appIn(tab.worker);
    expect(worker.frame.name).to.equal('tab 2 · PAGE_BACKGROUND_WORKER 1');
    tab.startCall(KNOWN);
    expect(portal.card).to.equal(null);
    const client = await appIn(tabFrame(tab));
    expect(client.frame.element?.ownerDocument === document).to.equal(false);
    expect(client.frame.element?.name).to.equal(`${location.host}|0|${client.frame.sid}`);
  });

  it('show the same call, each with its own `initialized` and its own clicks', async () => {
    await portal.openWorker();
    const tab = await portal.openTab();
    const [first, second] = [await boundWorker(portal), await boundWorker(tab)];
    const call = portal.startCall(KNOWN);
    await waitUntil(async () => (await heard(first, INITIALIZED)).length > 0);
    expect(await heard(second, INITIALIZED)).to.deep.equal([]);
    tab.showCall(call);
    await waitUntil(async () => (await heard(second, INITIALIZED)).length > 0);
    for (const app of [first, second]) {
      const values = await heard(app, INITIALIZED);
      expect(values).to.have.lengthOf(1);
      expect(values[0]).to.contain(`"CALL_ID":"${call.callId}"`);
    }
    tab.click({name: 'close'});
    await waitUntil(async () => (await heard(second, CLICKED)).length > 0);
    expect(await heard(first, CLICKED)).to.deep.equal([]);
    expect(tab.card?.call.callId).to.equal(portal.card?.call.callId);
    tab.closeCard();
    expect(portal.card?.call.callId).to.equal(call.callId);
  });

  it('never give two calls the same id by chance', async () => {
    const tab = await portal.openTab({worker: null, cardView: null});
    expect(tab.worker === undefined).to.equal(true);
    const ids = [portal, tab, portal].map((page) => page.startCall({}).callId);
    expect(new Set(ids).size).to.equal(3);
  });

  it('answer an app in the name of its own page', async () => {
    // The app listens to its parent alone, as the kit does.
    const tab = await portal.openTab();
    const app = await boundWorker(tab);
    tab.startCall(KNOWN);
    await waitUntil(async () => (await heard(app, INITIALIZED)).length > 0);
    expect(await app.do('sources')).to.deep.equal(['parent']);
  });

  it('are a slider with a worker of its own, which is offered no card', async () => {
    await portal.openWorker();
    const slider = await portal.openSlider(SLIDER_PATH);
    expect(slider.name).to.equal('slider 1');
    const worker = await appIn(slider.worker);
    expect(worker.frame.element?.name).not.to.equal(portal.worker?.element?.name);
    expect(worker.frame.offered).to.deep.equal({command: [], event: []});
    expect(slider.frames).to.have.lengthOf(1);
    const own = await slider.openFrame({
      url: CONDITIONS_APP,
      placement: 'CRM_DEAL_DETAIL_TAB',
      options: {ID: '25'},
    });
    expect(await (await appIn(own)).diary()).to.deep.equal([]);
    expect(document.querySelector('dialog')?.open).to.equal(true);
    document.querySelector('dialog')?.querySelector('button')?.click();
    await waitUntil(() => portal.pages.length === 1, 'the slider should be gone');
    expect(worker.frame.element === null).to.equal(true);
    expect(portal.frames).to.have.lengthOf(1);
  });

  it('are a slider when an app asks for one, and its answer comes with the end', async () => {
    await portal.openWorker();
    const app = await appIn(portal.worker);
    await app.do('send', {command: 'openPath', parameters: {path: SLIDER_PATH}});
    await waitUntil(() => portal.pages.some(({worker, name}) => name !== '' && worker));
    const slider = portal.pages.at(-1);
    await appIn(slider?.worker);
    slider?.dispose();
    await app.notes('openPath:{"result":"close"}');
    expect(namesOf(portal)).to.deep.equal(['']);
  });

  it('reach each other by what the browser shares between the frames of an app', async () => {
    const tab = await portal.openTab();
    const slider = await tab.openSlider(SLIDER_PATH);
    const [one, two] = [await appIn(tab.worker), await appIn(slider.worker)];
    for (const app of [one, two]) await app.do('join', 'hub');
    await one.do('say', {name: 'hub', text: 'hello'});
    await two.notes('hub: hello');
    await one.do('lock', 'lead');
    await one.notes('has lead');
    expect(await two.do('isHeld', 'lead')).to.equal(true);
  });

  it('go one by one, or all with the first', async () => {
    const [second, third] = [await portal.openTab(), await portal.openTab()];
    await third.openSlider(SLIDER_PATH);
    second.dispose();
    expect(namesOf(portal)).to.deep.equal(['', 'tab 3', 'slider 1']);
    third.dispose();
    expect(namesOf(portal)).to.deep.equal(['']);
    await portal.openTab();
    portal.dispose();
    expect(namesOf(portal)).to.deep.equal([]);
    expect(document.querySelector('iframe, dialog') === null).to.equal(true);
  });

  it('crash as a whole: no frame hears of it', async () => {
    const tab = await portal.openTab();
    tab.startCall(KNOWN);
    const apps = [await appIn(tab.worker), await appIn(tabFrame(tab))];
    await tab.crash();
    expect(namesOf(portal)).to.deep.equal(['']);
    const witness = await appIn(await portal.openWorker());
    await witness.do('diary');
    expect(apps.flatMap(({page}) => page.events)).to.deep.equal([]);
  });

  it('are windows of their own where the browser lets a script open one', async () => {
    const opened = await portal.openTab({in: 'window'}).catch(String);
    if (typeof opened === 'string') {
      expect(opened).to.contain('the browser did not open a window');
      expect(namesOf(portal)).to.deep.equal(['']);
      return;
    }
    const app = await boundWorker(opened);
    expect(await app.do('ancestors')).to.deep.equal({topIsParent: true, framesOfTop: 1});
    opened.startCall(KNOWN);
    await waitUntil(async () => (await heard(app, INITIALIZED)).length > 0);
    opened.dispose();
    expect(namesOf(portal)).to.deep.equal(['']);
  });
});
