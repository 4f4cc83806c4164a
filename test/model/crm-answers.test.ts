/** The readers of what `crm.*` methods answer. */
import {expect} from '@open-wc/testing';
import {readItems} from '../../src/model/crm/crm-items.js';
import {readTypeNames} from '../../src/model/crm/crm-owner-type.js';
import {readTimeZone, readUsers} from '../../src/model/crm/crm-users.js';
import type {Reading} from '../../src/model/parse/reading.js';
import {readCategories} from '../../src/model/crm/crm-category.js';
import {readFieldMetas, undescribedField} from '../../src/model/crm/crm-fields.js';
import {readItem} from '../../src/model/crm/crm-item.js';
import {readStageOutcome, readStatuses, stageDictionary} from '../../src/model/crm/crm-status.js';
import {readMultifields} from '../../src/model/crm/multifield.js';

const NONSENSE: readonly unknown[] = [undefined, null, '', 'text', 5, true, [], [null], {a: 1}];

describe('readFieldMetas', () => {
  it('reads a field of a user', () => {
    const {value, problems} = readFieldMetas({
      fields: {
        UF_CRM_7: {
          type: 'enumeration',
          title: 'Size',
          upperName: 'UF_CRM_7',
          isMultiple: true,
          items: [{ID: 79, VALUE: 'Large'}, null, {ID: '80'}],
          settings: {DISPLAY: 'LIST'},
        },
      },
    });
    expect(problems).to.deep.equal([]);
    const meta = value?.get('UF_CRM_7');
    expect(meta).to.deep.equal({
      key: 'UF_CRM_7',
      code: 'UF_CRM_7',
      label: 'Size',
      type: 'enumeration',
      multiple: true,
      options: new Map([['79', 'Large']]),
      dictionary: null,
      settings: {DISPLAY: 'LIST'},
    });
  });

  const labels: readonly (readonly [string, object, string])[] = [
    ['the title', {title: 'Size', formLabel: 'In forms'}, 'Size'],
    ['a label where the title is the code', {title: 'UF_X', formLabel: 'In forms'}, 'In forms'],
    ['the last label', {title: '', formLabel: null, listLabel: 'In lists'}, 'In lists'],
    ['the code where there is none', {title: {en: 'Size'}}, 'UF_X'],
  ];
  for (const [name, field, label] of labels) {
    it(`takes ${name}`, () => {
      const {value} = readFieldMetas({fields: {UF_X: {upperName: 'UF_X', ...field}}});
      expect(value?.get('UF_X')?.label).to.equal(label);
    });
  }

  it('finds a field by its key and by its code', () => {
    const {value} = readFieldMetas({
      fields: {ufCrm1: {upperName: 'UF_CRM_1'}, stageId: {upperName: 'STATUS_ID'}},
    });
    expect(value?.get('UF_CRM_1')?.key).to.equal('ufCrm1');
    expect(value?.get('STATUS_ID')?.key).to.equal('stageId');
  });

  it('reads each field once', () => {
    const {value} = readFieldMetas({fields: {ufCrm1: {upperName: 'UF_CRM_1'}}});
    expect(value?.get('UF_CRM_1')).to.equal(value?.get('ufCrm1'));
  });

  it('takes a name for a key first, and of two fields with one code the first', () => {
    const {value} = readFieldMetas({
      fields: {a: {upperName: 'CODE'}, b: {upperName: 'CODE'}, c: {upperName: 'b'}},
    });
    expect(value?.get('CODE')?.key).to.equal('a');
    expect(value?.get('b')?.key).to.equal('b');
  });

  it('reads the dictionary of both kinds of statuses, and settings that are an empty list', () => {
    const {value} = readFieldMetas({
      fields: {
        sourceId: {type: 'crm_status', statusType: 'SOURCE', settings: []},
        UF_CRM_2: {type: 'crm_status', settings: {ENTITY_TYPE: 'INDUSTRY'}},
      },
    });
    expect(value?.get('sourceId')?.dictionary).to.equal('SOURCE');
    expect(value?.get('sourceId')?.settings).to.deep.equal({});
    expect(value?.get('UF_CRM_2')?.dictionary).to.equal('INDUSTRY');
  });

  it('names the one that it can’t read, and reads the others', () => {
    const {value, problems} = readFieldMetas({fields: {a: 'nonsense', b: {title: 'B'}}});
    expect(value?.get('a')).to.equal(undefined);
    expect(value?.get('b')?.label).to.equal('B');
    expect(problems.map(({path}) => path)).to.deep.equal(['crm.item.fields a']);
  });

  for (const answer of NONSENSE) {
    it(`gives nothing for ${JSON.stringify([answer])}`, () => {
      const {value, problems} = readFieldMetas(answer);
      expect(value).to.equal(null);
      expect(problems).to.have.length(1);
    });
  }

  it('makes a code of a key that nobody described', () => {
    expect(undescribedField(2, 'sourceDescription').label).to.equal('SOURCE_DESCRIPTION');
    expect(undescribedField(2, 'UF_CRM_1').label).to.equal('UF_CRM_1');
  });

  it('knows what the standard fields are of which nobody told', () => {
    const typeOf = (typeId: number, key: string): readonly unknown[] => {
      const {type, dictionary} = undescribedField(typeId, key);
      return [type, dictionary];
    };
    expect(typeOf(2, 'begindate')).to.deep.equal(['date', null]);
    expect(typeOf(2, 'createdTime')).to.deep.equal(['datetime', null]);
    expect(typeOf(3, 'assignedById')).to.deep.equal(['user', null]);
    expect(typeOf(3, 'companyIds')).to.deep.equal(['crm_company', null]);
    expect(typeOf(3, 'sourceId')).to.deep.equal(['crm_status', 'SOURCE']);
    expect(typeOf(2, 'typeId')).to.deep.equal(['crm_status', 'DEAL_TYPE']);
    expect(typeOf(3, 'typeId')).to.deep.equal(['crm_status', 'CONTACT_TYPE']);
    expect(typeOf(4, 'typeId')).to.deep.equal(['crm_status', 'COMPANY_TYPE']);
    expect(typeOf(177, 'typeId')).to.deep.equal(['crm_status', null]);
    expect(typeOf(2, 'UF_CRM_1')).to.deep.equal(['', null]);
    expect(typeOf(2, 'constructor')).to.deep.equal(['', null]);
  });
});

