/** What the store of metadata keeps, for how long, and what it writes down for the next page. */
import {expect} from '@open-wc/testing';
import {MetadataStore} from '../../../src/crm/cache/metadata-store.js';
import type {RestOutcome} from '../../../src/model/portal/rest-answer.js';
import type {BatchCalls} from '../../../src/portal/portal.js';
import {ManualTime} from '../../support/manual-time.js';
import {failure} from '../fake-crm.js';

const KEY = 'call-card-kit:crm:1:memory:en';
const HOUR = 3_600_000;
const KLAUS = {typeId: 3, id: 17};

const callsOf = (...keys: readonly string[]): BatchCalls =>
  Object.fromEntries(keys.map((key) => [key, {method: 'sample', parameters: {}}]));

const ok = (result: unknown): RestOutcome => ({
  status: 'ok',
  answer: {result, total: null, next: null},
});

describe('the store of metadata', () => {
  let time: ManualTime;
  let store: MetadataStore;

  const clear = (): void => {
    sessionStorage.removeItem(KEY);
    localStorage.removeItem('call-card-kit:references:1:memory');
  };

  beforeEach(() => {
    clear();
    time = new ManualTime(10 * HOUR);
    store = newPage();
  });
  afterEach(clear);

  /** The store of a page that has just been opened, which knows what was written down. */
  function newPage(): MetadataStore {
    return new MetadataStore({memberId: 'memory', language: 'en'}, time);
  }

  const learn = (key: string, result: unknown): void => {
    store.learn(callsOf(key), new Map([[key, ok(result)]]));
  };
  const resultOf = (key: string, of = store): unknown => {
    const call = of.answer(key);
    return call?.status === 'ok' ? call.answer.result : call;
  };
  /** Whether something is written down within the moment, after `act`. */
  const isWritten = async (act: () => void): Promise<boolean> => {
    await time.pass(0);
    sessionStorage.removeItem(KEY);
    act();
    await time.pass(0);
    return sessionStorage.getItem(KEY) !== null;
  };

  describe('of answers', () => {
    it('answers for an hour, as the portal did', async () => {
      learn('categories_2', {categories: []});
      await time.pass(HOUR - 1);
      expect(store.answer('categories_2')).to.deep.equal(ok({categories: []}));
      await time.pass(1);
      expect(store.answer('categories_2')).to.equal(undefined);
    });

    it('gives all answers to the calls: what it knows, what came, and what did not', () => {
      learn('categories_2', {categories: []});
      const calls = callsOf('categories_2', 'dictionary_SOURCE', 'dictionary_OTHER');
      const came = new Map([
        ['categories_2', ok('not asked for')],
        ['dictionary_SOURCE', ok([])],
      ]);
      const all = store.learn(calls, came);
      expect([...all.keys()]).to.deep.equal(Object.keys(calls));
      expect(all.get('categories_2')).to.deep.equal(ok({categories: []}));
      expect(all.get('dictionary_SOURCE')).to.deep.equal(ok([]));
      expect(all.get('dictionary_OTHER')).to.have.nested.property('error.code', 'bad-answer');
      expect(resultOf('categories_2')).to.deep.equal({categories: []});
    });

    it('knows a refusal for good, and a failure that may pass not at all', () => {
      const refused: RestOutcome = {status: 'failed', error: failure('unsupported')};
      const limited: RestOutcome = {status: 'failed', error: failure('limit-reached')};
      const calls = callsOf('profile', 'types');
      const outcome = new Map([
        ['profile', refused],
        ['types', limited],
      ]);
      expect([...store.learn(calls, outcome)]).to.deep.equal([...outcome]);
      expect(store.unknownOf(calls)).to.deep.equal(callsOf('types'));
      expect([...store.refusalsOf(calls)]).to.deep.equal([['profile', refused]]);
      expect([...store.refusalsOf(callsOf('types'))]).to.deep.equal([]);
    });

    for (const [key, odd] of [
      ['dictionary_SOURCE', [{STATUS_ID: 'CALL'}, []]],
      ['categories_2', {categories: [{id: 0}, 'nonsense']}],
    ] as const) {
      it(`asks soon for an answer to ${key} that is odd in part`, async () => {
        learn(key, odd);
        await time.pass(4999);
        expect(resultOf(key)).to.deep.equal(odd);
        await time.pass(1);
        expect(store.answer(key)).to.equal(undefined);
      });
    }

    it('keeps no description of fields that has none, and any other answer', () => {
      learn('fields_2', {nonsense: true});
      learn('fields_3', {fields: {}});
      learn('types', 'nonsense');
      expect(['fields_2', 'fields_3', 'types'].map((key) => resultOf(key))).to.deep.equal([
        undefined,
        {fields: {}},
        'nonsense',
      ]);
    });
  });

  describe('of people', () => {
    it('knows a name for an hour', async () => {
      store.learnUsers(new Map([[6, 'Jonas Becker']]));
      await time.pass(HOUR - 1);
      expect([store.userName(6), store.userName(9)]).to.deep.equal(['Jonas Becker', undefined]);
      await time.pass(1);
      expect(store.userName(6)).to.equal(undefined);
    });

    it('knows for five minutes who has no name, without forgetting who has one', async () => {
      store.learnUsers(new Map([[6, 'Jonas Becker']]));
      store.learnUnnamedUsers([6, 9]);
      await time.pass(299_999);
      expect([store.userName(6), store.userName(9)]).to.deep.equal(['Jonas Becker', '']);
      await time.pass(1);
      expect([store.userName(6), store.userName(9)]).to.deep.equal(['Jonas Becker', undefined]);
    });

    it('has no name for one whose call was refused', () => {
      const refused: RestOutcome = {status: 'failed', error: failure('not-allowed')};
      store.learn(
        callsOf('user_9', 'references_2'),
        new Map([
          ['user_9', refused],
          ['references_2', refused],
        ]),
      );
      expect(store.userName(9)).to.equal(undefined);
      expect(store.referencesOf(2)).to.deep.equal([]);
    });

    it('takes a new name', () => {
      store.learnUsers(new Map([[6, 'Jonas Becker']]));
      store.learnUsers(new Map([[6, 'Jonas Krüger']]));
      expect(store.userName(6)).to.equal('Jonas Krüger');
    });
  });

  it('knows for five minutes which records are not shown to this user', async () => {
    store.refuseRecords([KLAUS]);
    await time.pass(299_999);
    expect(store.isRecordRefused(KLAUS)).to.equal(true);
    expect(store.isRecordRefused({typeId: 3, id: 18})).to.equal(false);
    expect(store.isRecordRefused({typeId: 4, id: 17})).to.equal(false);
    await time.pass(1);
    expect(store.isRecordRefused(KLAUS)).to.equal(false);
  });

  describe('of references', () => {
    const field = (key: string) => ({key, target: 'user', multiple: false}) as const;

    it('knows those of each type, once each', () => {
      store.learnReferences(2, [field('a'), field('b')]);
      store.learnReferences(2, [field('b'), field('c')]);
      store.learnReferences(3, [field('d')]);
      expect(store.referencesOf(2)).to.deep.equal([field('a'), field('b'), field('c')]);
      expect(store.referencesOf(3)).to.deep.equal([field('d')]);
      expect(store.referencesOf(4)).to.deep.equal([]);
    });

    it('keeps the twelve latest', () => {
      const fields = Array.from({length: 13}, (_, index) => field(`f${index}`));
      store.learnReferences(2, fields);
      expect(store.referencesOf(2)).to.deep.equal(fields.slice(1));
    });
  });

  describe('for another frame', () => {
    it('gives the answers to the calls, and what is the same for all types', async () => {
      learn('dictionary_OLD', []);
      await time.pass(HOUR);
      learn('fields_2', {fields: {}});
      learn('fields_3', {fields: {}});
      learn('dictionary_SOURCE', []);
      store.learnUsers(new Map([[6, 'Jonas Becker']]));
      store.refuseRecords([KLAUS]);
      store.learnReferences(2, [{key: 'a', target: 'user', multiple: true}]);
      // Begin like those, and are not.
      learn('my_user_6', 'x');
      learn('users', 'x');
      expect([...store.keptFor(callsOf('fields_2')).keys()]).to.deep.equal([
        'fields_2',
        'dictionary_SOURCE',
        'user_6',
        'refused_3_17',
        'references_2',
      ]);
    });

    it('takes in what this one lacks, was refused, or has had for too long', async () => {
      learn('types', 'old');
      await time.pass(HOUR);
      learn('categories_2', 'own');
      const refused: RestOutcome = {status: 'failed', error: failure('not-allowed')};
      store.learn(callsOf('profile'), new Map([['profile', refused]]));
      const keys = ['types', 'categories_2', 'profile', 'dictionary_SOURCE'];
      store.adopt(new Map(keys.map((key) => [key, {at: time.now(), result: 'theirs'}])));
      expect(keys.map((key) => resultOf(key))).to.deep.equal(['theirs', 'own', 'theirs', 'theirs']);
    });
  });

  describe('writes down', () => {
    const theirs = new Map([['types', {at: 10 * HOUR, result: {}}]]);
    const references = [{key: 'a', target: 'user', multiple: true}] as const;
    const ACTS: readonly (readonly [words: string, act: () => void, again: boolean])[] = [
      ['an answer', () => learn('types', {}), false],
      ['names', () => store.learnUsers(new Map([[6, 'Jonas Becker']])), false],
      ['what another frame knows', () => store.adopt(theirs), false],
      ['references', () => store.learnReferences(2, references), false],
      ['who has no name', () => store.learnUnnamedUsers([9]), false],
      ['which records are not shown', () => store.refuseRecords([KLAUS]), true],
    ];
    for (const [words, act, again] of ACTS) {
      it(`${words}, ${again ? 'each time' : 'once'}`, async () => {
        expect(await isWritten(act)).to.equal(true);
        expect(await isWritten(act)).to.equal(again);
      });
    }

    it('all that was learnt in one moment once', async () => {
      learn('types', {});
      learn('categories_2', {categories: []});
      expect(time.pending).to.equal(1);
      await time.pass(0);
      expect([resultOf('types', newPage()), resultOf('categories_2', newPage())]).to.deep.equal([
        {},
        {categories: []},
      ]);
    });

    it('nothing where nothing was learnt', async () => {
      const failed: RestOutcome = {status: 'failed', error: failure('limit-reached')};
      const acts = [
        () => store.learn(callsOf('types'), new Map([['types', failed]])),
        () => store.learnUsers(new Map()),
        () => store.learnUnnamedUsers([]),
        () => store.refuseRecords([]),
        () => store.adopt(new Map()),
        () => store.learnReferences(2, []),
      ];
      for (const act of acts) expect(await isWritten(act), String(act)).to.equal(false);
    });

    it('a half million characters at most', async () => {
      learn('categories_2', 'x'.repeat(500_000));
      learn('categories_3', 'x'.repeat(499_900));
      await time.pass(0);
      const next = newPage();
      expect(next.answer('categories_2')).to.equal(undefined);
      expect(next.answer('categories_3')).to.not.equal(undefined);
    });

    it('what the next page knows for the rest of the hour', async () => {
      learn('categories_2', {categories: []});
      await time.pass(HOUR - 1);
      expect(resultOf('categories_2', newPage())).to.deep.equal({categories: []});
      await time.pass(1);
      expect(newPage().answer('categories_2')).to.equal(undefined);
    });
  });

  it('of a portal without an id neither reads nor writes', async () => {
    const nobodys = 'call-card-kit:crm:1::en';
    const kept = {types: {at: time.now(), result: {}}};
    for (const key of [nobodys, 'undefined']) sessionStorage.setItem(key, JSON.stringify(kept));
    const other = new MetadataStore({memberId: '', language: 'en'}, time);
    expect(other.answer('types')).to.equal(undefined);
    for (const key of [nobodys, 'undefined']) sessionStorage.removeItem(key);
    other.learnUsers(new Map([[6, 'Jonas Becker']]));
    await time.pass(0);
    expect([nobodys, 'undefined'].map((key) => sessionStorage.getItem(key))).to.deep.equal([
      null,
      null,
    ]);
  });
});
