import {expect} from '@open-wc/testing';
import {CrmStore} from '../../../src/crm/crm-store.js';
import type {FieldDisplay} from '../../../src/crm/format/field-display.js';
import type {CrmRecord} from '../../../src/crm/record.js';
import {RecordLoader} from '../../../src/crm/request/record-loader.js';
import {ManualTime} from '../../support/manual-time.js';
import {CONTACT_17, DEAL_25, DEAL_FIELDS, failure, FakeCrm} from '../fake-crm.js';

const KLAUS = {typeId: 3, id: 17};
const CHAIRS = {typeId: 2, id: 25};

function displayOf({fields}: CrmRecord, code: string): FieldDisplay | undefined {
  return fields.find((field) => field.code === code)?.display;
}

/** The texts of a value, and of each value of a list. */
function textsOf(record: CrmRecord, code: string): readonly string[] {
  const display = displayOf(record, code);
  const items = display?.kind === 'list' ? display.items : [display];
  return items.map((item) => (item !== undefined && 'text' in item ? item.text : ''));
}

describe('a record’s names', () => {
  let crm: FakeCrm;
  let store: CrmStore;

  beforeEach(() => {
    crm = new FakeCrm();
    store = new CrmStore(crm.portal);
  });

  const withDeal = (more: object): void => {
    crm.items.set('2:25', {...DEAL_25, ...more});
  };
  const requests = (): number => crm.portal.batches.length;

  it('come with the record: responsible, companies, entries of dictionaries', async () => {
    const record = await store.record(KLAUS);
    expect(textsOf(record, 'ASSIGNED_BY_ID')).to.deep.equal(['Jonas Becker']);
    expect(textsOf(record, 'COMPANY_IDS')).to.deep.equal(['Müller GmbH']);
    expect(textsOf(record, 'TYPE_ID')).to.deep.equal(['Client']);
    expect(requests()).to.equal(1);
  });

  it('are asked for when only the record tells of what: a second request, and no third', async () => {
    withDeal({
      UF_CRM_2_BRANCH: 'EAST',
      UF_CRM_2_HELPER: 9,
      UF_CRM_2_PARTNERS: ['C_17', 'CO_5'],
      companyId: 5,
    });
    const record = await store.record(CHAIRS);
    expect(textsOf(record, 'UF_CRM_2_BRANCH')).to.deep.equal(['Eastern branch']);
    expect(textsOf(record, 'UF_CRM_2_HELPER')).to.deep.equal(['Leonie Krüger']);
    expect(textsOf(record, 'UF_CRM_2_PARTNERS')).to.deep.equal(['Klaus Weber', 'Müller GmbH']);
    expect(Object.keys(crm.portal.batches[1] ?? {})).to.deep.equal([
      'users_9',
      'dictionary_BRANCH',
    ]);
    expect(requests()).to.equal(2);
    expect(record.problems).to.deep.equal([]);
  });

  it('may come later: the first answer has the rest, and marks the values without a name', async () => {
    withDeal({UF_CRM_2_BRANCH: 'EAST', UF_CRM_2_HELPER: 9, contactIds: [17]});
    const first = await store.record(CHAIRS, {names: 'later'});
    expect(requests()).to.equal(1);
    expect(displayOf(first, 'UF_CRM_2_HELPER')).to.include({text: '#9', pending: true});
    expect(displayOf(first, 'UF_CRM_2_BRANCH')).to.include({text: 'EAST', pending: true});
    expect(textsOf(first, 'CONTACT_IDS')).to.deep.equal(['Klaus Weber']);
    const named = await first.loadNames();
    expect(textsOf(named, 'UF_CRM_2_HELPER')).to.deep.equal(['Leonie Krüger']);
    expect(textsOf(named, 'UF_CRM_2_BRANCH')).to.deep.equal(['Eastern branch']);
    expect(requests()).to.equal(2);
    // What has not changed is the same object, so that nothing of it is rendered again.
    expect(named.field('CONTACT_IDS')).to.equal(first.field('CONTACT_IDS'));
    expect(await named.loadNames()).to.equal(named);
  });

  it('are asked for only in the fields that are named', async () => {
    withDeal({UF_CRM_2_BRANCH: 'EAST', UF_CRM_2_HELPER: 9});
    const first = await store.record(CHAIRS, {names: 'later'});
    const named = await first.loadNames(['UF_CRM_2_HELPER', 'NO_SUCH_FIELD']);
    expect(Object.keys(crm.portal.batches[1] ?? {})).to.deep.equal(['users_9']);
    expect(displayOf(named, 'UF_CRM_2_BRANCH')).to.include({text: 'EAST', pending: true});
    const all = await named.loadNames();
    expect(Object.keys(crm.portal.batches[2] ?? {})).to.deep.equal(['dictionary_BRANCH']);
    expect(textsOf(all, 'UF_CRM_2_HELPER')).to.deep.equal(['Leonie Krüger']);
  });

  it('that are asked for twice at one moment are asked for once', async () => {
    withDeal({UF_CRM_2_BRANCH: 'EAST', UF_CRM_2_HELPER: 9});
    const first = await store.record(CHAIRS, {names: 'later'});
    const [some, all] = await Promise.all([
      first.loadNames(['UF_CRM_2_HELPER']),
      first.loadNames(),
    ]);
    expect(crm.count('user.get')).to.equal(2);
    expect(displayOf(some, 'UF_CRM_2_HELPER')).to.deep.equal(displayOf(all, 'UF_CRM_2_HELPER'));
    expect(textsOf(all, 'UF_CRM_2_BRANCH')).to.deep.equal(['Eastern branch']);
  });

  it('come with the next record of the type, where a field refers to one by its id', async () => {
    crm.items.set('3:18', {id: 18, name: 'Ida'});
    crm.fields.set('2', {
      ...DEAL_FIELDS,
      UF_CRM_2_GUIDE: {
        type: 'crm',
        title: 'Guide',
        upperName: 'UF_CRM_2_GUIDE',
        settings: {CONTACT: 'Y'},
      },
    });
    withDeal({UF_CRM_2_HELPER: 9, UF_CRM_2_GUIDE: '18'});
    // Another portal: what the test before has learnt of this one may be written down yet.
    crm.portal.session = {...crm.portal.session, memberId: 'another'};
    const clock = new ManualTime();
    await new RecordLoader(crm.portal, clock).record(CHAIRS);
    await clock.pass(1);
    expect(requests()).to.equal(2);
    crm.items.set('2:26', {...DEAL_25, id: 26, UF_CRM_2_HELPER: 6, UF_CRM_2_GUIDE: '17'});
    // Another page of the app: what is known of the type it has from the storage.
    const record = await new RecordLoader(crm.portal, clock).record({typeId: 2, id: 26});
    expect(requests()).to.equal(3);
    expect(textsOf(record, 'UF_CRM_2_HELPER')).to.deep.equal(['Jonas Becker']);
    expect(textsOf(record, 'UF_CRM_2_GUIDE')).to.deep.equal(['Klaus Weber']);
  });

  it('that the portal does not tell are not asked for again for minutes', async () => {
    const clock = new ManualTime();
    const loader = new RecordLoader(crm.portal, clock);
    withDeal({UF_CRM_2_HELPER: 404, UF_CRM_2_PARTNERS: ['C_404']});
    const record = await loader.record(CHAIRS);
    expect(textsOf(record, 'UF_CRM_2_HELPER')).to.deep.equal(['#404']);
    expect(displayOf(record, 'UF_CRM_2_PARTNERS')).to.include({text: '#404', denied: true});
    expect(requests()).to.equal(2);
    await clock.pass(290_000);
    const again = await loader.record(CHAIRS);
    expect(displayOf(again, 'UF_CRM_2_PARTNERS')).to.include({text: '#404', denied: true});
    expect(requests()).to.equal(3);
    await clock.pass(20_000);
    await loader.record(CHAIRS);
    expect(requests()).to.equal(5);
  });

  it('cost ten panels what they cost one', async () => {
    withDeal({UF_CRM_2_BRANCH: 'EAST'});
    const records = await Promise.all(Array.from({length: 10}, () => store.record(CHAIRS)));
    expect(new Set(records).size).to.equal(1);
    expect(requests()).to.equal(2);
  });

  it('of dictionaries and users are asked for once', async () => {
    withDeal({UF_CRM_2_BRANCH: 'EAST', UF_CRM_2_HELPER: 9});
    await store.record(CHAIRS);
    const again = await store.record(CHAIRS, {reload: true});
    expect(textsOf(again, 'UF_CRM_2_BRANCH')).to.deep.equal(['Eastern branch']);
    expect(textsOf(again, 'UF_CRM_2_HELPER')).to.deep.equal(['Leonie Krüger']);
    expect(requests()).to.equal(3);
  });

  it('of many records of one type are one call', async () => {
    const ids = Array.from({length: 60}, (_, index) => 100 + index);
    for (const id of ids) crm.items.set(`3:${id}`, {id, name: `Sample ${id}`});
    withDeal({UF_CRM_2_PARTNERS: ids.map((id) => `C_${id}`)});
    const names = textsOf(await store.record(CHAIRS), 'UF_CRM_2_PARTNERS');
    expect(requests()).to.equal(2);
    // A list has fifty rows; the rest are shown by their numbers, and not called unreadable.
    expect(names[49]).to.equal('Sample 149');
    expect(names[50]).to.equal('#150');
    const last = displayOf(await store.record(CHAIRS), 'UF_CRM_2_PARTNERS');
    expect(last?.kind === 'list' && 'denied' in (last.items[50] ?? {})).to.equal(false);
  });

  it('that may not be read leave the others, and are not opened', async () => {
    crm.denied.add('4:5');
    const record = await store.record(KLAUS);
    expect(displayOf(record, 'COMPANY_IDS')).to.deep.equal({
      kind: 'reference',
      text: '#5',
      path: null,
      entity: {typeId: 4, id: 5},
      denied: true,
    });
    expect(textsOf(record, 'ASSIGNED_BY_ID')).to.deep.equal(['Jonas Becker']);
    expect(record.problems).to.deep.equal([]);
  });

  for (const code of ['missing-scope', 'not-allowed'] as const) {
    it(`of users stay numbers when the portal says ${code}, and are not asked for again`, async () => {
      crm.failures.set('user.get', failure(code, 'user.get'));
      const record = await store.record(KLAUS);
      expect(displayOf(record, 'ASSIGNED_BY_ID')).to.deep.equal({
        kind: 'reference',
        text: '#6',
        path: '/company/personal/user/6/',
        entity: null,
      });
      expect(record.problems).to.deep.equal([]);
      await store.record(KLAUS, {reload: true});
      expect(requests()).to.equal(2);
      expect(crm.count('user.get')).to.equal(1);
    });
  }

  it('whose type is refused are not named, without a word', async () => {
    crm.failures.set('crm.item.list', failure('not-allowed', 'crm.item.list'));
    const record = await store.record(KLAUS);
    expect(displayOf(record, 'COMPANY_IDS')).to.include({text: '#5', denied: true});
    expect(record.problems).to.deep.equal([]);
  });

  it('that did not come for another reason are a problem, but not called unreadable', async () => {
    crm.failures.set('crm.item.list', failure('bad-answer', 'crm.item.list'));
    const record = await store.record(KLAUS);
    expect(displayOf(record, 'COMPANY_IDS')).to.include({
      text: '#5',
      path: '/crm/company/details/5/',
    });
    expect(record.problems.map(({path}) => path)).to.deep.equal(['crm.item.list']);
  });

  /** The next records and people are listed with a row that nobody can read. */
  const withOddRow = (method: string, odd: unknown): void => {
    const {batchAnswer} = crm.portal;
    crm.portal.batchAnswer = async (calls) => {
      const outcome = new Map(await batchAnswer(calls));
      for (const [key, call] of Object.entries(calls)) {
        const result = method === 'crm.item.list' ? {items: [odd]} : [odd];
        const answer = {result, total: null, next: null};
        if (call.method === method) outcome.set(key, {status: 'ok', answer});
      }
      return outcome;
    };
  };

  for (const odd of [[], null, 'x']) {
    it(`whose row is ${JSON.stringify(odd)} are a problem, and not refused`, async () => {
      withDeal({UF_CRM_2_PARTNERS: ['C_18', 'CO_5']});
      withOddRow('crm.item.list', odd);
      const record = await store.record(CHAIRS);
      const display = displayOf(record, 'UF_CRM_2_PARTNERS');
      const items = display?.kind === 'list' ? display.items : [];
      expect(items).to.deep.equal([
        {
          kind: 'reference',
          text: '#18',
          path: '/crm/contact/details/18/',
          entity: {typeId: 3, id: 18},
        },
        {
          kind: 'reference',
          text: '#5',
          path: '/crm/company/details/5/',
          entity: {typeId: 4, id: 5},
        },
      ]);
      expect(record.problems.map(({path}) => path)).to.include('crm.item.list[0]');
    });

    it(`of people whose row is ${JSON.stringify(odd)} are a problem`, async () => {
      withOddRow('user.get', odd);
      const record = await store.record(KLAUS);
      expect(textsOf(record, 'ASSIGNED_BY_ID')).to.deep.equal(['#6']);
      // Asked for with the record, and once more by the number.
      expect(record.problems.map(({path}) => path)).to.deep.equal(['user.get[0]']);
      expect(crm.count('user.get')).to.equal(2);
    });
  }

  it('of phones that can’t be read are a problem', async () => {
    crm.items.set('3:17', {...CONTACT_17, fm: [...(CONTACT_17['fm'] as object[]), [], null]});
    const record = await store.record(KLAUS);
    expect(record.phones).to.have.length(2);
    expect(record.problems.map(({path}) => path)).to.deep.equal(['fm[3]', 'fm[4]']);
  });

  it('of parents come, and of the record’s own type', async () => {
    crm.fields.set('177', {
      parentId2: {
        type: 'crm_entity',
        title: 'Deal',
        upperName: 'PARENT_ID_2',
        settings: {parentEntityTypeId: 2},
      },
    });
    crm.items.set('177:3', {id: 3, title: 'Chairs by truck', parentId2: 25});
    const record = await store.record({typeId: 177, id: 3});
    expect(record.typeName).to.equal('Delivery');
    expect(displayOf(record, 'PARENT_ID_2')).to.deep.equal({
      kind: 'reference',
      text: 'Office chairs',
      path: '/crm/deal/details/25/',
      entity: CHAIRS,
    });
    expect((await store.record(CHAIRS)).typeName === null).to.equal(true);
  });
});