describe('the rows of a list', () => {
  const ODD = [null, [], 'x', 5, true] as const;
  const readers: readonly (readonly [string, (rows: unknown) => Reading<unknown>])[] = [
    ['crm.item.list', (rows) => readItems({items: rows})],
    ['user.get', readUsers],
    ['crm.status.list', readStatuses],
    ['crm.category.list', (rows) => readCategories({categories: rows})],
    ['crm.enum.ownertype', readTypeNames],
  ];
  for (const [path, read] of readers) {
    it(`of ${path} are named when they are no objects`, () => {
      const found = ODD.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)));
      const problems = found.map((text, index) => ({
        path: `${path}[${index}]`,
        expected: 'an object',
        found: text,
      }));
      expect(read(ODD).problems).to.deep.equal(problems);
      // PHP has maps of what others have lists.
      expect(read(Object.fromEntries(ODD.entries())).problems).to.deep.equal(problems);
      expect(read([]).problems).to.deep.equal([]);
      expect(read('x').problems.map(({expected}) => expected)).to.deep.equal(['a list']);
    });
  }

  it('are named when they have no id', () => {
    const items = readItems({items: [{id: 1}, {title: 'Secret'}, {id: 'x'}]});
    expect([...items.value.keys()]).to.deep.equal([1]);
    expect(items.problems).to.deep.equal([
      {path: 'crm.item.list id', expected: 'an id', found: 'undefined'},
      {path: 'crm.item.list id', expected: 'an id', found: 'x'},
    ]);
    const users = readUsers([{ID: '6', NAME: 'Jonas', LAST_NAME: 'Becker'}, {NAME: 'Leonie'}]);
    expect([...users.value]).to.deep.equal([[6, {name: 'Jonas', lastName: 'Becker'}]]);
    expect(users.problems.map(({path}) => path)).to.deep.equal(['user.get ID']);
  });
});

describe('readTypeNames', () => {
  it('reads the names by id, and leaves out rows without one of them', () => {
    const rows = [
      {ID: '2', NAME: ' Deal '},
      {ID: 3, NAME: ' '},
      {NAME: 'Lead'},
      {ID: 0, NAME: 'x'},
    ];
    expect([...readTypeNames(rows).value]).to.deep.equal([[2, 'Deal']]);
  });
});

describe('readTimeZone', () => {
  it('is the user’s, where the portal knows it', () => {
    expect(readTimeZone({TIME_ZONE: 'Europe/Berlin'})).to.equal('Europe/Berlin');
    for (const answer of [...NONSENSE, {TIME_ZONE: ''}, {TIME_ZONE: null}]) {
      expect(readTimeZone(answer), JSON.stringify(answer)).to.equal(undefined);
    }
  });
});

describe('readItem', () => {
  it('gives the item', () => {
    expect(readItem({item: {id: 1}})).to.deep.equal({value: {id: 1}, problems: []});
  });

  for (const answer of [...NONSENSE, {item: null}, {item: []}]) {
    it(`gives nothing for ${JSON.stringify([answer])}`, () => {
      const {value, problems} = readItem(answer);
      expect(value).to.equal(null);
      expect(problems.map(({path, expected}) => [path, expected])).to.deep.equal([
        ['crm.item.get', 'an item'],
      ]);
    });
  }
});

