import {expect} from '@open-wc/testing';
import {MetadataStore} from '../../../src/crm/cache/metadata-store.js';
import {NameResolver} from '../../../src/crm/record/name-resolver.js';
import {parseRecord, type RecordParts} from '../../../src/crm/record/parse-record.js';
import type {MissingNames} from '../../../src/crm/record/missing-names.js';
import {readTypeMetadata} from '../../../src/crm/record/type-metadata.js';
import type {CrmRecord} from '../../../src/crm/record.js';
import type {CardLayout} from '../../../src/model/crm/card-layout.js';
import {readStatuses} from '../../../src/model/crm/crm-status.js';
import type {FieldReference} from '../../../src/model/crm/field-reference.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';
import type {RestOutcome} from '../../../src/model/portal/rest-answer.js';
import {ManualTime} from '../../support/manual-time.js';

const CHAIRS = {typeId: 2, id: 25};
const CRM = {CONTACT: 'Y'};
const FIELDS = {
  UF_HELPER: {type: 'employee', title: 'Helper', upperName: 'UF_HELPER'},
  UF_HELPERS: {type: 'employee', title: 'Helpers', upperName: 'UF_HELPERS', isMultiple: true},
  UF_GUIDE: {type: 'crm', title: 'Guide', upperName: 'UF_GUIDE', settings: CRM},
  categoryId: {type: 'crm_category', title: 'Pipeline', upperName: 'CATEGORY_ID'},
};

const ok = (result: unknown): RestOutcome => ({
  status: 'ok',
  answer: {result, total: null, next: null},
});

/** What was asked for behind a record. */
interface Loaded {
  readonly missing: MissingNames;
  readonly references: readonly FieldReference[];
}

function recordOf(
  item: JsonObject,
  {categories = [], typeId = 2, ...more}: RecordSetup = {},
  loaded: Loaded[] = [],
): CrmRecord {
  const store = new MetadataStore({memberId: '', language: 'en'}, new ManualTime());
  const outcome = new Map([
    [`fields_${typeId}`, ok({fields: FIELDS})],
    [`categories_${typeId}`, ok({categories})],
  ]);
  return parseRecord(
    {...CHAIRS, typeId},
    {
      item,
      names: new NameResolver(store, 'en'),
      stages: [],
      metadata: readTypeMetadata(typeId, outcome),
      layout: null,
      locale: 'en',
      callNumber: () => Promise.resolve(),
      loadedAt: 0,
      isOld: false,
      problems: [],
      loadNames: (missing, references) => {
        loaded.push({missing, references});
        return Promise.resolve();
      },
      ...more,
    },
  );
}

interface RecordSetup extends Partial<RecordParts> {
  readonly typeId?: number;
  readonly categories?: readonly object[];
}

const layoutOf = (...names: readonly string[]): CardLayout => ({
  sections: [{name: 'main', title: '', elements: names.map((name) => ({name, always: false}))}],
});

describe('what the fields of a record refer to', () => {
  for (const [words, item, expected] of [
    ['a user', {UF_HELPER: 9}, [{key: 'UF_HELPER', target: 'user', multiple: false}]],
    [
      'several users',
      {UF_HELPERS: [8, '9']},
      [{key: 'UF_HELPERS', target: 'user', multiple: true}],
    ],
    // The field of an older portal does not say so.
    ['a list of users', {UF_HELPER: [9]}, [{key: 'UF_HELPER', target: 'user', multiple: true}]],
    ['one user of several', {UF_HELPERS: 9}, [{key: 'UF_HELPERS', target: 'user', multiple: true}]],
    ['a record', {UF_GUIDE: '17'}, [{key: 'UF_GUIDE', target: 3, multiple: false}]],
    // It can’t stand in a reference.
    ['nothing that has its type beside its id', {UF_GUIDE: 'C_17'}, []],
    ['nothing when one of the values is no id', {UF_HELPERS: [9, 'x']}, []],
  ] as const) {
    it(`is ${words}`, async () => {
      const loaded: Loaded[] = [];
      await recordOf(item, {}, loaded).loadNames();
      expect(loaded.map(({references}) => references)).to.deep.equal([expected]);
    });
  }

  it('is told of the fields that the layout shows, and the names of all are loaded', async () => {
    const loaded: Loaded[] = [];
    const layout = layoutOf('UF_HELPER');
    await recordOf({UF_HELPER: 9, UF_GUIDE: 17}, {layout}, loaded).loadNames();
    expect(loaded[0]?.references.map(({key}) => key)).to.deep.equal(['UF_HELPER']);
    expect([...(loaded[0]?.missing.users ?? [])]).to.deep.equal([9]);
    expect([...(loaded[0]?.missing.records.keys() ?? [])]).to.deep.equal([3]);
  });

  it('is told of the fields that are named', async () => {
    const loaded: Loaded[] = [];
    await recordOf({UF_HELPER: 9, UF_GUIDE: 17}, {}, loaded).loadNames(['UF_GUIDE']);
    expect(loaded[0]?.references.map(({key}) => key)).to.deep.equal(['UF_GUIDE']);
    expect([...(loaded[0]?.missing.users ?? [])]).to.deep.equal([]);
  });
});

describe('the pipeline of a record', () => {
  const general = {id: 0, name: 'General'};
  const furniture = {id: 9, name: 'Furniture'};

  it('is told where there is another one', () => {
    const record = recordOf({categoryId: 9}, {categories: [general, furniture]});
    expect(record.field('CATEGORY_ID')?.display).to.deep.equal({kind: 'text', text: 'Furniture'});
  });

  it('is not worth a line where it is the only one', () => {
    const record = recordOf({categoryId: 0}, {categories: [general]});
    expect(record.field('CATEGORY_ID')?.display).to.deep.equal({kind: 'none'});
  });
});

describe('the stage of a record', () => {
  const rows = [
    {ENTITY_ID: 'DYNAMIC_177_STAGE_8', STATUS_ID: 'D8:NEW', NAME: 'Other'},
    {ENTITY_ID: 'DYNAMIC_177_STAGE_9', STATUS_ID: 'OLD', NAME: 'Old'},
    {ENTITY_ID: 'DYNAMIC_177_STAGE_8', STATUS_ID: 'NEW', NAME: 'Eighth'},
    {ENTITY_ID: 'DYNAMIC_177_STAGE_9', STATUS_ID: 'NEW', NAME: 'Ninth'},
    {ENTITY_ID: 'DYNAMIC_177_STAGE_0', STATUS_ID: 'NEW', NAME: 'Default'},
  ];
  const stages = readStatuses(rows).value;
  const nameOf = (item: JsonObject): string | undefined =>
    recordOf(item, {typeId: 177, stages}).stage?.name;

  it('is that of its own pipeline', () => {
    expect(nameOf({stageId: 'NEW', categoryId: 9})).to.equal('Ninth');
    expect(nameOf({stageId: 'NEW', categoryId: '8'})).to.equal('Eighth');
    expect(nameOf({stageId: 'NEW'})).to.equal('Default');
  });

  it('is the only one with its id, where the id names the pipeline', () => {
    expect(nameOf({stageId: 'D8:NEW', categoryId: 9})).to.equal('Other');
    expect(nameOf({stageId: 'NEW', categoryId: 7})).to.equal('NEW');
  });
});