describe('a deal’s phones', () => {
  it('are those of its contacts, in the deal’s order, and of its company', async () => {
    const crm = new FakeCrm();
    crm.items.set('3:4', {
      id: 4,
      name: 'Anna',
      fm: [
        {id: 8, valueType: 'WORK', value: '+49 30 4', typeId: 'PHONE'},
        {id: 9, valueType: 'WORK', value: 'anna@example.com', typeId: 'EMAIL'},
      ],
    });
    crm.items.set('2:25', {...DEAL_25, contactIds: [17, 4], companyId: 5});
    const {phones, emails} = await new CrmStore(crm.portal).record(CHAIRS);
    expect(phones.map(({value, owner}) => [value, owner?.title])).to.deep.equal([
      ['+49 30 123456', 'Klaus Weber'],
      ['+49 30 765432', 'Klaus Weber'],
      ['+49 30 4', 'Anna'],
      ['+49 30 5550', 'Müller GmbH'],
    ]);
    expect(phones[0]?.owner?.ref).to.deep.equal(KLAUS);
    expect(emails.map(({value, owner}) => [value, owner?.title])).to.deep.equal([
      ['klaus@example.com', 'Klaus Weber'],
      ['anna@example.com', 'Anna'],
    ]);
  });

  it('are a contact’s own where the record is one', async () => {
    const crm = new FakeCrm();
    crm.items.set('3:17', {...CONTACT_17, fm: []});
    const {phones} = await new CrmStore(crm.portal).record(KLAUS);
    expect(phones).to.deep.equal([]);
    crm.items.set('3:17', CONTACT_17);
    const again = await new CrmStore(crm.portal).record(KLAUS);
    expect(again.phones.map(({owner}) => owner === null)).to.deep.equal([true, true]);
  });
});

