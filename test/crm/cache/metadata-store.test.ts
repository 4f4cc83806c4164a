import {expect} from '@open-wc/testing';
import {RecordLoader} from '../../../src/crm/request/record-loader.js';
import {readKeptAnswers, writeKeptAnswers} from '../../../src/model/crm/crm-metadata.js';
import {ManualTime} from '../../support/manual-time.js';
import {CONTACT_17, CONTACT_FIELDS, failure, FakeCrm} from '../fake-crm.js';

const KLAUS = {typeId: 3, id: 17};
const KEY = 'call-card-kit:crm:1:member:en';

describe('metadata', () => {
  let crm: FakeCrm;
  let time: ManualTime;

  beforeEach(() => {
    crm = new FakeCrm();
    time = new ManualTime();
  });

  /** What a new page asks for: its memory is empty. */
  const askedByNewPage = async (): Promise<readonly string[]> => {
    const before = crm.portal.batches.length;
    await new RecordLoader(crm.portal, time).record(KLAUS);
    // It is kept after the record has been given.
    await time.pass(0);
    return crm.portal.batches.slice(before).flatMap((calls) => Object.keys(calls));
  };
  const RECORD_ONLY = [
    'item_3_17',
    'clients_3_17_4',
    'people_3_17',
    'layout_P_3_17',
    'layout_C_3_17',
  ];

  it('is known to the next page of the portal', async () => {
    await askedByNewPage();
    expect(await askedByNewPage()).to.deep.equal(RECORD_ONLY);
    const record = await new RecordLoader(crm.portal, time).record(KLAUS);
    expect(record.fields.map(({label}) => label)).to.include.members(['Position', 'Kind']);
  });

  it('is asked for again in another portal and in another language', async () => {
    await askedByNewPage();
    const {session} = crm.portal;
    crm.portal.session = {...session, language: 'de'};
    expect(await askedByNewPage()).to.include('fields_3');
    crm.portal.session = {...session, memberId: 'another'};
    expect(await askedByNewPage()).to.include('fields_3');
  });

  it('of a portal without an id is not kept', async () => {
    crm.portal.session = {...crm.portal.session, memberId: ''};
    await askedByNewPage();
    expect(await askedByNewPage()).to.include('fields_3');
  });

  it('that is odd in part is asked for again soon, and names what it can meanwhile', async () => {
    const {batchAnswer} = crm.portal;
    crm.portal.batchAnswer = async (calls) => {
      const outcome = new Map(await batchAnswer(calls));
      const row = {ENTITY_ID: 'CONTACT_TYPE', STATUS_ID: 'CLIENT', NAME: 'Client'};
      const answer = {result: [row, []], total: null, next: null};
      if ('dictionary_CONTACT_TYPE' in calls) {
        outcome.set('dictionary_CONTACT_TYPE', {status: 'ok', answer});
      }
      return outcome;
    };
    const loader = new RecordLoader(crm.portal, time);
    const record = await loader.record(KLAUS);
    expect(record.problems.map(({path}) => path)).to.deep.equal(['crm.status.list[1]']);
    const kind = record.field('TYPE_ID')?.display;
    expect(kind).to.deep.include({text: 'Client'});
    await time.pass(5000);
    crm.portal.batchAnswer = batchAnswer;
    expect((await loader.record(KLAUS, {reload: true})).problems).to.deep.equal([]);
  });

  it('is asked for again after an hour, also by a page that stays open', async () => {
    const loader = new RecordLoader(crm.portal, time);
    await loader.record(KLAUS);
    await time.pass(3_599_999);
    await loader.record(KLAUS, {reload: true});
    expect(crm.count('crm.item.fields')).to.equal(1);
    await time.pass(1);
    await loader.record(KLAUS, {reload: true});
    expect(crm.count('crm.item.fields')).to.equal(2);
    await time.pass(3_600_000);
    expect(await askedByNewPage()).to.include('fields_3');
  });

  it('has nothing of a record, of the user, and no token', async () => {
    await askedByNewPage();
    const text = sessionStorage.getItem(KEY) ?? '';
    expect(text).to.include('Position');
    for (const secret of ['Klaus', 'Weber', 'Müller', '+49', 'klaus@', 'Buyer', 'auth']) {
      expect(text, secret).to.not.include(secret);
    }
    // The present user is known by the time zone only; a colleague by name.
    expect(JSON.parse(text)).to.have.deep.property('profile', {
      at: time.now(),
      result: {TIME_ZONE: 'Asia/Tokyo'},
    });
  });

  it('that another frame kept is not lost', async () => {
    const [first, second] = [
      new RecordLoader(crm.portal, time),
      new RecordLoader(crm.portal, time),
    ];
    await Promise.all([first.record(KLAUS), second.record({typeId: 2, id: 25})]);
    await first.record({typeId: 4, id: 5});
    await time.pass(0);
    expect(await askedByNewPage()).to.deep.equal(RECORD_ONLY);
    const kept = Object.keys(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as object);
    expect(kept).to.include.members(['fields_2', 'fields_3', 'fields_4']);
  });

  it('is kept once for all that came with a record, and does not keep the record waiting', async () => {
    await new RecordLoader(crm.portal, time).record(KLAUS);
    expect(sessionStorage.getItem(KEY)).to.equal(null);
    await time.pass(0);
    expect(sessionStorage.getItem(KEY)).to.include('Position').and.to.include('Jonas Becker');
  });

  it('that can’t be read is not kept', async () => {
    crm.fields.set('3', 'nonsense');
    const loader = new RecordLoader(crm.portal, time);
    expect((await loader.record(KLAUS)).problems).to.have.length(1);
    crm.fields.set('3', CONTACT_FIELDS);
    expect((await loader.record(KLAUS, {reload: true})).fields[0]?.label).to.equal('Position');
  });

  it('that failed is asked for by the next page, but not again by this one when it is hopeless', async () => {
    crm.failures.set('crm.category.list', failure('unsupported', 'crm.category.list'));
    await askedByNewPage();
    expect(await askedByNewPage()).to.deep.equal([...RECORD_ONLY, 'categories_3']);
  });

  for (const [name, text] of [
    ['no JSON', '{'],
    ['a list', '[1]'],
    ['other shapes', '{"fields_3": 5, "profile": {"at": "now"}}'],
    ['answers from the future', '{"fields_3": {"at": 9e15, "result": {"fields": {}}}}'],
  ] as const) {
    it(`is asked for where storage has ${name}`, async () => {
      sessionStorage.setItem(KEY, text);
      expect(await askedByNewPage()).to.include.members(['fields_3', 'profile']);
    });
  }

  it('that somebody else wrote is read like an answer', async () => {
    const entry = {at: time.now(), result: 'nonsense'};
    const keys = ['fields_3', 'categories_3', 'dictionary_CONTACT_TYPE', 'profile', 'user_6'];
    const written = Object.fromEntries(keys.map((key) => [key, entry]));
    sessionStorage.setItem(KEY, JSON.stringify({...written, user_6: {...entry, result: {}}}));
    const record = await new RecordLoader(crm.portal, time).record(KLAUS);
    expect(record.title).to.equal('Klaus Weber');
    expect(record.problems).to.have.length.above(0);
  });

  describe('where storage is refused', () => {
    const original = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
    afterEach(() => {
      if (original !== undefined) Object.defineProperty(window, 'sessionStorage', original);
    });
    const refuse = (storage: () => Partial<Storage>): void => {
      Object.defineProperty(window, 'sessionStorage', {configurable: true, get: storage});
    };

    it('is kept in memory', async () => {
      refuse(() => {
        throw new DOMException('denied', 'SecurityError');
      });
      const loader = new RecordLoader(crm.portal, time);
      await loader.record(KLAUS);
      await loader.record(KLAUS, {reload: true});
      expect(crm.count('crm.item.fields')).to.equal(1);
    });

    it('is kept in memory, too, when it is full', async () => {
      refuse(() => ({
        getItem: () => null,
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      }));
      const loader = new RecordLoader(crm.portal, time);
      await loader.record(KLAUS);
      crm.items.set('3:18', {...CONTACT_17, id: 18});
      expect((await loader.record({typeId: 3, id: 18})).title).to.equal('Klaus Weber');
      expect(crm.count('crm.item.fields')).to.equal(1);
    });
  });
});

