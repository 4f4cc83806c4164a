import {expect} from '@open-wc/testing';
import {layOutFields} from '../../../src/crm/record/field-sections.js';
import {layoutCalls} from '../../../src/crm/request/layout.js';
import {readLayout} from '../../../src/crm/request/layout.js';
import type {CrmRecord, RecordField} from '../../../src/crm/record.js';
import {readCardLayout} from '../../../src/model/crm/card-layout.js';
import {entityTypeOf} from '../../../src/model/entity/entity-type.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';
import type {RestOutcome} from '../../../src/model/portal/rest-answer.js';

const DEAL = {typeId: 2, id: 25};

const ok = (result: unknown): RestOutcome => ({
  status: 'ok',
  answer: {result, total: null, next: null},
});

const section = (name: string, ...names: string[]): object => ({
  name,
  title: name.toUpperCase(),
  elements: names.map((element) => ({
    name: element.replace('!', ''),
    optionFlags: element.endsWith('!') ? '1' : '0',
  })),
});

function field(code: string, text: string): RecordField {
  const display = text === '' ? ({kind: 'none'} as const) : ({kind: 'text', text} as const);
  return {code, key: code, label: code, type: 'string', multiple: false, value: text, display};
}

function recordWith(layout: unknown, fields: readonly RecordField[], typeId = 2): CrmRecord {
  return {
    ref: {typeId, id: 25},
    title: 'Chairs',
    typeName: null,
    phones: [],
    emails: [],
    stage: null,
    fields: fields.slice(0, 1),
    fieldNames: ['POST', 'CONTACT_IDS'],
    loadNames: () => Promise.reject(new Error('not asked for here')),
    callNumber: () => Promise.resolve(),
    layout: readCardLayout(layout).value,
    field: (code) => fields.find((one) => one.code === code),
    loadedAt: 0,
    isOld: false,
    path: null,
    problems: [],
  };
}

const codes = (record: CrmRecord, wanted: readonly string[] = []): unknown =>
  layOutFields(record, wanted).map(({title, fields}) => [title, ...fields.map(({code}) => code)]);

describe('the layout of a record', () => {
  it('is asked for in the operator’s scope and in the common one, for the pipeline', () => {
    const category = '$result[item_2_25][item][categoryId]';
    const method = 'crm.item.details.configuration.get';
    const extras = {dealCategoryId: category};
    expect(layoutCalls(DEAL, entityTypeOf(2))).to.deep.equal({
      layout_P_2_25: {method, parameters: {entityTypeId: 2, scope: 'P', extras}},
      layout_C_2_25: {method, parameters: {entityTypeId: 2, scope: 'C', extras}},
    });
    const [smart] = Object.values(layoutCalls({typeId: 177, id: 3}, entityTypeOf(177)));
    expect(smart?.parameters['extras']).to.have.property('categoryId');
  });

  it('is asked for both kinds of customers where it is a lead’s, and that of this one taken', () => {
    const lead = {typeId: 1, id: 3};
    const calls = layoutCalls(lead, entityTypeOf(1));
    expect(Object.values(calls).map(({parameters}) => parameters)).to.deep.equal([
      {entityTypeId: 1, scope: 'P', extras: {leadCustomerType: 1}},
      {entityTypeId: 1, scope: 'P', extras: {leadCustomerType: 2}},
      {entityTypeId: 1, scope: 'C', extras: {leadCustomerType: 1}},
      {entityTypeId: 1, scope: 'C', extras: {leadCustomerType: 2}},
    ]);
    const outcome = new Map(
      Object.entries(calls).map(([key, {parameters}]): [string, RestOutcome] => [
        key,
        ok([section(JSON.stringify(parameters['extras']), 'TITLE')]),
      ]),
    );
    const nameFor = (item: JsonObject): string | undefined =>
      readLayout(lead, item, outcome)?.sections[0]?.name;
    expect(nameFor({isReturnCustomer: 'Y'})).to.equal('{"leadCustomerType":2}');
    expect(nameFor({isReturnCustomer: 'N'})).to.equal('{"leadCustomerType":1}');
    expect(nameFor({})).to.equal('{"leadCustomerType":1}');
  });

  it('is the operator’s own, else the common one', () => {
    const common = ok([section('common', 'TITLE')]);
    const nameOf = (own: RestOutcome): string | undefined =>
      readLayout(
        DEAL,
        {},
        new Map([
          ['layout_P_2_25', own],
          ['layout_C_2_25', common],
        ]),
      )?.sections[0]?.name;
    expect(nameOf(ok([section('own', 'TITLE')]))).to.equal('own');
    expect(nameOf(ok(null))).to.equal('common');
    expect(nameOf(ok([]))).to.equal('common');
    expect(readLayout(DEAL, {}, new Map())).to.equal(null);
  });

  it('leaves out what can’t be read', () => {
    expect(readCardLayout('nonsense').problems).to.have.length(1);
    const rows = [7, {name: 'a', elements: 'x'}, {elements: [{}, {name: 'TITLE'}]}];
    expect(readCardLayout(rows).value).to.deep.equal({
      sections: [{name: '', title: '', elements: [{name: 'TITLE', always: false}]}],
    });
  });

  it('shows empty fields only where the card says so', () => {
    const elements = [
      {name: 'A'},
      {name: 'B', optionFlags: '0'},
      {name: 'C', optionFlags: '1'},
      {name: 'D', optionFlags: 3},
      {name: 'E', optionFlags: 'x'},
    ];
    const read = readCardLayout([{name: 'main', elements}]).value?.sections[0]?.elements;
    expect(read?.filter(({always}) => always).map(({name}) => name)).to.deep.equal(['C', 'D']);
  });
});

