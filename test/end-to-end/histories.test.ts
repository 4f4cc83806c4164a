/** What a card with a history costs, and that it never comes before the record. */
import {expect} from '@open-wc/testing';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {asObject, asText} from '../../src/model/parse/reading.js';
import {readRows} from '../../src/model/parse/parse-list.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import {HOSTILE_TEXTS} from '../../src/simulator/rest/seed/hostile/hostile-texts.js';
import {nextPort, pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import {ProbedPage} from '../support/probed-page.js';
import {waitUntil} from '../support/wait-until.js';
import {allShow, framesStage, WIDGET} from './frames-stage.js';

const KLAUS = {typeId: CONTACT, id: 17};
const ANNA = {typeId: CONTACT, id: 18};
const WORKER = {url: pageOf('worker.html'), placement: 'PAGE_BACKGROUND_WORKER'};

const subjectsOf = async (page: ProbedPage, ref = KLAUS): Promise<readonly string[]> => {
  const history = asObject(await page.do('history', {ref}));
  return readRows(history?.['past']).map(({subject}) => asText(subject) ?? '');
};

describe('the history of a call', function () {
  this.timeout(120_000);
  const stage = framesStage();

  const methodsOf = async (): Promise<readonly (readonly string[])[]> => {
    const requests = await stage().backend.requests();
    return requests.map(({calls}) => calls.map(({method}) => method));
  };
  const open = async (): Promise<ProbedPage> =>
    stage().pages.of(await stage().portal.openFrame(WIDGET));

  it('costs two requests more of a portal that is not known, behind the record', async () => {
    stage().call(KLAUS);
    const page = await open();
    expect(await subjectsOf(page)).to.have.length(10);
    await allShow([page], 'Klaus Weber');
    const requests = await methodsOf();
    expect(requests.length).to.be.at.most(3);
    expect(requests[0]).to.include('crm.item.get').and.not.include('crm.activity.list');
    expect(requests[1]).to.include('crm.activity.list');
  });

  it('costs one more when the types were seen before', async () => {
    stage().call(KLAUS);
    const page = await open();
    await subjectsOf(page);
    await stage().counted();
    stage().portal.changeEntity(ANNA);
    await allShow([page], 'Anna Luise Schmidt');
    await subjectsOf(page, ANNA);
    expect((await stage().counted()).length).to.be.at.most(2);
  });

  it('is there before the tab, which shows it without an answer of the portal', async () => {
    // The app's pages show histories: from now on the worker prefetches them.
    stage().call(KLAUS);
    const first = await stage().portal.openFrame(WIDGET);
    await subjectsOf(await stage().pages.of(first));
    stage().portal.endCall();
    const worker = await stage().pages.of(await stage().portal.openFrame(WORKER));
    expect(await worker.do('ready')).to.equal('ready');
    await stage().counted();
    stage().call(KLAUS);
    await waitUntil(async () => (await methodsOf()).flat().includes('crm.activity.list'));
    // Joins what the worker loads, so that its answer is there.
    await worker.do('history', {ref: KLAUS});
    await stage().backend.addFault({kind: 'hold', key: 'silence', method: 'batch'});
    await stage().counted();
    const page = await open();
    await allShow([page], 'Klaus Weber', 'Jonas Becker');
    expect(await subjectsOf(page)).to.have.length(10);
    expect(await page.do('uncaught')).to.deep.equal([]);
    expect(await stage().counted()).to.deep.equal([]);
  });

  it('is loaded once by two tabs that begin at one moment', async () => {
    stage().call(KLAUS);
    const all = await stage().open(2);
    const [one, other] = await Promise.all(all.map((page) => subjectsOf(page)));
    expect(other).to.deep.equal(one);
    expect((await stage().counted()).length).to.be.at.most(3);
  });
});

describe('the history of a hostile client', function () {
  this.timeout(60_000);
  const makePortal = portalsOfATest();

  it('has texts, and a problem for nothing', async () => {
    const backend = await PortalBackend.create({seed: 'hostile'});
    const portal = makePortal({backend});
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS});
    const ports = nextPort();
    await portal.openFrame({
      url: pageOf('widget.html'),
      placement: 'CALL_CARD',
      container: document.body,
    });
    const page = new ProbedPage((await ports).port);
    const options = {limit: 40, activityId: 12102};
    const history = asObject(await page.do('history', {ref: KLAUS, options}));
    expect(readRows(history?.['past']).length).to.be.above(10);
    expect(readRows(history?.['openItems'])).to.not.deep.equal([]);
    const transcript = asText(asObject(history?.['currentActivity'])?.['transcript']) ?? '';
    expect(HOSTILE_TEXTS.map((text) => text.trim())).to.include(transcript);
    expect(await page.do('uncaught')).to.deep.equal([]);
    await backend.dispose();
  });
});
