import {expect} from '@open-wc/testing';
import {testPortal} from '../test-portal.js';

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
