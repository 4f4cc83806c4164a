import {expect} from '@open-wc/testing';
import {recordTitle} from '../../../src/crm/record/record-title.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';

const TABLE: readonly (readonly [number, JsonObject, string, string])[] = [
  [3, {name: 'Klaus', secondName: 'Maria', lastName: 'Weber'}, 'en', 'Klaus Maria Weber'],
  [3, {name: 'Klaus', secondName: null, lastName: 'Weber'}, 'de', 'Klaus Weber'],
  [3, {name: '太郎', lastName: '山田'}, 'ja-JP', '山田 太郎'],
  [3, {name: 'An', secondName: 'Van', lastName: 'Nguyen'}, 'vi-VN', 'Nguyen Van An'],
  [3, {name: '', lastName: '  '}, 'en', '#17'],
  [3, {name: {first: 'x'}}, 'en', '#17'],
  // Adja, which is not Japanese.
  [3, {name: 'Klaus', lastName: 'Weber'}, 'aja', 'Klaus Weber'],
  [3, {title: 'Buyer', name: 'Klaus'}, 'en', 'Klaus'],
  [3, {title: 'Buyer'}, 'en', 'Buyer'],
  [4, {title: 'Sample Ltd'}, 'en', 'Sample Ltd'],
  [2, {title: '  Office chairs '}, 'en', 'Office chairs'],
  [2, {title: ''}, 'en', '#17'],
  [1, {title: 'Call back', name: 'Klaus', lastName: 'Weber'}, 'en', 'Call back'],
  [1, {title: '', name: 'Klaus', lastName: 'Weber'}, 'en', 'Klaus Weber'],
  [1, {title: null, companyTitle: 'Sample Ltd'}, 'en', 'Sample Ltd'],
  [177, {title: 'Delivery'}, 'en', 'Delivery'],
];

describe('recordTitle', () => {
  for (const [typeId, item, locale, expected] of TABLE) {
    it(`calls ${JSON.stringify(item)} of type ${typeId} ${expected} in ${locale}`, () => {
      expect(recordTitle({typeId, id: 17}, item, locale)).to.equal(expected);
    });
  }
});
