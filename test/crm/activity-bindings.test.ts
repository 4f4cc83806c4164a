import {expect} from '@open-wc/testing';
import {activityBindings} from '../../src/crm/activity-bindings.js';
import {FakePortal} from '../support/fake-portal.js';

function portalWith(result: unknown): FakePortal {
  const portal = new FakePortal();
  portal.restAnswer = () => Promise.resolve({result, total: null, next: null});
  return portal;
}

describe('activityBindings', () => {
  it('are the records that can be read, each once', async () => {
    const portal = portalWith([
      {entityTypeId: 2, entityId: 25},
      {entityTypeId: '177', entityId: '4'},
      {entityTypeId: 177, entityId: 4},
      {entityTypeId: 0, entityId: 4},
      'nonsense',
    ]);
    expect(await activityBindings(portal, 12043)).to.deep.equal([
      {typeId: 2, id: 25},
      {typeId: 177, id: 4},
    ]);
    expect(portal.requests).to.deep.equal([
      {method: 'crm.activity.binding.list', parameters: {activityId: 12043}},
    ]);
  });

  it('are none when the portal refuses or answers nonsense', async () => {
    expect(await activityBindings(new FakePortal(), 1)).to.deep.equal([]);
    expect(await activityBindings(portalWith('nonsense'), 1)).to.deep.equal([]);
  });
});
