import {expect} from '@open-wc/testing';
import {asObject, type JsonObject} from '../../../../src/model/parse/reading.js';
import {SAMPLE_SEED} from '../../../../src/simulator/rest/seed/sample-seed.js';
import {SimulatorBackend} from '../../../../src/simulator/rest/simulator-backend.js';
import {testPortal, type TestPortal} from '../test-portal.js';

/** Without the records that are full, empty or broken on purpose. */
const ORDINARY_DAY = {...SAMPLE_SEED, records: SAMPLE_SEED.records.filter(({id}) => id < 100)};

describe('crm.item.list', () => {
  let portal: TestPortal;

  beforeEach(async () => {
    portal = await testPortal({}, new SimulatorBackend({seed: ORDINARY_DAY}));
  });

  async function list(parameters: JsonObject): Promise<readonly JsonObject[]> {
    const result = asObject(await portal.result('crm.item.list', parameters));
    return result?.['items'] as readonly JsonObject[];
  }

  async function ids(entityTypeId: number, parameters: JsonObject): Promise<unknown[]> {
    return (await list({entityTypeId, ...parameters})).map(({id}) => id);
  }

  it('lists what the user may read, by id', async () => {
    expect(await ids(3, {})).to.deep.equal([17, 18, 19, 21, 22, 23]);
    await portal.useToken({userId: 1});
    expect(await ids(3, {})).to.deep.equal([17, 18, 19, 20, 21, 22, 23]);
  });

  const filters: readonly (readonly [filter: JsonObject, ids: readonly number[]])[] = [
    [{id: 25}, [25]],
    [{'=id': '25'}, [25]],
    [{'@id': [25, 27]}, [25, 27]],
    [{'@id': []}, []],
    [{'!id': 25}, [26, 27, 28]],
    [{'!=id': 25}, [26, 27, 28]],
    [{'!@id': [25, 26]}, [27, 28]],
    [{'>id': 26}, [27, 28]],
    [{'>=id': 26}, [26, 27, 28]],
    [{'<id': 26}, [25]],
    [{'<=id': 26}, [25, 26]],
    [{'>opportunity': 1000}, [25]],
    [{'%title': 'GARDEN'}, [28]],
    [{'!%title': 'garden'}, [25, 26, 27]],
    [{'=%title': 'spare%'}, [26]],
    [{'%=title': '%2025'}, [27]],
    [{contactIds: 17}, [25, 26, 27]],
    [{contactId: 17, stageSemanticId: 'P'}, [25, 26]],
    [{companyId: 5, stageId: 'WON'}, [27]],
    // No record is linked: written as 0, asked for as nothing, or the other way round.
    [{leadId: ''}, [25, 26, 27, 28]],
    [{locationId: 0}, [25, 26, 27, 28]],
    [{ufCrm_1721244707109: 81}, [25]],
    [{UF_CRM_CONTRACT_NUMBER: 'V-2026-0025'}, [25]],
    [{UF_CRM_CONTRACT_NUMBER: ''}, [26, 27, 28]],
  ];
  for (const [filter, expected] of filters) {
    it(`filters by ${JSON.stringify(filter)}`, async () => {
      expect(await ids(2, {filter})).to.deep.equal(expected);
    });
  }

  it('orders as it is asked to, numbers as numbers', async () => {
    expect(await ids(2, {order: {opportunity: 'DESC'}})).to.deep.equal([25, 26, 27, 28]);
    expect(await ids(2, {order: {title: 'ASC'}})).to.deep.equal([27, 25, 28, 26]);
    expect(await ids(2, {order: {id: 'desc'}})).to.deep.equal([28, 27, 26, 25]);
  });

  it('answers the fields that are selected, and the id', async () => {
    const [contact] = await list({entityTypeId: 3, select: ['lastName'], filter: {id: 17}});
    expect(contact).to.deep.equal({id: 17, lastName: 'Weber'});
  });

  it('brings the phones only when everything is selected', async () => {
    const filter = {id: 17};
    for (const select of [undefined, ['*']]) {
      const [contact] = await list({entityTypeId: 3, filter, ...(select ? {select} : {})});
      expect(contact?.['fm']).to.have.length(4);
    }
    const [named] = await list({entityTypeId: 3, filter, select: ['id', 'fm']});
    expect(named).to.deep.equal({id: 17});
  });

  it('filters by one of several conditions, and by all others', async () => {
    const either = {logic: 'OR', 0: {'@contactId': [21]}, 1: {stageId: 'WON'}};
    expect(await ids(2, {filter: {0: either}})).to.deep.equal([27, 28]);
    expect(await ids(2, {filter: {0: either, companyId: 5}})).to.deep.equal([27]);
    expect(await ids(2, {filter: {0: {...either, logic: 'AND'}}})).to.deep.equal([]);
    const {body} = await portal.rest('crm.item.list', {
      entityTypeId: 2,
      filter: {0: {nonsense: 1}},
    });
    expect(body).to.have.property('error', 'INVALID_ARG_VALUE');
  });

  it('pages by fifty', async () => {
    for (let id = 1001; id <= 1060; id++) {
      await portal.control('put-record', {typeId: 4, id, fields: {title: `Company ${id}`}});
    }
    const filter = {'>id': 1000};
    const first = (await portal.rest('crm.item.list', {entityTypeId: 4, filter})).body;
    expect(first).to.include({total: 60, next: 50});
    expect(first).to.have.nested.property('result.items').with.length(50);
    const second = (await portal.rest('crm.item.list', {entityTypeId: 4, filter, start: 50})).body;
    expect(second).to.have.property('total', 60);
    expect(second).not.to.have.property('next');
    expect(second).to.have.nested.property('result.items[0].id', 1051);
    const uncounted = await portal.rest('crm.item.list', {entityTypeId: 4, filter, start: -1});
    expect(uncounted.body).not.to.have.any.keys('total', 'next');
  });

  for (const field of ['nonsense', 'fm']) {
    it(`refuses to filter by ${field}`, async () => {
      const parameters = {entityTypeId: 3, filter: {[`%${field}`]: '1'}};
      const {status, body} = await portal.rest('crm.item.list', parameters);
      expect(body).to.have.property('error', 'INVALID_ARG_VALUE');
      expect(status).to.equal(400);
    });
  }
});
