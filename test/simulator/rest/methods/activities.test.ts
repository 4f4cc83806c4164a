import {expect} from '@open-wc/testing';
import {readRows} from '../../../../src/model/parse/parse-list.js';
import type {JsonObject} from '../../../../src/model/parse/reading.js';
import {SimulatorBackend} from '../../../../src/simulator/rest/simulator-backend.js';
import {testPortal, type TestPortal} from '../test-portal.js';

describe('activities', () => {
  it('are read with what they are bound to', async () => {
    const portal = await testPortal();
    expect(await portal.result('crm.activity.get', {id: 12043})).to.include({
      ID: '12043',
      OWNER_ID: '17',
      OWNER_TYPE_ID: '3',
      DIRECTION: '1',
      PROVIDER_ID: 'VOXIMPLANT_CALL',
    });
    expect(await portal.result('crm.activity.binding.list', {activityId: 12043})).to.deep.equal([
      {entityTypeId: 3, entityId: 17},
      {entityTypeId: 2, entityId: 25},
    ]);
  });

  it('tell of a smart process, which the card does not', async () => {
    const portal = await testPortal();
    const bindings = await portal.result('crm.activity.binding.list', {activityId: '12045'});
    expect(bindings).to.deep.equal([
      {entityTypeId: 177, entityId: 3},
      {entityTypeId: 3, entityId: 17},
    ]);
    expect(await portal.item(177, 3)).to.include({title: 'Delivery #3', parentId2: 25});
  });

  it('are refused without a code', async () => {
    const portal = await testPortal();
    const denied = await portal.rest('crm.activity.get', {id: 12044});
    expect(denied.body).to.deep.equal({error: '', error_description: 'Access denied.'});
    const missing = await portal.rest('crm.activity.get', {id: 1});
    expect(missing.body).to.deep.equal({error: '', error_description: 'Not found'});
    const unbound = await portal.rest('crm.activity.binding.list', {activityId: 1});
    expect(unbound.body).to.have.property('error', 'NOT_FOUND');
  });
});

describe('crm.activity.list', () => {
  const NOW = Date.UTC(2026, 4, 20, 9, 30);
  let portal: TestPortal;

  beforeEach(async () => {
    portal = await testPortal({}, new SimulatorBackend({clock: () => NOW}));
  });

  const rows = async (parameters: JsonObject): Promise<readonly JsonObject[]> =>
    readRows(await portal.result('crm.activity.list', parameters));
  const ids = async (parameters: JsonObject): Promise<readonly unknown[]> =>
    (await rows(parameters)).map(({ID}) => ID);
  const boundTo = (...pairs: readonly JsonObject[]): JsonObject => ({BINDINGS: pairs});
  const OF_KLAUS = {OWNER_TYPE_ID: 3, OWNER_ID: 17};

  it('finds those of a record, by its owner and by what it is bound to', async () => {
    const owned = await ids({filter: OF_KLAUS});
    expect(owned).to.include('12101').and.not.include('12118');
    const bound = await ids({filter: boundTo(OF_KLAUS)});
    expect(bound).to.include.members(['12101', '12118']);
  });

  it('finds those that are bound to all pairs, once for each', async () => {
    const deal = {OWNER_TYPE_ID: 2};
    const found = await ids({filter: boundTo(OF_KLAUS, deal), order: {ID: 'ASC'}});
    expect(found.filter((id) => id === '12102')).to.have.length(2);
    expect(found).to.not.include('12101');
  });

  it('compares, sorts and pages', async () => {
    const calls = boundTo({OWNER_TYPE_ID: 3, OWNER_ID: 21});
    const {body} = await portal.rest('crm.activity.list', {
      filter: calls,
      order: {START_TIME: 'DESC'},
    });
    expect(body).to.include({total: 60, next: 50});
    const [first] = readRows(body['result']);
    expect(first).to.include({
      SUBJECT: 'Incoming call no. 60',
      START_TIME: '2026-05-18T11:30:00+02:00',
    });
    const later = await ids({filter: {...calls, '>=START_TIME': '2026-05-15T00:00:00+00:00'}});
    expect(later).to.have.length(2);
    const last = await rows({filter: calls, order: {START_TIME: 'DESC'}, start: 50});
    expect(last).to.have.length(10);
    const [oldest] = await rows({filter: calls});
    expect(oldest).to.include({SUBJECT: 'Incoming call no. 1'});
  });

  it('has the numbers only where they are asked for', async () => {
    const filter = {ID: 12102};
    expect((await rows({filter}))[0]).to.not.have.property('COMMUNICATIONS');
    const select = ['SUBJECT', 'COMMUNICATIONS'];
    expect((await rows({filter, select}))[0]).to.have.all.keys('ID', ...select);
    expect((await rows({filter, select: ['*']}))[0]).to.have.property('DIRECTION', '1');
  });

  it('leaves out what this user may not see, and asks for a map', async () => {
    expect(await ids({filter: {ID: 12119}})).to.deep.equal([]);
    await portal.useToken({userId: 1});
    expect(await ids({filter: {ID: 12119}})).to.deep.equal(['12119']);
    const {status, body} = await portal.rest('crm.activity.list', {filter: 'all'});
    expect(status).to.equal(400);
    expect(body).to.include({error: ''});
  });

  it('has what a test puts in, and not what it takes out', async () => {
    await portal.control('put-activity', {
      id: 7,
      fields: {SUBJECT: 'New'},
      bindings: [{entityTypeId: 3, entityId: 17}],
      transcript: 'Hello',
    });
    await portal.control('put-activity', {id: 7, fields: {COMPLETED: 'Y'}});
    expect((await rows({filter: {ID: 7}}))[0]).to.deep.equal({
      ...{ID: '7', SUBJECT: 'New', COMPLETED: 'Y'},
    });
    const transcript = await portal.result('crm.activity.call.getTranscript', {activityId: 7});
    expect(transcript).to.deep.equal({transcription: 'Hello'});
    await portal.control('delete-activity', {id: 7});
    expect(await ids({filter: {ID: 7}})).to.deep.equal([]);
  });
});

describe('crm.activity.call.getTranscript', () => {
  it('has the text, nothing, or a refusal', async () => {
    const portal = await testPortal();
    const of = (activityId: number) => portal.rest('crm.activity.call.getTranscript', {activityId});
    expect((await of(12102)).body['result']).to.have.property('transcription');
    expect((await of(12103)).body['result']).to.equal(null);
    expect(await of(12119)).to.deep.include({status: 403});
    expect((await of(1)).body).to.have.property('error', 'NOT_FOUND');
  });
});

describe('crm.requisite.list', () => {
  it('finds the requisites of a company', async () => {
    const portal = await testPortal();
    const of = (ENTITY_ID: number) =>
      portal.result('crm.requisite.list', {filter: {ENTITY_TYPE_ID: 4, ENTITY_ID}});
    expect(await of(5)).to.have.nested.property('[0].RQ_COMPANY_NAME', 'Müller GmbH');
    expect(await of(8)).to.deep.equal([]);
  });
});

describe('the app and the server', () => {
  it('say what they are', async () => {
    const portal = await testPortal();
    expect(await portal.result('app.info')).to.include({INSTALLED: true, STATUS: 'L'});
    expect(await portal.result('user.admin')).to.equal(false);
    expect(await portal.result('server.time')).to.match(/^\d{4}-\d\d-\d\dT[\d:]{8}\+02:00$/);
  });
});
