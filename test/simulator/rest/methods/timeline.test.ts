import {expect} from '@open-wc/testing';
import type {JsonObject} from '../../../../src/model/parse/reading.js';
import {SimulatorBackend} from '../../../../src/simulator/rest/simulator-backend.js';
import {StoppedClock, testPortal, type Answer, type TestPortal} from '../test-portal.js';

const clock = new StoppedClock();

describe('crm.timeline.comment.add', () => {
  let portal: TestPortal;

  beforeEach(async () => {
    portal = await testPortal({}, new SimulatorBackend({clock: clock.read}));
  });

  const add = (fields: JsonObject): Promise<Answer> =>
    portal.rest('crm.timeline.comment.add', {fields});

  it('keeps the comment with its author and answers its id', async () => {
    const first = await add({ENTITY_TYPE: 'deal', ENTITY_ID: 25, COMMENT: 'Called back'});
    const second = await add({ENTITY_TYPE: 'contact', ENTITY_ID: '17', COMMENT: 'Twice'});
    expect(second.body['result']).to.equal(Number(first.body['result']) + 1);
    expect(await portal.control('timeline-comments')).to.deep.equal([
      {
        id: first.body['result'],
        entityTypeId: 2,
        entityId: 25,
        authorId: 6,
        comment: 'Called back',
        createdAt: clock.now,
      },
      {
        id: second.body['result'],
        entityTypeId: 3,
        entityId: 17,
        authorId: 6,
        comment: 'Twice',
        createdAt: clock.now,
      },
    ]);
  });

  it('comments on a record of a smart process', async () => {
    await add({ENTITY_TYPE: 'dynamic_177', ENTITY_ID: 3, COMMENT: 'Arrived'});
    expect(await portal.control('timeline-comments')).to.have.nested.property(
      '[0].entityTypeId',
      177,
    );
  });

  const refusals: readonly (readonly [string, JsonObject, string])[] = [
    ['nothing', {ENTITY_TYPE: 'deal', ENTITY_ID: 25, COMMENT: ''}, 'INVALID_ARG_VALUE'],
    ['no record', {ENTITY_TYPE: 'deal', ENTITY_ID: 404, COMMENT: 'x'}, 'OWNER_NOT_FOUND'],
    ['no type', {ENTITY_TYPE: 'planet', ENTITY_ID: 25, COMMENT: 'x'}, 'OWNER_NOT_FOUND'],
    ['a denied record', {ENTITY_TYPE: 'contact', ENTITY_ID: 20, COMMENT: 'x'}, 'ACCESS_DENIED'],
  ];
  for (const [name, fields, code] of refusals) {
    it(`refuses ${name}`, async () => {
      expect((await add(fields)).body).to.have.property('error', code);
      expect(await portal.control('timeline-comments')).to.deep.equal([]);
    });
  }
});

describe('crm.timeline.comment.list', () => {
  let portal: TestPortal;

  beforeEach(async () => {
    clock.now = Date.UTC(2026, 2, 10, 9);
    portal = await testPortal({}, new SimulatorBackend({clock: clock.read}));
    for (const COMMENT of ['First', 'Second']) {
      const fields = {ENTITY_TYPE: 'deal', ENTITY_ID: 25, COMMENT};
      await portal.result('crm.timeline.comment.add', {fields});
      clock.advanceSeconds(60);
    }
  });

  const list = (parameters: JsonObject): Promise<Answer> =>
    portal.rest('crm.timeline.comment.list', parameters);
  const DEAL = {ENTITY_TYPE: 'deal', ENTITY_ID: '25'};

  it('answers the comments of one record, as texts', async () => {
    const {body} = await list({filter: DEAL});
    expect(body['total']).to.equal(2);
    expect(body['result']).to.have.nested.property('[0].COMMENT', 'First');
    expect(body['result']).to.have.deep.nested.property('[1]', {
      ID: '1000',
      ENTITY_ID: '25',
      ENTITY_TYPE: 'deal',
      CREATED: '2026-03-10T11:01:00+02:00',
      COMMENT: 'Second',
      AUTHOR_ID: '6',
      FILES: [],
    });
    const {body: other} = await list({filter: {...DEAL, ENTITY_ID: '26'}});
    expect(other['result']).to.deep.equal([]);
  });

  it('answers the latest first, and only what was selected', async () => {
    const {body} = await list({filter: DEAL, order: {ID: 'DESC'}, select: ['COMMENT']});
    expect(body['result']).to.deep.equal([{COMMENT: 'Second'}, {COMMENT: 'First'}]);
  });

  const refusals: readonly (readonly [string, JsonObject, string])[] = [
    ['no record', {ENTITY_TYPE: 'deal'}, 'REQUIRED_ARG_MISSING'],
    ['no type', {ENTITY_ID: 25}, 'REQUIRED_ARG_MISSING'],
    ['a denied record', {ENTITY_TYPE: 'contact', ENTITY_ID: 20}, ''],
  ];
  for (const [name, filter, code] of refusals) {
    it(`refuses ${name}`, async () => {
      expect((await list({filter})).body).to.have.property('error', code);
    });
  }
});
