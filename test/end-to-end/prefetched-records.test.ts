/** What a call costs where the app has a background worker: the requests of all its pages together. */
import {expect} from '@open-wc/testing';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {pageOf} from '../simulator/portal/remote-app.js';
import {waitUntil} from '../support/wait-until.js';
import {allShow, framesStage, WIDGET} from './frames-stage.js';

const KLAUS = {typeId: CONTACT, id: 17};
const ANNA = {typeId: CONTACT, id: 18};
const WORKER = {url: pageOf('worker.html'), placement: 'PAGE_BACKGROUND_WORKER'};

describe('the records of a call in an app with a worker', function () {
  this.timeout(120_000);
  const stage = framesStage();

  const openWorker = async (): Promise<void> => {
    const worker = await stage().pages.of(await stage().portal.openFrame(WORKER));
    expect(await worker.do('ready')).to.equal('ready');
  };
  /** Waits for the worker's requests, and resolves with how many calls each had. */
  const prefetched = async (count: number): Promise<readonly number[]> => {
    await waitUntil(async () => (await stage().backend.requests()).length >= count);
    return stage().counted();
  };

  /** From now on the portal does not answer, so that what a tab shows is another frame's. */
  const silencePortal = (): Promise<void> =>
    stage().backend.addFault({kind: 'hold', key: 'silence', method: 'batch'});

  it('are there before the tabs, which show them without an answer of the portal', async () => {
    await openWorker();
    stage().call(KLAUS, [KLAUS, ANNA]);
    expect(await prefetched(1)).to.have.length(1);
    await silencePortal();
    const frames = await Promise.all(
      Array.from({length: 3}, () => stage().portal.openFrame(WIDGET)),
    );
    const all = await Promise.all(frames.map((frame) => stage().pages.of(frame)));
    await allShow(all, 'Klaus Weber', 'Client', 'Jonas Becker', 'Anna Luise Schmidt');
    for (const page of all) expect(await page.do('uncaught')).to.deep.equal([]);
  });

  it('are loaded once by the worker and a tab that begin at one moment', async () => {
    await openWorker();
    stage().call(KLAUS);
    const all = await stage().open(1);
    await allShow(all, 'Klaus Weber', 'Client', 'Jonas Becker');
    expect(await stage().counted()).to.have.length(1);
  });

  it('are there again at once when the tab is reloaded', async () => {
    await openWorker();
    stage().call(KLAUS);
    const frame = await stage().portal.openFrame(WIDGET);
    await allShow([await stage().pages.of(frame)], 'Klaus Weber', 'Jonas Becker');
    await silencePortal();
    await frame.reload();
    await allShow([await stage().pages.of(frame)], 'Klaus Weber', 'Jonas Becker');
  });

  it('are asked for by the tab when the portal refuses the worker', async () => {
    await openWorker();
    await stage().backend.addFault({
      kind: 'error',
      code: 'QUERY_LIMIT_EXCEEDED',
      method: 'batch',
      times: 1,
    });
    stage().call(KLAUS);
    await prefetched(1);
    const page = await stage().pages.of(await stage().portal.openFrame(WIDGET));
    await allShow([page], 'Klaus Weber', 'Jonas Becker');
    expect(await stage().counted()).to.have.length(1);
  });
});
