import {expect} from '@open-wc/testing';
import {
  namedTypeOf,
  namesKey,
  recordCalls,
  referredKey,
  typeCalls,
  usersKey,
} from '../../../src/crm/request/record-calls.js';
import {entityTypeOf} from '../../../src/model/entity/entity-type.js';
import type {FieldReference} from '../../../src/model/crm/field-reference.js';
import type {BatchCalls} from '../../../src/portal/portal.js';

const CHAIRS = {typeId: 2, id: 25};

const callsWith = (references: readonly FieldReference[]): BatchCalls =>
  recordCalls(CHAIRS, entityTypeOf(2), {withPeople: true, references});

describe('the calls behind a record', () => {
  it('name the records of fields in which earlier ones referred to some, by their type', () => {
    const calls = callsWith([
      {key: 'UF_GUIDE', target: 3, multiple: false},
      {key: 'UF_MAKERS', target: 4, multiple: true},
      {key: 'UF_OTHER', target: 3, multiple: false},
      {key: 'UF_HELPER', target: 'user', multiple: false},
    ]);
    const item = '$result[item_2_25][item]';
    const makers = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => `${item}[UF_MAKERS][${index}]`);
    const list = (entityTypeId: number, ids: readonly string[], ...select: string[]) => ({
      method: 'crm.item.list',
      parameters: {entityTypeId, filter: {'@id': ids}, start: -1, select},
    });
    expect(calls['referred_2_25_3']).to.deep.equal(
      list(
        3,
        [`${item}[UF_GUIDE]`, `${item}[UF_OTHER]`],
        ...['id', 'name', 'secondName', 'lastName'],
      ),
    );
    expect(calls['referred_2_25_4']).to.deep.equal(list(4, makers, 'id', 'title'));
    expect(Object.keys(calls).filter((key) => key.startsWith('referred_'))).to.have.length(2);
    const people = calls['people_2_25']?.parameters['FILTER'] as {readonly ID: readonly string[]};
    expect(people.ID.at(-1)).to.equal(`${item}[UF_HELPER]`);
    expect(people.ID).to.have.length(10);
  });

  it('name forty of a type at most', () => {
    const references = Array.from({length: 6}, (_, index) => ({
      key: `UF_${index}`,
      target: 4,
      multiple: true,
    }));
    const filter = callsWith(references)['referred_2_25_4']?.parameters['filter'];
    expect(filter).to.have.property('@id').with.length(40);
  });

  it('name nobody where nobody may be seen', () => {
    const calls = recordCalls(CHAIRS, entityTypeOf(2), {withPeople: false, references: []});
    expect(Object.keys(calls)).to.deep.equal([
      'item_2_25',
      'stage_2_25',
      'clients_2_25_3',
      'clients_2_25_4',
    ]);
  });

  it('bring the phones of the clients where the type of a record has none, or is not known', () => {
    for (const type of [entityTypeOf(2), undefined]) {
      const calls = recordCalls(CHAIRS, type, {withPeople: false, references: []});
      expect(calls['clients_2_25_3']?.parameters).to.not.have.property('select');
    }
    const lead = {typeId: 1, id: 3};
    const calls = recordCalls(lead, entityTypeOf(1), {withPeople: false, references: []});
    expect(calls['clients_1_3_3']?.parameters).to.have.property('select');
  });

  it('ask for no dictionary of a type without any, and for the names of smart processes', () => {
    expect(Object.keys(typeCalls(7, entityTypeOf(7)))).to.deep.equal(['fields_7', 'profile']);
    const smart = Object.keys(typeCalls(177, entityTypeOf(177)));
    expect(smart).to.deep.equal(['fields_177', 'categories_177', 'types', 'profile']);
  });
});

describe('the keys of calls', () => {
  it('tell the ids apart', () => {
    expect(usersKey([6, 9])).to.equal('users_6_9');
    expect(namesKey(4, [5, 6])).to.equal('names_4_5_6');
    expect(referredKey(CHAIRS, 4)).to.equal('referred_2_25_4');
  });

  for (const [key, typeId] of [
    ['names_4_5_6', 4],
    ['names_177_5', 177],
    ['referred_2_25_3', 3],
    ['referred_2_26_3', undefined],
    ['referred_12_25_3', undefined],
    ['clients_2_25_3', undefined],
    ['fields_2', undefined],
    ['x_names_4_5', undefined],
    ['4_names_', undefined],
    ['names_x', undefined],
  ] as const) {
    it(`tell that ${key} names ${typeId === undefined ? 'no records' : `those of type ${typeId}`}`, () => {
      expect(namedTypeOf(CHAIRS, key)).to.equal(typeId);
    });
  }
});
