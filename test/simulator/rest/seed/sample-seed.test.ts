import {expect} from '@open-wc/testing';
import {asId, type JsonObject} from '../../../../src/model/parse/reading.js';
import {crmType, fieldNamed, stageDictionary} from '../../../../src/simulator/rest/crm/crm-type.js';
import {viewItem} from '../../../../src/simulator/rest/crm/item-view.js';
import {COMPLETE} from '../../../../src/simulator/rest/seed/records/complete-records.js';
import {DEAL_USER_FIELDS} from '../../../../src/simulator/rest/seed/fields/deal-user-fields.js';
import {BROKEN, EMPTY} from '../../../../src/simulator/rest/seed/records/poor-records.js';
import {SAMPLE_SEED} from '../../../../src/simulator/rest/seed/sample-seed.js';

/** Which type's records a standard field names. */
const LINKS: Readonly<Record<string, number>> = {
  companyId: 4,
  companyIds: 4,
  mycompanyId: 4,
  contactIds: 3,
  leadId: 1,
  dealId: 2,
  quoteId: 7,
};

/** User fields that people and apps can add (reference: REST, section 2.1). */
const USER_FIELD_TYPES = (
  'string text integer double boolean date datetime money enumeration crm_status employee crm ' +
  'url address file iblock_element iblock_section hlblock resourcebooking rest_5_rating'
).split(' ');

/** Aliases of phones that nobody has, and the stage before the first one. */
const MAY_BE_EMPTY = new Set(['phoneMailing', 'previousStageId']);

const VIEW = {
  originalNames: true,
  statuses: SAMPLE_SEED.statuses,
  origin: 'https://portal.example',
  accessToken: 'token',
};

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === '' || value === null || value === undefined;
}

/** What makes no sense on purpose. */
const isBroken = ({id}: {readonly id: number}): boolean => id === BROKEN;

describe('the sample firm', () => {
  const types = new Map(SAMPLE_SEED.types.map((seed) => [seed.id, crmType(seed)]));
  const users = new Set(SAMPLE_SEED.users.map(({id}) => id));
  const records = new Set(SAMPLE_SEED.records.map(({typeId, id}) => `${typeId}:${id}`));

  it('has each record, user and dictionary entry once', () => {
    expect(records.size).to.equal(SAMPLE_SEED.records.length);
    expect(users.size).to.equal(SAMPLE_SEED.users.length);
    const entries = new Set(SAMPLE_SEED.statuses.map((one) => `${one.entityId} ${one.statusId}`));
    expect(entries.size).to.equal(SAMPLE_SEED.statuses.length);
  });

  for (const {typeId, id, fields} of SAMPLE_SEED.records) {
    const type = types.get(typeId);
    const names = type?.fields.map(({name}) => name) ?? [];

    it(`writes only fields of its type in record ${typeId}:${id}`, () => {
      const unknown = Object.keys(fields).filter(
        (name) => type === undefined || fieldNamed(type, name)?.name !== name,
      );
      expect(unknown).to.deep.equal([]);
    });

    if (isBroken({id})) continue;

    it(`names only what exists in record ${typeId}:${id}`, () => {
      for (const [name, value] of Object.entries(fields)) {
        const ids = (Array.isArray(value) ? (value as unknown[]) : [value]).map(asId);
        for (const linked of ids.filter((one) => one !== undefined)) {
          if (name in LINKS) expect(records).to.include(`${LINKS[name]}:${linked}`);
          if (type !== undefined && fieldNamed(type, name)?.type === 'user') {
            expect(users).to.include(linked);
          }
        }
      }
    });

    it(`has a stage of its own pipeline in record ${typeId}:${id}`, () => {
      const dictionary = stageDictionary(typeId, Number(fields['categoryId'] ?? 0));
      if (dictionary === undefined || !names.includes('stageId')) return;
      const stages = SAMPLE_SEED.statuses.filter(({entityId}) => entityId === dictionary);
      expect(stages.map(({statusId}) => statusId)).to.include(fields['stageId']);
    });
  }

  it('has a value of every user field that the firm added to deals in deal 25', () => {
    const deal = SAMPLE_SEED.records.find(({typeId, id}) => typeId === 2 && id === 25);
    expect(deal?.fields).to.include.all.keys(DEAL_USER_FIELDS.map(({upperName}) => upperName));
  });

  for (const [typeId, {fields}] of types) {
    const read = (id: number): JsonObject => {
      const type = types.get(typeId);
      const record = SAMPLE_SEED.records.find((one) => one.typeId === typeId && one.id === id);
      if (type === undefined || record === undefined) throw new Error(`no ${typeId}:${id}`);
      return viewItem(type, record, VIEW);
    };
    const own = fields.filter(({isDynamic}) => isDynamic).map(({name}) => name);
    /** What a record holds itself, and in any circumstances has a value. */
    const standard = fields.filter(
      ({name, isDisabled, isDynamic}) => !isDisabled && !isDynamic && !MAY_BE_EMPTY.has(name),
    );

    it(`has a value in every field of record ${typeId}:${COMPLETE}`, () => {
      const item = read(COMPLETE);
      const empty = standard.filter(({name}) => isNothing(item[name])).map(({name}) => name);
      expect(empty).to.deep.equal([]);
      const types = own.filter((name) => name.includes('_ANY_') && isNothing(item[name]));
      expect(types).to.deep.equal([]);
    });

    it(`has nothing in the user fields of record ${typeId}:${EMPTY}, in four shapes`, () => {
      const item = read(EMPTY);
      const values = own.map((name) => item[name]);
      expect(values.filter((value) => !isNothing(value) && value !== false)).to.deep.equal([]);
      expect(new Set(values.map((value) => JSON.stringify(value)))).to.have.keys(
        ...['""', 'null', '[]', 'false'],
      );
    });

    it(`has something else in every user field of record ${typeId}:${BROKEN}`, () => {
      const [broken, complete] = [read(BROKEN), read(COMPLETE)];
      for (const name of own.filter((one) => one.includes('_ANY_'))) {
        expect(broken[name]).not.to.deep.equal(complete[name]);
      }
    });
  }

  it('has a user field of every type that there is', () => {
    const deal = types.get(2)?.fields.filter(({upperName}) => upperName.includes('_ANY_')) ?? [];
    expect([...new Set(deal.map(({type}) => type))]).to.have.members(USER_FIELD_TYPES);
    const several = deal.filter(({isMultiple}) => isMultiple).map(({type}) => type);
    expect(several).to.include.members(['enumeration', 'file', 'crm', 'employee', 'money']);
  });
});
