/** When a page fetches its hub: at once beside other pages of its app, and later where it is alone. */
import {expect} from '@open-wc/testing';
import {hubInBrowser} from '../../src/controller/page-controller.js';
import type {HubHost} from '../../src/hub/hub-host.js';
import {TAB} from '../support/fake-hub-world.js';
import {Deferred} from '../support/fake-portal.js';
import {waitUntil} from '../support/wait-until.js';

const HOST: HubHost = {
  describe: () => TAB,
  runHere: () => Promise.resolve(),
  act: () => undefined,
  changed: () => undefined,
  fault: () => undefined,
};

describe('the hub of a page', () => {
  beforeEach(async () => {
    // Tests before this one may share the page: their locks are free a moment after their end.
    const isFree = async (): Promise<boolean> => (await navigator.locks.query()).held?.length === 0;
    await waitUntil(isFree, 'no lock should be held');
  });

  it('comes when a page that is alone has nothing more urgent to do', async () => {
    const quiet = new Deferred<void>();
    const done: string[] = [];
    const {isAlone, openHub} = hubInBrowser(() => {
      done.push('asked');
      return quiet.promise;
    });
    expect(await isAlone?.()).to.equal(true);
    const opening = openHub?.('hub', HOST).then(() => done.push('here'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(done).to.deep.equal(['asked']);
    quiet.resolve();
    await opening;
    expect(done).to.deep.equal(['asked', 'here']);
  });

  it('comes at once beside another page, which holds a lock', async () => {
    const over = new Deferred<void>();
    const entered = new Deferred<void>();
    const held = navigator.locks.request('call-card-kit frame', () => {
      entered.resolve();
      return over.promise;
    });
    await entered.promise;
    const {isAlone, openHub} = hubInBrowser(() => new Promise(() => undefined));
    expect(await isAlone?.()).to.equal(false);
    expect((await openHub?.('hub', HOST))?.state.status).to.equal('joined');
    over.resolve();
    await held;
  });
});
