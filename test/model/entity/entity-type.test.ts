import {expect} from '@open-wc/testing';
import {entityPath} from '../../../src/model/entity/entity-ref.js';
import {
  ENTITY_TYPES,
  entityTypeOf,
  isDynamicTypeId,
} from '../../../src/model/entity/entity-type.js';

describe('entityTypeOf', () => {
  const spellings: readonly (readonly [string | number, number | undefined])[] = [
    ['LEAD', 1],
    ['deal', 2],
    ['C', 3],
    ['CO', 4],
    ['4', 4],
    [7, 7],
    ['SI', 31],
    ['SMART_INVOICE', 31],
    ['DYNAMIC_177', 177],
    ['Tb1', 177],
    ['tB1', 177],
    ['T80', 128],
    ['177', 177],
    [1030, 1030],
    ['DYNAMIC_1046', 1046],
    // The old invoice is not served by crm.item.get.
    ['INVOICE', undefined],
    [5, undefined],
    // Suspended copies in the recycle bin.
    [200, undefined],
    ['DYNAMIC_192', undefined],
    [127, undefined],
    ['', undefined],
    ['__proto__', undefined],
    [' DEAL ', 2],
    ['DYNAMIC_177x', undefined],
    ['xTb1', undefined],
    ['Tb1x', undefined],
    [Number.NaN, undefined],
    [-3, undefined],
  ];
  for (const [spelling, id] of spellings) {
    it(`finds ${String(id)} for ${JSON.stringify(spelling)}`, () => {
      expect(entityTypeOf(spelling)?.id).to.equal(id);
    });
  }

  it('knows of a smart process what every one has', () => {
    expect(entityTypeOf('Tb1')).to.deep.equal({
      id: 177,
      code: 'DYNAMIC_177',
      shortCode: 'Tb1',
      hasStages: true,
      hasCategories: true,
      hasPhones: false,
      path: '/crm/type/177/details/',
    });
  });

  it('gives every code, short code and id exactly one type', () => {
    for (const type of ENTITY_TYPES) {
      for (const spelling of [type.code, type.shortCode, type.id]) {
        expect(entityTypeOf(spelling)).to.equal(type);
      }
    }
  });

  it('knows which types have stages, categories and phones', () => {
    const table = ENTITY_TYPES.map(
      ({code, hasStages, hasCategories, hasPhones}) =>
        `${code} ${[hasStages && 's', hasCategories && 'c', hasPhones && 'p'].filter(Boolean).join('')}`,
    );
    expect(table).to.deep.equal([
      'LEAD sp',
      'DEAL sc',
      'CONTACT cp',
      'COMPANY cp',
      'QUOTE s',
      'SMART_INVOICE sc',
      'SMART_DOCUMENT sc',
      'SMART_B2E_DOC sc',
    ]);
  });
});

describe('entityPath', () => {
  it('names the page of a record', () => {
    expect(entityPath({typeId: 3, id: 17})).to.equal('/crm/contact/details/17/');
    expect(entityPath({typeId: 31, id: 9})).to.equal('/crm/type/31/details/9/');
    expect(entityPath({typeId: 177, id: 3})).to.equal('/crm/type/177/details/3/');
    expect(entityPath({typeId: 200, id: 3})).to.equal(undefined);
  });
});

describe('isDynamicTypeId', () => {
  it('takes 128 to 191 and everything from 1030', () => {
    const ids = [127, 128, 191, 192, 255, 1029, 1030, 1.5];
    expect(ids.filter(isDynamicTypeId)).to.deep.equal([128, 191, 1030]);
  });
});