describe('readStatuses', () => {
  it('reads names, colours and outcomes from their two places', () => {
    const {value} = readStatuses([
      {STATUS_ID: 'NEW', ENTITY_ID: 'DEAL_STAGE', NAME: 'New', COLOR: '#39A8EF', SEMANTICS: null},
      {STATUS_ID: 'WON', NAME: 'Won', COLOR: '', EXTRA: {COLOR: '#7BD500', SEMANTICS: 'success'}},
      {STATUS_ID: 'LOSE', NAME: 'Lost', COLOR: 'red;background:url(x)', SEMANTICS: 'F'},
      {STATUS_ID: 'A', NAME: 'A', COLOR: 'x#39a8ef'},
      {STATUS_ID: 'B', NAME: 'B', COLOR: '#39a8efx'},
    ]);
    expect(value).to.deep.equal([
      {id: 'NEW', dictionary: 'DEAL_STAGE', name: 'New', color: '#39a8ef', outcome: 'process'},
      {id: 'WON', dictionary: '', name: 'Won', color: '#7bd500', outcome: 'success'},
      {id: 'LOSE', dictionary: '', name: 'Lost', color: null, outcome: 'failure'},
      {id: 'A', dictionary: '', name: 'A', color: null, outcome: 'process'},
      {id: 'B', dictionary: '', name: 'B', color: null, outcome: 'process'},
    ]);
  });

  it('leaves out rows without id or name', () => {
    expect(readStatuses([{STATUS_ID: 'A'}, {NAME: 'B'}, 'x', null]).value).to.deep.equal([]);
  });

  it('says when there is no list', () => {
    expect(readStatuses('x')).to.deep.include({value: []});
    expect(readStatuses('x').problems.map(({path}) => path)).to.deep.equal(['crm.status.list']);
    expect(readStatuses([]).problems).to.deep.equal([]);
  });

  for (const [semantics, outcome] of [
    ['S', 'success'],
    ['success', 'success'],
    ['F', 'failure'],
    ['failure', 'failure'],
    ['apology', 'failure'],
    ['P', 'process'],
    [null, 'process'],
    [{}, 'process'],
  ] as const) {
    it(`calls ${JSON.stringify(semantics)} ${outcome}`, () => {
      expect(readStageOutcome(semantics)).to.equal(outcome);
    });
  }
});

describe('stageDictionary', () => {
  for (const [typeId, categoryId, dictionary] of [
    [1, 0, 'STATUS'],
    [2, 0, 'DEAL_STAGE'],
    [2, 9, 'DEAL_STAGE_9'],
    [7, 0, 'QUOTE_STATUS'],
    [31, 2, 'SMART_INVOICE_STAGE_2'],
    [36, 4, 'SMART_DOCUMENT_STAGE_4'],
    [177, 52, 'DYNAMIC_177_STAGE_52'],
  ] as const) {
    it(`is ${dictionary} for type ${typeId} in pipeline ${categoryId}`, () => {
      expect(stageDictionary(typeId, categoryId)).to.equal(dictionary);
    });
  }
});

describe('readCategories', () => {
  it('reads the pipelines, the one with the number 0 too', () => {
    const rows = [
      {id: 0, name: 'General'},
      {id: '9', name: 'Other'},
      {id: ' 12 ', name: 'Third'},
      {id: -1, name: 'x'},
      {id: '5x', name: 'x'},
      {id: 2},
    ];
    expect([...readCategories({categories: rows}).value]).to.deep.equal([
      [0, 'General'],
      [9, 'Other'],
      [12, 'Third'],
    ]);
  });

  it('says when there are none', () => {
    expect(readCategories('x').problems.map(({path}) => path)).to.deep.equal(['crm.category.list']);
  });
});

describe('readMultifields', () => {
  it('reads rows and leaves out blank ones and unknown kinds', () => {
    const rows = [
      {typeId: 'PHONE', valueType: 'WORK', value: ' +49 30 1 '},
      {typeId: 'phone', value: 12345},
      {typeId: 'EMAIL', valueType: 'HOME', value: ''},
      {typeId: 'FAX', valueType: 'WORK', value: '1'},
      null,
    ];
    const expected = [
      {kind: 'PHONE', valueType: 'WORK', value: '+49 30 1'},
      {kind: 'PHONE', valueType: '', value: '12345'},
    ];
    expect(readMultifields(rows)).to.deep.equal(expected);
    expect(readMultifields(Object.fromEntries(rows.entries()))).to.deep.equal(expected);
  });

  for (const value of NONSENSE) {
    it(`reads none in ${JSON.stringify([value])}`, () => {
      expect(readMultifields(value)).to.deep.equal([]);
    });
  }
});
