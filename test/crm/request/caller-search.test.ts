import {expect} from '@open-wc/testing';
import {CrmStore} from '../../../src/crm/crm-store.js';
import {findCallers} from '../../../src/crm/request/caller-search.js';
import {readCallers, readDuplicates} from '../../../src/model/call/caller.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import type {RestOutcome} from '../../../src/model/portal/rest-answer.js';
import type {BatchCalls} from '../../../src/portal/portal.js';
import {FakePortal} from '../../support/fake-portal.js';
import {RecordLoader} from '../../../src/crm/request/record-loader.js';
import {ManualTime, settled} from '../../support/manual-time.js';
import {rejectionOf} from '../../support/rejection.js';
import {failure, refusal} from '../fake-crm.js';

const SEARCH = 'telephony.externalCall.searchCrmEntities';
const DUPLICATES = 'crm.duplicate.findbycomm';

const row = (id: number, name = 'Klaus Weber'): object => ({
  CRM_ENTITY_TYPE: 'CONTACT',
  CRM_ENTITY_ID: id,
  ASSIGNED_BY_ID: 6,
  NAME: name,
  ASSIGNED_BY: {ID: '6', TIMEMAN_STATUS: 'OPENED'},
});

function portalWith(answers: Record<string, unknown>): FakePortal {
  const portal = new FakePortal();
  portal.restAnswer = (method) => {
    const result = answers[method];
    if (result instanceof CallCardError) return Promise.reject(result);
    return Promise.resolve({result, total: null, next: null});
  };
  portal.batchAnswer = (calls: BatchCalls) => {
    const outcomes = Object.entries(calls).map(([key, {method}]): [string, RestOutcome] => {
      const result = answers[method];
      return result instanceof CallCardError
        ? [key, {status: 'failed', error: result}]
        : [key, {status: 'ok', answer: {result, total: null, next: null}}];
    });
    return Promise.resolve(new Map(outcomes));
  };
  return portal;
}

