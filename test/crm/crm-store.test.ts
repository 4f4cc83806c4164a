import {expect} from '@open-wc/testing';
import {CrmStore} from '../../src/crm/crm-store.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import type {EntityRef} from '../../src/model/entity/entity-ref.js';
import {Deferred, fakeSession} from '../support/fake-portal.js';
import {settled} from '../support/manual-time.js';
import {CONTACT_17, failure, FakeCrm} from './fake-crm.js';

const KLAUS: EntityRef = {typeId: 3, id: 17};
const CHAIRS: EntityRef = {typeId: 2, id: 25};

async function errorOf(promise: Promise<unknown>): Promise<CallCardError> {
  const outcome: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof CallCardError) return outcome;
  throw new Error('No CallCardError came.');
}

describe('CrmStore', () => {
  let crm: FakeCrm;
  let store: CrmStore;

  beforeEach(() => {
    crm = new FakeCrm();
    store = new CrmStore(crm.portal);
  });

  it('loads a contact with its labels in one request', async () => {
    const record = await store.record(KLAUS);
    expect(crm.portal.batches).to.have.length(1);
    expect(crm.portal.requests).to.deep.equal([]);
    expect(record.title).to.equal('Klaus Weber');
    expect(record.path).to.equal('/crm/contact/details/17/');
    expect(record.stage).to.equal(null);
    expect(record.problems).to.deep.equal([]);
    expect(record.phones.map(({value}) => value)).to.deep.equal(['+49 30 123456', '+49 30 765432']);
    expect(record.emails.map(({value}) => value)).to.deep.equal(['klaus@example.com']);
    expect(record.fields.map(({code, label}) => [code, label])).to.deep.equal([
      ['POST', 'Position'],
      ['COMPANY_IDS', 'Companies'],
      ['TYPE_ID', 'Kind'],
      ['COMMENTS', 'Comment'],
      ['UF_CRM_1_SIZE', 'Company size'],
      ['ASSIGNED_BY_ID', 'Responsible'],
    ]);
    expect(record.fields.find(({code}) => code === 'UF_CRM_1_SIZE')?.display).to.deep.equal({
      kind: 'text',
      text: 'Large',
    });
  });

  it('asks for all that is the same for the portal, and refers to what only the record knows', async () => {
    await store.record(KLAUS);
    const [calls = {}] = crm.portal.batches;
    const item = '$result[item_3_17][item]';
    const list = (field: string): string[] =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((index) => `${item}[${field}][${index}]`);
    const dictionary = (id: string): object => ({
      method: 'crm.status.list',
      parameters: {filter: {ENTITY_ID: id}},
    });
    const layout = (scope: string): object => ({
      method: 'crm.item.details.configuration.get',
      parameters: {entityTypeId: 3, scope, extras: {categoryId: `${item}[categoryId]`}},
    });
    expect(calls).to.deep.equal({
      item_3_17: {
        method: 'crm.item.get',
        parameters: {entityTypeId: 3, id: 17, useOriginalUfNames: 'Y'},
      },
      clients_3_17_4: {
        method: 'crm.item.list',
        parameters: {
          entityTypeId: 4,
          filter: {'@id': [`${item}[companyId]`, ...list('companyIds')]},
          start: -1,
          select: ['id', 'title'],
        },
      },
      people_3_17: {
        method: 'user.get',
        parameters: {FILTER: {ID: [`${item}[assignedById]`, ...list('observers')]}},
      },
      layout_P_3_17: layout('P'),
      layout_C_3_17: layout('C'),
      fields_3: {
        method: 'crm.item.fields',
        parameters: {entityTypeId: 3, useOriginalUfNames: 'Y'},
      },
      categories_3: {method: 'crm.category.list', parameters: {entityTypeId: 3}},
      dictionary_HONORIFIC: dictionary('HONORIFIC'),
      dictionary_CONTACT_TYPE: dictionary('CONTACT_TYPE'),
      dictionary_SOURCE: dictionary('SOURCE'),
      profile: {method: 'profile', parameters: {}},
    });
  });

  it('names stage and pipeline of a deal in the same request', async () => {
    const record = await store.record(CHAIRS);
    expect(crm.portal.batches).to.have.length(1);
    expect(record.stage).to.deep.equal({
      id: 'C9:UC_KN8KFI',
      name: 'Offer sent',
      color: '#ffa900',
      outcome: 'process',
    });
    const pipeline = record.fields.find(({code}) => code === 'CATEGORY_ID');
    expect(pipeline?.display).to.deep.equal({kind: 'text', text: 'Furniture'});
  });

  it('takes the stage of the own pipeline when several dictionaries have the id', async () => {
    crm.items.set('2:25', {id: 25, title: 'Lamps', categoryId: 0, stageId: 'NEW'});
    crm.items.set('1:4', {id: 4, title: 'Desk', stageId: 'NEW'});
    expect((await store.record(CHAIRS)).stage?.name).to.equal('Fresh');
    expect((await store.record({typeId: 1, id: 4})).stage?.name).to.equal('Not processed');
  });

  it('shows the id of a stage that only another type has', async () => {
    crm.items.set('7:4', {id: 4, title: 'Desk', stageId: 'NEW', stageSemanticId: 'F'});
    expect((await store.record({typeId: 7, id: 4})).stage).to.deep.equal({
      id: 'NEW',
      name: 'NEW',
      color: null,
      outcome: 'failure',
    });
  });

  it('asks for the fields of a type once', async () => {
    crm.items.set('3:18', {...CONTACT_17, id: 18});
    await store.record(KLAUS);
    const second = await store.record({typeId: 3, id: 18});
    expect(crm.portal.batches).to.have.length(2);
    expect(Object.keys(crm.portal.batches[1] ?? {})).to.deep.equal([
      'item_3_18',
      'clients_3_18_4',
      'people_3_18',
      'layout_P_3_18',
      'layout_C_3_18',
    ]);
    expect(second.fields[0]?.label).to.equal('Position');
  });

  it('shares what is loading, and what has just been loaded', async () => {
    const [first, second] = await Promise.all([store.record(KLAUS), store.record(KLAUS)]);
    const third = await store.record({...KLAUS});
    expect(second).to.equal(first);
    expect(third).to.equal(first);
    expect(crm.count('crm.item.get')).to.equal(1);
  });

  it('asks again for a reload', async () => {
    await store.record(KLAUS);
    crm.items.set('3:17', {...CONTACT_17, name: 'Nikolaus'});
    expect((await store.record(KLAUS, {reload: true})).title).to.equal('Nikolaus Weber');
    expect((await store.record(KLAUS)).title).to.equal('Nikolaus Weber');
    expect(crm.count('crm.item.get')).to.equal(2);
    expect(crm.count('crm.item.fields')).to.equal(1);
  });

  it('merges what is asked at the same time into one batch', async () => {
    const [klaus, chairs] = await Promise.all([store.record(KLAUS), store.record(CHAIRS)]);
    expect([klaus.title, chairs.title]).to.deep.equal(['Klaus Weber', 'Office chairs']);
    expect(crm.portal.batches).to.have.length(1);
  });

  it('sends no batch longer than the portal allows', async () => {
    const ids = Array.from({length: 60}, (_, index) => index + 100);
    for (const id of ids) crm.items.set(`2:${id}`, {id, title: `Deal ${id}`, stageId: 'NEW'});
    const records = await Promise.all(ids.map((id) => store.record({typeId: 2, id})));
    expect(records.map(({title}) => title)).to.deep.equal(ids.map((id) => `Deal ${id}`));
    const lengths = crm.portal.batches.map((calls) => Object.keys(calls).length);
    expect(Math.max(...lengths)).to.be.at.most(50);
    // Seven calls for each deal, and five for all of them.
    expect(lengths).to.have.length(10);
  });

  it('keeps an item and its stage in one batch, which the reference needs', async () => {
    const ids = Array.from({length: 60}, (_, index) => index + 100);
    for (const id of ids) crm.items.set(`2:${id}`, {id, title: 'A', categoryId: 0, stageId: 'NEW'});
    const records = await Promise.all(ids.map((id) => store.record({typeId: 2, id})));
    expect(new Set(records.map(({stage}) => stage?.name))).to.deep.equal(new Set(['Fresh']));
  });

  it('waits for the connection, and sends once what was asked meanwhile', async () => {
    const connection = new Deferred<ReturnType<typeof fakeSession>>();
    crm.portal.connection = () => connection.promise;
    const records = Promise.all([store.record(KLAUS), store.record(CHAIRS)]);
    expect(crm.portal.batches).to.deep.equal([]);
    connection.resolve(crm.portal.session);
    await records;
    expect(crm.portal.batches).to.have.length(1);
  });

  it('fails as the connection does, and works when that works again', async () => {
    crm.portal.connection = () => Promise.reject(failure('not-in-portal', 'connect'));
    expect((await errorOf(store.record(KLAUS))).code).to.equal('not-in-portal');
    expect(crm.portal.batches).to.deep.equal([]);
    crm.portal.connection = () => Promise.resolve(crm.portal.session);
    expect((await store.record(KLAUS)).title).to.equal('Klaus Weber');
  });

  it('formats for the language of the portal', async () => {
    crm.portal.session = {...fakeSession(), language: 'br'};
    const {fields} = await store.record(CHAIRS);
    const amount = fields.find(({code}) => code === 'OPPORTUNITY');
    expect(amount?.display).to.deep.equal({kind: 'text', text: '€\u00a01.500'});
  });

  describe('when parts fail', () => {
    it('shows codes instead of labels, says why, and asks again next time', async () => {
      crm.failures.set('crm.item.fields', failure('bad-answer', 'crm.item.fields'));
      const record = await store.record(KLAUS);
      expect(record.title).to.equal('Klaus Weber');
      expect(record.fields.map(({label}) => label)).to.include.members(['POST', 'UF_CRM_1_SIZE']);
      expect(record.problems.map(({path}) => path)).to.deep.equal(['crm.item.fields']);
      crm.failures.clear();
      const again = await store.record(KLAUS, {reload: true});
      expect(again.problems).to.deep.equal([]);
      expect(again.fields[0]?.label).to.equal('Position');
    });

    it('shows the id of a stage whose name did not come', async () => {
      crm.failures.set('crm.status.list', failure('not-allowed', 'crm.status.list'));
      const record = await store.record(CHAIRS);
      expect(record.stage?.name).to.equal('C9:UC_KN8KFI');
      expect(record.problems.map(({path}) => path)).to.deep.equal(['crm.status.list']);
    });

    it('misses no stage where there is none', async () => {
      crm.items.set('177:3', {id: 3, title: 'Delivery'});
      crm.failures.set('crm.status.list', failure('refused', 'crm.status.list'));
      const record = await store.record({typeId: 177, id: 3});
      expect(record.stage).to.equal(null);
      expect(record.problems).to.deep.equal([]);
    });

    it('leaves out a pipeline whose name did not come', async () => {
      crm.failures.set('crm.category.list', failure('unsupported', 'crm.category.list'));
      const {fields} = await store.record(CHAIRS);
      expect(fields.map(({code}) => code)).to.not.include('CATEGORY_ID');
      // It will not come next time, either: nothing is asked twice.
      await store.record(CHAIRS, {reload: true});
      expect(crm.count('crm.category.list')).to.equal(1);
    });

    it('shows one record when the other one fails', async () => {
      crm.failures.set('item_2_25', failure('not-allowed'));
      const [klaus, chairs] = await Promise.all([
        store.record(KLAUS),
        errorOf(store.record(CHAIRS)),
      ]);
      expect(klaus.title).to.equal('Klaus Weber');
      expect(chairs.code).to.equal('not-allowed');
    });
  });

  for (const code of ['not-allowed', 'not-found', 'missing-scope', 'bad-answer'] as const) {
    it(`rejects with ${code} when the item does`, async () => {
      crm.failures.set('crm.item.get', failure(code));
      expect((await errorOf(store.record(KLAUS))).code).to.equal(code);
    });
  }

  it('rejects every record of a batch that failed as a whole, and forgets the failure', async () => {
    crm.batchFailure = failure('offline', 'batch');
    const errors = await Promise.all([errorOf(store.record(KLAUS)), errorOf(store.record(CHAIRS))]);
    expect(errors.map(({code}) => code)).to.deep.equal(['offline', 'offline']);
    crm.batchFailure = undefined;
    const record = await store.record(KLAUS);
    expect(record.fields[0]?.label).to.equal('Position');
  });

  it('shares what the portal has just said of a record, and asks again for a reload', async () => {
    crm.failures.set('item_3_17', failure('not-found', 'crm.item.get'));
    expect((await errorOf(store.record(KLAUS))).code).to.equal('not-found');
    expect((await errorOf(store.record(KLAUS))).code).to.equal('not-found');
    expect(crm.count('crm.item.get')).to.equal(1);
    crm.failures.clear();
    expect((await store.record(KLAUS, {reload: true})).title).to.equal('Klaus Weber');
  });

  it('calls an answer without an item, or without a part of the batch, bad', async () => {
    crm.items.set('3:17', 'nonsense');
    expect((await errorOf(store.record(KLAUS))).code).to.equal('bad-answer');
    crm.portal.batchAnswer = () => Promise.resolve(new Map());
    expect((await errorOf(store.record(CHAIRS))).code).to.equal('bad-answer');
  });

  it('is not put off by a thrown value that is no error of the kit', async () => {
    crm.portal.batchAnswer = () => Promise.reject(new Error('odd'));
    expect((await errorOf(store.record(KLAUS))).code).to.equal('refused');
  });

  describe('with a signal', () => {
    it('ends the waiting of one, and leaves the others their answer', async () => {
      const answer = new Deferred<undefined>();
      crm.hold = () => answer.promise;
      const owner = new AbortController();
      const given = errorOf(store.record(KLAUS, {signal: owner.signal}));
      const other = store.record(KLAUS);
      owner.abort();
      expect((await given).code).to.equal('aborted');
      answer.resolve(undefined);
      expect((await other).title).to.equal('Klaus Weber');
      expect(crm.count('crm.item.get')).to.equal(1);
    });

    it('leaves a record that came to the next one', async () => {
      const owner = new AbortController();
      const first = await store.record(KLAUS, {signal: owner.signal});
      owner.abort();
      expect(await store.record(KLAUS)).to.equal(first);
    });

    it('asks anew for who comes after everybody has left', async () => {
      await store.prepare();
      const answer = new Deferred<undefined>();
      crm.hold = () => answer.promise;
      const owner = new AbortController();
      const given = errorOf(store.record(KLAUS, {signal: owner.signal}));
      await settled();
      owner.abort();
      expect((await given).code).to.equal('aborted');
      const next = store.record(KLAUS);
      answer.resolve(undefined);
      expect((await next).title).to.equal('Klaus Weber');
      expect(crm.count('crm.item.get')).to.equal(2);
    });

    it('sends nothing when it was aborted before', async () => {
      const error = await errorOf(store.record(KLAUS, {signal: AbortSignal.abort()}));
      expect(error.code).to.equal('aborted');
      await Promise.resolve();
      expect(crm.portal.batches).to.deep.equal([]);
    });
  });
});
