import {expect} from '@open-wc/testing';
import {defaultFieldKeys} from '../../../src/crm/record/default-field-order.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';

const TECHNICAL = [
  'id',
  'entityTypeId',
  'title',
  'fm',
  'stageId',
  'stageSemanticId',
  'currencyId',
  'searchContent',
  'xmlId',
  'originId',
  'webformId',
  'isManualOpportunity',
  'hasPhone',
  'phone',
  'phoneWork',
  'emailHome',
  'imol',
  'previousStageId',
  'dateCreateShort',
  'movedBy',
  'updatedBy',
  'createdBy',
  'photo',
];

describe('shownKeys', () => {
  it('leaves out what is technical, or shown elsewhere', () => {
    const item = Object.fromEntries(TECHNICAL.map((key) => [key, 'x']));
    expect(defaultFieldKeys(2, item)).to.deep.equal([]);
  });

  const orders: readonly (readonly [string, number, JsonObject, readonly string[]])[] = [
    [
      'the important first, then the own fields, then the rest',
      2,
      {assignedById: 6, UF_CRM_1: 'a', ufCrm2: 'b', parentId177: 3, comments: 'c', opportunity: 1},
      ['opportunity', 'comments', 'UF_CRM_1', 'ufCrm2', 'parentId177', 'assignedById'],
    ],
    ['how somebody is addressed first', 3, {post: 'a', honorific: 'b'}, ['honorific', 'post']],
    ['no parts of a contact’s title', 3, {lastName: 'Weber', name: 'Klaus', post: 'a'}, ['post']],
    ['a lead’s person beside its title', 1, {lastName: 'Weber', name: 'K'}, ['name', 'lastName']],
    ['the full list instead of its first', 2, {contactId: 4, contactIds: [4, 5]}, ['contactIds']],
    ['the single one where there is no list', 2, {contactId: 4}, ['contactId']],
    [
      'the single one beside an empty list',
      2,
      {contactId: 4, contactIds: []},
      ['contactId', 'contactIds'],
    ],
  ];
  for (const [name, typeId, item, expected] of orders) {
    it(`shows ${name}`, () => {
      expect(defaultFieldKeys(typeId, item)).to.deep.equal(expected);
    });
  }
});