describe('findCallers', () => {
  it('finds one record with one request', async () => {
    const portal = portalWith({[SEARCH]: [row(17)]});
    expect(await new CrmStore(portal).findCallers('+4930123456')).to.deep.equal([
      {
        ref: {typeId: 3, id: 17},
        name: 'Klaus Weber',
        responsible: {id: 6, name: null, workday: 'open'},
      },
    ]);
    expect(portal.requests).to.deep.equal([
      {method: SEARCH, parameters: {PHONE_NUMBER: '+4930123456'}},
    ]);
    expect(portal.batches).to.have.length(0);
  });

  it('names those who are responsible for several', async () => {
    const portal = portalWith({
      [SEARCH]: [row(17), row(18, 'Anna Schmidt')],
      'user.get': [{ID: '6', NAME: 'Jonas', LAST_NAME: 'Becker'}],
    });
    const callers = await new CrmStore(portal).findCallers('1');
    expect(callers.map(({name, responsible}) => [name, responsible?.name])).to.deep.equal([
      ['Klaus Weber', 'Jonas Becker'],
      ['Anna Schmidt', 'Jonas Becker'],
    ]);
    expect(portal.batches).to.have.length(1);
  });

  it('does without the names when the portal refuses them', async () => {
    const portal = portalWith({
      [SEARCH]: [row(17), row(18)],
      'user.get': failure('missing-scope'),
    });
    const callers = await new CrmStore(portal).findCallers('1');
    expect(callers.map(({responsible}) => responsible?.name)).to.deep.equal([null, null]);
  });

  for (const code of ['missing-scope', 'unsupported'] as const) {
    it(`looks for duplicates when the search is ${code}`, async () => {
      const portal = portalWith({
        [SEARCH]: failure(code),
        [DUPLICATES]: {CONTACT: [17], LEAD: ['3']},
        'crm.item.list': {items: [{id: 17, name: 'Klaus', lastName: 'Weber'}]},
      });
      const callers = await new CrmStore(portal).findCallers('+49');
      expect(callers).to.deep.equal([
        {ref: {typeId: 3, id: 17}, name: 'Klaus Weber', responsible: null},
        {ref: {typeId: 1, id: 3}, name: '#3', responsible: null},
      ]);
      expect(portal.requests[1]).to.deep.equal({
        method: DUPLICATES,
        parameters: {type: 'PHONE', values: ['+49']},
      });
    });
  }

  it('asks for those names alone that the search has not brought, by type', async () => {
    const lead = (id: number): object => ({CRM_ENTITY_TYPE: 'LEAD', CRM_ENTITY_ID: id});
    const portal = portalWith({[SEARCH]: [row(17), row(18, ''), lead(3), lead(4)]});
    const asked: BatchCalls[] = [];
    const {signal} = new AbortController();
    await findCallers({portal, time: new ManualTime(), signal}, '1', (calls) => {
      asked.push(calls);
      return Promise.resolve(new Map());
    });
    const idsOf = (call: BatchCalls[string]): unknown =>
      call.parameters['filter'] ?? call.parameters['FILTER'];
    expect(asked.map((calls) => Object.values(calls).map(idsOf))).to.deep.equal([
      [{'@id': [18]}, {'@id': [3, 4]}, {ID: [6]}],
    ]);
  });

  it('asks for no names where all are known', async () => {
    const named = {CRM_ENTITY_TYPE: 'LEAD', CRM_ENTITY_ID: 3, NAME: 'Call back'};
    const portal = portalWith({[SEARCH]: [named, {...named, CRM_ENTITY_ID: 4}]});
    expect(await new CrmStore(portal).findCallers('1')).to.have.length(2);
    expect(portal.batches).to.deep.equal([]);
  });

  it('names nobody as responsible where nobody is', async () => {
    const nameless = {CRM_ENTITY_TYPE: 'LEAD', CRM_ENTITY_ID: 3};
    const portal = portalWith({[SEARCH]: [nameless, {...nameless, CRM_ENTITY_ID: 4}]});
    await new CrmStore(portal).findCallers('1');
    const [calls = {}] = portal.batches;
    expect(Object.values(calls).map(({method}) => method)).to.deep.equal(['crm.item.list']);
  });

  it('shows the first twenty', async () => {
    const rows = Array.from({length: 21}, (_, index) => row(index + 1));
    const callers = await new CrmStore(portalWith({[SEARCH]: rows})).findCallers('1');
    expect(callers.map(({ref}) => ref.id)).to.deep.equal(
      rows.slice(1).map((_, index) => index + 1),
    );
  });

  it('finds nobody when the portal says so', async () => {
    for (const answers of [{[SEARCH]: []}, {[SEARCH]: failure('unsupported'), [DUPLICATES]: []}]) {
      expect(await new CrmStore(portalWith(answers)).findCallers('1')).to.deep.equal([]);
    }
  });

  it('passes on what else the portal answers', async () => {
    const refusing = portalWith({[SEARCH]: failure('refused')});
    const error = await rejectionOf(new CrmStore(refusing).findCallers('1'));
    expect(error).to.have.property('code', 'refused');
    expect(refusing.requests).to.have.length(1);
  });

  describe('and the portal’s limits', () => {
    const LIMIT = refusal('', SEARCH, 429);

    it('waits them out, for those who are found and for their names', async () => {
      const answers: Record<string, unknown> = {[SEARCH]: LIMIT};
      const portal = portalWith(answers);
      const time = new ManualTime();
      const found = new RecordLoader(portal, time).findCallers('1');
      await settled();
      answers[SEARCH] = [row(17), row(18, '')];
      answers['user.get'] = refusal('', 'user.get', 503);
      answers['crm.item.list'] = {items: [{id: 18, name: 'Anna', lastName: 'Schmidt'}]};
      await time.pass(500);
      answers['user.get'] = [{ID: '6', NAME: 'Jonas', LAST_NAME: 'Becker'}];
      await time.pass(500);
      const callers = await found;
      expect(callers.map(({name, responsible}) => [name, responsible?.name])).to.deep.equal([
        ['Klaus Weber', 'Jonas Becker'],
        ['Anna Schmidt', 'Jonas Becker'],
      ]);
      expect(portal.requests).to.have.length(2);
    });

    it('gives up after a few tries, and at once when nobody waits any more', async () => {
      const portal = portalWith({[SEARCH]: LIMIT});
      const time = new ManualTime();
      const loader = new RecordLoader(portal, time);
      const error = rejectionOf(loader.findCallers('1'));
      await settled();
      await time.pass(60_000);
      expect((await error).code).to.equal('limit-reached');
      expect(portal.requests).to.have.length(4);
      const abort = new AbortController();
      const aborted = rejectionOf(loader.findCallers('2', {signal: abort.signal}));
      await settled();
      abort.abort();
      expect((await aborted).code).to.equal('aborted');
      expect(time.pending).to.equal(0);
    });
  });

  it('does not take an answer that it can’t read for nobody', async () => {
    for (const answer of ['nonsense', [null], [[]], {CONTACT: 5, x: []}]) {
      const portal = portalWith({[SEARCH]: answer});
      const error = await rejectionOf(new CrmStore(portal).findCallers('1'));
      expect(error).to.include({code: 'bad-answer', request: SEARCH, retryable: true});
    }
    const {message} = await rejectionOf(
      new CrmStore(portalWith({[SEARCH]: 'nonsense'})).findCallers('1'),
    );
    expect(message).to.equal(
      `The portal's answer to ${SEARCH} could not be read (expected a list).`,
    );
    const closed = failure('missing-scope', SEARCH);
    for (const answer of ['nonsense', {CONTACT: [[]]}, {PARROT: [1]}, [5]]) {
      const portal = portalWith({[SEARCH]: closed, [DUPLICATES]: answer});
      const error = await rejectionOf(new CrmStore(portal).findCallers('1'));
      expect(error).to.include({code: 'bad-answer', request: DUPLICATES});
    }
  });

  it('shows those whom it can read', async () => {
    const portal = portalWith({[SEARCH]: [[], row(17), null]});
    const callers = await new CrmStore(portal).findCallers('1');
    expect(callers.map(({ref}) => ref.id)).to.deep.equal([17]);
  });

  it('ends with its caller', async () => {
    const portal = portalWith({[SEARCH]: []});
    const {signal} = ((abort) => (abort.abort(), abort))(new AbortController());
    const error = await rejectionOf(new CrmStore(portal).findCallers('1', {signal}));
    expect(error).to.have.property('code', 'aborted');
  });
});