describe('arranged', () => {
  const fields = [
    field('POST', 'Buyer'),
    field('OPPORTUNITY', '5 €'),
    field('COMPANY_ID', 'Müller'),
    field('CONTACT_IDS', ''),
    field('UF_EMPTY', ''),
    field('NAME', 'Klaus'),
  ];
  const layout = [
    section('main', 'TITLE', 'NAME', 'OPPORTUNITY_WITH_CURRENCY', 'CLIENT', 'PRODUCT_ROW_SUMMARY'),
    section('more', 'UF_EMPTY!', 'POST'),
    section('gone', 'UF_DELETED!', 'CONTACT_IDS'),
  ];

  it('follows the layout, with composites as their fields', () => {
    expect(codes(recordWith(layout, fields))).to.deep.equal([
      ['MAIN', 'NAME', 'OPPORTUNITY', 'COMPANY_ID'],
      ['MORE', 'UF_EMPTY', 'POST'],
    ]);
  });

  it('does not repeat a contact’s name', () => {
    expect(codes(recordWith(layout, fields, 3))).to.deep.equal([
      ['MAIN', 'OPPORTUNITY', 'COMPANY_ID'],
      ['MORE', 'UF_EMPTY', 'POST'],
    ]);
  });

  it('shows the usual fields where nobody arranged them', () => {
    expect(codes(recordWith(null, fields))).to.deep.equal([['', 'POST']]);
  });

  it('follows the page’s own formatters in whether there is anything to show', () => {
    const display = {kind: 'text', text: 'unknown'} as const;
    const formatters = {UF_EMPTY: () => display, POST: () => ({kind: 'none'}) as const};
    const sections = layOutFields(recordWith(null, fields), ['POST', 'UF_EMPTY'], formatters);
    expect(sections[0]?.fields.map((shown) => [shown.code, shown.display])).to.deep.equal([
      ['UF_EMPTY', display],
    ]);
    expect(layOutFields(recordWith(null, fields), [], formatters)).to.deep.equal([]);
  });

  it('shows what the page asks for, whatever the layout says', () => {
    const wanted = ['OPPORTUNITY', 'POST', 'UNKNOWN', 'UF_EMPTY'];
    expect(codes(recordWith(layout, fields), wanted)).to.deep.equal([['', 'OPPORTUNITY', 'POST']]);
  });
});
