/** Names by themselves: what is known, what is asked for, and what stays a number. */
import {expect} from '@open-wc/testing';
import {MetadataStore} from '../../../src/crm/cache/metadata-store.js';
import {MissingNames} from '../../../src/crm/record/missing-names.js';
import {NameResolver} from '../../../src/crm/record/name-resolver.js';
import type {BatchOutcome, RestOutcome} from '../../../src/model/portal/rest-answer.js';
import type {BatchCalls} from '../../../src/portal/portal.js';
import {ManualTime} from '../../support/manual-time.js';
import {failure} from '../fake-crm.js';

const CHAIRS = {typeId: 2, id: 25};
const ok = (result: unknown): RestOutcome => ({
  status: 'ok',
  answer: {result, total: null, next: null},
});
const failed = (code: 'not-allowed' | 'limit-reached'): RestOutcome => ({
  status: 'failed',
  error: failure(code, 'sample'),
});
const items = (...rows: readonly unknown[]): RestOutcome => ok({items: rows});

describe('the names of one record', () => {
  let store: MetadataStore;
  let names: NameResolver;
  let asked: BatchCalls[];

  beforeEach(() => {
    store = new MetadataStore({memberId: '', language: 'en'}, new ManualTime());
    names = new NameResolver(store, 'en');
    asked = [];
  });

  const first = (outcome: Readonly<Record<string, RestOutcome>>): void =>
    names.learnFirst(CHAIRS, new Map(Object.entries(outcome)));

  /** Loads the names that `look` looks up in vain; the rest of the answers is empty. */
  const load = async (
    look: () => unknown,
    outcome: Readonly<Record<string, RestOutcome>> = {},
  ): Promise<MissingNames> => {
    const {missing} = names.readCollecting(look);
    await names.loadNames(missing, (calls): Promise<BatchOutcome> => {
      asked.push(calls);
      return Promise.resolve(new Map(Object.entries(outcome)));
    });
    return missing;
  };
  const keysAsked = (): readonly string[] => asked.flatMap((calls) => Object.keys(calls));
  const isMissing = (look: () => unknown): boolean => !names.readCollecting(look).missing.isEmpty;

  it('come with its first answer: people, clients, and records that fields refer to', () => {
    first({
      people_2_25: ok([{ID: '6', NAME: 'Jonas'}]),
      clients_2_25_3: items({id: 17, name: 'Klaus'}),
      referred_2_25_4: items({id: 5, title: 'Müller'}),
      names_177_3: items({id: 3, title: 'Delivery'}),
      // Another record’s, and no names at all.
      referred_2_26_4: items({id: 6, title: 'Other'}),
      stage_2_25: items({id: 7, title: 'Stage'}),
    });
    expect(names.userName(6)).to.equal('Jonas');
    expect(names.clients).to.deep.equal([
      {ref: {typeId: 3, id: 17}, title: 'Klaus', item: {id: 17, name: 'Klaus'}},
    ]);
    expect(names.recordName({typeId: 4, id: 5})).to.equal('Müller');
    expect(names.recordName({typeId: 177, id: 3})).to.equal('Delivery');
    expect(names.recordName({typeId: 4, id: 6})).to.equal(undefined);
  });

  it('are not read from an answer that failed', () => {
    first({names_4_5: failed('limit-reached'), clients_2_25_3: failed('limit-reached')});
    expect(names.clients).to.deep.equal([]);
    expect(names.problems).to.deep.equal([]);
  });

  it('are blank of people whom this user may not see', () => {
    first({people_2_25: failed('not-allowed')});
    expect(names.userName(9)).to.equal('');
    expect(isMissing(() => names.userName(9))).to.equal(false);
  });

  it('are not asked for when none is missing by then', async () => {
    store.learnUsers(new Map([[6, 'Jonas']]));
    await load(() => names.userName(6));
    const missing = new MissingNames();
    missing.users.add(6);
    await names.loadNames(missing, (calls) => {
      asked.push(calls);
      return Promise.resolve(new Map());
    });
    expect(asked).to.deep.equal([]);
  });

  it('are asked for fifty of a kind, in fifty calls at most', async () => {
    await load(() => {
      for (let id = 1; id <= 51; id += 1) {
        names.userName(id);
        names.recordName({typeId: 4, id});
        names.statusName(`BRANCH_${id}`, 'A');
      }
    });
    const fifty = Array.from({length: 50}, (_, index) => index + 1);
    const keys = keysAsked();
    expect(keys).to.have.length(50);
    expect(keys.slice(0, 3)).to.deep.equal([
      `users_${fifty.join('_')}`,
      `names_4_${fifty.join('_')}`,
      'dictionary_BRANCH_1',
    ]);
  });

  for (const [words, answer, isKnown] of [
    ['is kept when the list came whole', ok([]), true],
    ['is not kept when a row can’t be read', ok(['nonsense']), false],
    ['is not kept when the list did not come', failed('limit-reached'), false],
  ] as const) {
    it(`of a user whom the portal does not name ${words}`, async () => {
      await load(() => names.userName(9), {users_9: answer});
      expect(store.userName(9)).to.equal(isKnown ? '' : undefined);
      expect(names.userName(9)).to.equal('');
    });
  }

  for (const [words, answer, isRefused] of [
    ['may not be seen when the list leaves it out', items({id: 6, title: 'Other'}), true],
    ['may not be seen when the list is refused', failed('not-allowed'), true],
    ['is not known when a row can’t be read', items('nonsense'), false],
    ['is not known when the list did not come', failed('limit-reached'), false],
  ] as const) {
    it(`of a record ${words}`, async () => {
      const ref = {typeId: 4, id: 5};
      const look = (): void => {
        names.recordName(ref);
        names.recordName({typeId: 4, id: 6});
      };
      await load(look, {names_4_5_6: answer});
      expect(store.isRecordRefused(ref)).to.equal(isRefused);
      expect(names.recordName(ref)).to.equal(isRefused ? null : '');
      const other = {typeId: 4, id: 6};
      const hasCome = answer.status === 'ok' && isRefused;
      expect(store.isRecordRefused(other)).to.equal(isRefused && !hasCome);
      if (hasCome) expect(names.recordName(other)).to.equal('Other');
    });
  }

  it('of a dictionary are its entries, and blank for others', async () => {
    const row = {ENTITY_ID: 'BRANCH', STATUS_ID: 'EAST', NAME: 'Eastern'};
    await load(() => names.statusName('BRANCH', 'EAST'), {dictionary_BRANCH: ok([row])});
    expect(names.statusName('BRANCH', 'EAST')).to.equal('Eastern');
    expect(names.statusName('BRANCH', 'WEST')).to.equal('');
    expect(names.problems).to.deep.equal([]);
  });

  it('of a dictionary without an answer are blank, and asked for once', async () => {
    const look = (): unknown => names.statusName('BRANCH', 'EAST');
    await load(look, {dictionary_BRANCH: failed('limit-reached')});
    expect(look()).to.equal('');
    await load(look);
    expect(asked).to.have.length(1);
    expect(names.problems).to.have.length(1);
  });

  it('of a dictionary that was refused are blank, and no problem', async () => {
    await load(() => names.statusName('BRANCH', 'A'), {dictionary_BRANCH: failed('not-allowed')});
    expect(names.statusName('BRANCH', 'A')).to.equal('');
    expect(names.problems).to.deep.equal([]);
  });

  it('of users and records that nobody answered are asked for once', async () => {
    const look = (): void => {
      names.userName(9);
      names.recordName({typeId: 4, id: 5});
    };
    await load(look);
    expect(isMissing(look)).to.equal(false);
    expect(names.recordName({typeId: 4, id: 5})).to.equal('');
    await load(look);
    expect(asked).to.have.length(1);
  });

  it('that came do not make the others known', async () => {
    const look = (): void => {
      names.userName(8);
      names.userName(9);
    };
    await load(look, {users_8_9: ok([{ID: '8', NAME: 'Ida'}, 'nonsense'])});
    expect([names.userName(8), names.userName(9)]).to.deep.equal(['Ida', '']);
    const fresh = new NameResolver(store, 'en');
    expect([fresh.userName(8), fresh.userName(9)]).to.deep.equal(['Ida', undefined]);
  });
});
