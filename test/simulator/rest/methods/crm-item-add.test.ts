import {expect} from '@open-wc/testing';
import {asObject, type JsonObject} from '../../../../src/model/parse/reading.js';
import {SimulatorBackend} from '../../../../src/simulator/rest/simulator-backend.js';
import {StoppedClock, testPortal, type Answer, type TestPortal} from '../test-portal.js';

const NUMBER = '+49895550177';

describe('crm.item.add', () => {
  let portal: TestPortal;

  beforeEach(async () => {
    const clock = new StoppedClock();
    portal = await testPortal({}, new SimulatorBackend({clock: clock.read}));
  });

  function add(entityTypeId: number, fields?: JsonObject): Promise<Answer> {
    return portal.rest('crm.item.add', {entityTypeId, ...(fields === undefined ? {} : {fields})});
  }

  async function added(entityTypeId: number, fields: JsonObject): Promise<JsonObject> {
    const {status, body} = await add(entityTypeId, fields);
    expect(status, JSON.stringify(body)).to.equal(200);
    return asObject(asObject(body['result'])?.['item']) ?? {};
  }

  it('makes a lead, answers it as crm.item.get does, and finds it by its number', async () => {
    const fm = {n0: {typeId: 'PHONE', valueType: 'WORK', value: NUMBER}};
    const item = await added(1, {title: 'Call', fm});
    expect(item).to.include({title: 'Call', phoneWork: NUMBER, hasPhone: 'Y', entityTypeId: 1});
    expect(await portal.item(1, Number(item['id']))).to.deep.equal(item);
    const found = await portal.result('crm.duplicate.findbycomm', {
      type: 'PHONE',
      values: [NUMBER],
    });
    expect(found).to.deep.equal({LEAD: [item['id']]});
  });

  it('fills in what the portal fills in', async () => {
    const item = await added(1, {});
    expect(item).to.include({
      title: `Lead #${String(item['id'])}`,
      stageId: 'NEW',
      stageSemanticId: 'P',
      sourceId: 'CALL',
      currencyId: 'EUR',
      opened: 'Y',
      assignedById: 6,
      createdBy: 6,
      createdTime: '2026-03-10T11:00:00+02:00',
      movedBy: 6,
    });
  });

  it('starts a deal in the first stage of its pipeline, for a week', async () => {
    expect(await added(2, {categoryId: '9'})).to.include({
      categoryId: 9,
      stageId: 'C9:NEW',
      typeId: 'SALE',
      begindate: '2026-03-10T02:00:00+02:00',
      closedate: '2026-03-17T02:00:00+02:00',
    });
    expect(await added(2, {})).to.include({categoryId: 0, stageId: 'NEW'});
    expect(await added(177, {})).to.include({categoryId: 52, stageId: 'DT177_52:NEW'});
    expect(await added(1036, {})).not.to.have.property('stageId');
  });

  it('takes what is given before its own, phones in a list too, and ignores names that it does not know', async () => {
    const item = await added(3, {
      name: 'Ada',
      assignedById: '9',
      createdBy: 99,
      nonsense: 1,
      fm: [
        {typeId: 'PHONE', valueType: 'WORK', value: NUMBER},
        {typeId: 'EMAIL', valueType: 'WORK', value: 'ada@example.com'},
      ],
    });
    expect(item).to.include({
      name: 'Ada',
      assignedById: 9,
      createdBy: 6,
      emailWork: 'ada@example.com',
    });
    expect(item).not.to.have.property('nonsense');
    const ids = (item['fm'] as readonly JsonObject[]).map(({id}) => id);
    expect(new Set(ids)).to.have.length(2);
    // No other record has a row of these ids.
    expect(Math.min(...ids.map(Number))).to.be.greaterThan(9110);
  });

  it('gives an id once, whatever was deleted', async () => {
    const first = await added(1, {});
    expect(
      await portal.result('crm.item.delete', {entityTypeId: 1, id: first['id']}),
    ).to.deep.equal([]);
    expect(
      (await portal.rest('crm.item.get', {entityTypeId: 1, id: first['id']})).body,
    ).to.have.property('error', 'NOT_FOUND');
    expect(Number((await added(1, {}))['id'])).to.be.greaterThan(Number(first['id']));
  });

  it('wants what the firm requires', async () => {
    await portal.control('put-user-fields', {
      typeId: 1,
      fields: [{upperName: 'UF_CRM_WHY', type: 'string', title: 'Why', isRequired: true}],
    });
    expect((await add(1, {title: 'Call'})).body).to.deep.equal({
      error: 'CRM_FIELD_ERROR_REQUIRED',
      error_description: 'Field "Why" is required.',
    });
    expect(await added(1, {ufCrmWhy: 'Because'})).to.have.property('ufCrmWhy', 'Because');
  });

  const refusals: readonly (readonly [string, number, JsonObject | undefined, string])[] = [
    ['no fields', 1, undefined, 'REQUIRED_ARG_MISSING'],
    ['one value for a multiple field', 2, {observers: 6}, '100'],
    ['nothing for a required field', 2, {opened: ''}, 'CRM_FIELD_ERROR_REQUIRED'],
    ['a stage of another pipeline', 2, {stageId: 'C9:NEW'}, 'CRM_FIELD_ERROR_VALUE_NOT_VALID'],
    ['a pipeline that is not there', 2, {categoryId: 404}, 'CRM_FIELD_ERROR_VALUE_NOT_VALID'],
    ['a type that is not there', 190, {}, 'NOT_FOUND'],
  ];
  for (const [name, typeId, fields, code] of refusals) {
    it(`refuses ${name}, and keeps nothing`, async () => {
      const before = await portal.rest('crm.item.list', {entityTypeId: 2});
      const {status, body} = await add(typeId, fields);
      expect(body).to.have.property('error', code);
      expect(status).to.equal(400);
      expect((await portal.rest('crm.item.list', {entityTypeId: 2})).body['total']).to.equal(
        before.body['total'],
      );
    });
  }

  it('deletes no record that the user may not see, or that is not there', async () => {
    const denied = await portal.rest('crm.item.delete', {entityTypeId: 3, id: 20});
    expect(denied.body).to.have.property('error', 'ACCESS_DENIED');
    const missing = await portal.rest('crm.item.delete', {entityTypeId: 3, id: 404});
    expect(missing.body).to.have.property('error', 'NOT_FOUND');
  });
});
