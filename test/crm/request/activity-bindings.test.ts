import {expect} from '@open-wc/testing';
import {activityBindings} from '../../../src/crm/request/activity-bindings.js';
import type {EntityRef} from '../../../src/model/entity/entity-ref.js';
import {FakePortal} from '../../support/fake-portal.js';
import {ManualTime, settled} from '../../support/manual-time.js';
import {rejectionOf} from '../../support/rejection.js';
import {failure, refusal} from '../fake-crm.js';

const METHOD = 'crm.activity.binding.list';

function portalWith(result: unknown): FakePortal {
  const portal = new FakePortal();
  portal.restAnswer = () => Promise.resolve({result, total: null, next: null});
  return portal;
}

function bindings(
  portal: FakePortal,
  id: number,
  time = new ManualTime(),
): Promise<readonly EntityRef[]> {
  return activityBindings({portal, time, signal: new AbortController().signal}, id);
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
    expect(await bindings(portal, 12043)).to.deep.equal([
      {typeId: 2, id: 25},
      {typeId: 177, id: 4},
    ]);
    expect(portal.requests).to.deep.equal([{method: METHOD, parameters: {activityId: 12043}}]);
  });

  it('are none when the portal refuses, or has none', async () => {
    expect(await bindings(new FakePortal(), 1)).to.deep.equal([]);
    expect(await bindings(portalWith([]), 1)).to.deep.equal([]);
    const portal = new FakePortal();
    for (const code of ['not-allowed', 'not-found', 'missing-scope', 'refused'] as const) {
      portal.restAnswer = () => Promise.reject(failure(code, METHOD));
      expect(await bindings(portal, 1)).to.deep.equal([]);
    }
  });

  for (const answer of ['nonsense', [null], [[]], ['x', 5]]) {
    it(`are unknown when the portal answers ${JSON.stringify(answer)}`, async () => {
      const error = await rejectionOf(bindings(portalWith(answer), 1));
      expect(error).to.include({code: 'bad-answer', request: METHOD});
      expect(error.message).to.match(
        /^The portal's answer to crm[.]activity[.]binding[.]list could not/,
      );
    });
  }

  it('are unknown without an answer, which is no refusal', async () => {
    const portal = new FakePortal();
    for (const code of ['not-authorized', 'timeout', 'bad-answer'] as const) {
      portal.restAnswer = () => Promise.reject(failure(code, METHOD));
      expect((await rejectionOf(bindings(portal, 1))).code).to.equal(code);
    }
  });

  it('come once the limit is over', async () => {
    const portal = portalWith([{entityTypeId: 2, entityId: 25}]);
    const {restAnswer} = portal;
    portal.restAnswer = () => Promise.reject(refusal('', METHOD, 503));
    const time = new ManualTime();
    const found = bindings(portal, 1, time);
    await settled();
    portal.restAnswer = restAnswer;
    await time.pass(500);
    expect(await found).to.deep.equal([{typeId: 2, id: 25}]);
  });
});
