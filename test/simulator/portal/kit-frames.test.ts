import {expect} from '@open-wc/testing';
import {asObject} from '../../../src/model/parse/reading.js';
import type {SimulatedPortal} from '../../../src/simulator/index.js';
import {ProbedPages} from '../../support/probed-pages.js';
import {pageOf, portalsOfATest} from './remote-app.js';
import {waitUntil} from '../../support/wait-until.js';

describe('the kit in the simulated portal’s pages', () => {
  const makePortal = portalsOfATest();
  let portal: SimulatedPortal;
  let pages: ProbedPages;

  beforeEach(() => {
    pages = new ProbedPages();
    portal = makePortal({worker: {url: pageOf('hub-frame.html')}, conditions: {}});
  });
  afterEach(() => pages.dispose());

  it('connects in the first page, in a tab and in a slider', async () => {
    const first = await portal.openWorker();
    const tab = await portal.openTab();
    const slider = await tab.openSlider('/crm/deal/details/25/');
    for (const frame of [first, tab.worker, slider.worker]) {
      expect(await (await pages.of(frame)).do('ready')).to.equal('ready');
    }
  });

  it('connects where everything is denied at once', async () => {
    portal.conditions = {deny: ['storage', 'broadcast-channel', 'locks']};
    const page = await pages.of(await portal.openWorker());
    expect(await page.do('ready')).to.equal('ready');
  });

  it('hears of a call that began while it was frozen', async () => {
    const frame = await portal.openWorker();
    const page = await pages.of(frame);
    await page.do('ready');
    await portal.whenBound(frame, 'BackgroundCallCard::initialized');
    await frame.freeze();
    const {callId} = portal.startCall({phoneNumber: '+4930'});
    await frame.resume();
    const knowsTheCall = async (): Promise<boolean> => {
      const snapshot = asObject(await page.do('snapshot'));
      return asObject(snapshot?.['call'])?.['id'] === callId;
    };
    await waitUntil(knowsTheCall, 'the frame should know the call');
    const foreign = asObject(await page.do('diagnostics'))?.['foreignMessages'];
    expect(foreign, 'what waited still comes from the portal').to.equal(0);
  });
});
