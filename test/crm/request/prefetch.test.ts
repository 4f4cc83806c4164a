/** Records that are loaded before a frame wants them. */
import {expect} from '@open-wc/testing';
import {CrmStore} from '../../../src/crm/crm-store.js';
import {DEAL_25, failure, FakeCrm} from '../fake-crm.js';

const KLAUS = {typeId: 3, id: 17};
const CHAIRS = {typeId: 2, id: 25};

describe('a prefetched record', () => {
  it('is loaded with the names of what is shown, several in one batch', async () => {
    const crm = new FakeCrm();
    crm.items.set('2:25', {...DEAL_25, UF_CRM_2_HELPER: 9});
    const store = new CrmStore(crm.portal);
    const keep = new AbortController();
    await Promise.all([store.prefetch(CHAIRS, keep.signal), store.prefetch(KLAUS, keep.signal)]);
    expect(crm.portal.batches).to.have.length(2);
    expect(Object.keys(crm.portal.batches[0] ?? {})).to.include.members(['item_2_25', 'item_3_17']);
    expect(Object.keys(crm.portal.batches[1] ?? {})).to.deep.equal(['users_9']);
  });

  it('is not asked for again at the portal’s limits, and its failure is nobody’s', async () => {
    const crm = new FakeCrm();
    crm.batchFailure = failure('limit-reached', 'batch');
    const store = new CrmStore(crm.portal);
    await store.prefetch(KLAUS, new AbortController().signal);
    expect(crm.portal.batches).to.have.length(1);
  });

  it('is not loaded for nobody', async () => {
    const crm = new FakeCrm();
    const keep = new AbortController();
    keep.abort();
    await new CrmStore(crm.portal).prefetch(KLAUS, keep.signal);
    expect(crm.portal.batches).to.deep.equal([]);
  });
});