describe('writeKeptAnswers', () => {
  const answers = new Map([
    ['old', {at: 1, result: 'a'.repeat(40)}],
    ['large', {at: 2, result: 'b'.repeat(400)}],
    ['new', {at: 3, result: 'c'.repeat(40)}],
  ]);

  it('writes what is read again', () => {
    const text = writeKeptAnswers(answers, 10_000);
    expect([...readKeptAnswers(text, 0, 5)].sort()).to.deep.equal([...answers].sort());
  });

  it('keeps to the size, and gives up the eldest and what is too large', () => {
    const both = writeKeptAnswers(answers, 200);
    expect(both.length).to.be.at.most(200);
    expect([...readKeptAnswers(both, 0, 5).keys()]).to.deep.equal(['new', 'old']);
    const one = writeKeptAnswers(answers, 80);
    expect(one.length).to.be.at.most(80);
    expect([...readKeptAnswers(one, 0, 5).keys()]).to.deep.equal(['new']);
    expect(writeKeptAnswers(answers, 10)).to.equal('{}');
  });

  it('leaves out what is too old, or not yet', () => {
    const text = writeKeptAnswers(answers, 10_000);
    expect([...readKeptAnswers(text, 1, 2).keys()]).to.deep.equal(['large']);
    expect(readKeptAnswers(null, 0, 5).size).to.equal(0);
  });
});