describe('the user’s time zone', () => {
  const DAYBREAK = '2026-03-01T23:30:00+00:00';

  it('comes with the first record of a portal, and counts for all', async () => {
    const crm = new FakeCrm();
    const store = new CrmStore(crm.portal);
    crm.items.set('2:25', {...DEAL_25, createdTime: DAYBREAK});
    crm.items.set('2:26', {...DEAL_25, id: 26, createdTime: DAYBREAK});
    const first = await store.record(CHAIRS);
    expect(textsOf(first, 'CREATED_TIME').join().replace('\u202f', ' ')).to.equal(
      'Mar 2, 2026, 8:30 AM',
    );
    const second = await store.record({typeId: 2, id: 26});
    expect(textsOf(second, 'CREATED_TIME')).to.deep.equal(textsOf(first, 'CREATED_TIME'));
    expect(crm.count('profile')).to.equal(1);
  });

  it('is the browser’s where the portal has none that the browser knows', async () => {
    const crm = new FakeCrm();
    crm.timeZone = 'Mars/Olympus';
    crm.items.set('2:25', {...DEAL_25, createdTime: DAYBREAK});
    const record = await new CrmStore(crm.portal).record(CHAIRS);
    const here = new Intl.DateTimeFormat('en', {dateStyle: 'medium', timeStyle: 'short'});
    expect(textsOf(record, 'CREATED_TIME')).to.deep.equal([here.format(new Date(DAYBREAK))]);
  });
});