describe('the readers of searches', () => {
  it('name what is no record, and leave it out', () => {
    const callers = readCallers([{CRM_ENTITY_TYPE: 'PARROT', CRM_ENTITY_ID: 1}, 'x', null, []]);
    expect(callers.value).to.deep.equal([]);
    expect(callers.problems.map(({path, expected}) => [path, expected])).to.deep.equal([
      ['searchCrmEntities[1]', 'an object'],
      ['searchCrmEntities[2]', 'an object'],
      ['searchCrmEntities[3]', 'an object'],
      ['searchCrmEntities', 'a record'],
    ]);
    expect(readCallers('nonsense').problems).to.have.length(1);
    const {value, problems} = readDuplicates({CONTACT: ['x', 5, null], PARROT: [1], LEAD: 'x'});
    expect(value).to.deep.equal([{typeId: 3, id: 5}]);
    expect(problems).to.have.length(4);
    expect(readDuplicates('nonsense').problems).to.have.length(1);
    expect(readDuplicates([])).to.deep.equal({value: [], problems: []});
  });

  it('name a record without a name by its number, and take a strange workday for none', () => {
    const {value} = readCallers([
      {
        CRM_ENTITY_TYPE: 'LEAD',
        CRM_ENTITY_ID: '3',
        NAME: ' ',
        ASSIGNED_BY_ID: '9',
        ASSIGNED_BY: {TIMEMAN_STATUS: 'constructor'},
      },
    ]);
    expect(value).to.deep.equal([
      {
        ref: {typeId: 1, id: 3},
        name: '#3',
        responsible: {id: 9, name: null, workday: null},
      },
    ]);
  });
});
