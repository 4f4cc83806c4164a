import {expect} from '@open-wc/testing';
import {readTypeMetadata} from '../../../src/crm/record/type-metadata.js';
import type {RestOutcome} from '../../../src/model/portal/rest-answer.js';
import {failure} from '../fake-crm.js';

const ok = (result: unknown): RestOutcome => ({
  status: 'ok',
  answer: {result, total: null, next: null},
});
const failed = (request: string): RestOutcome => ({
  status: 'failed',
  error: failure('limit-reached', request),
});

const pathsOf = (outcome: Readonly<Record<string, RestOutcome>>): readonly string[] =>
  readTypeMetadata(177, new Map(Object.entries(outcome))).problems.map(({path}) => path);

describe('the metadata of a type', () => {
  it('is empty, and no problem, where nothing was asked', () => {
    const {fields, ...rest} = readTypeMetadata(177, new Map());
    expect(fields.get('title')).to.equal(undefined);
    expect(rest).to.deep.equal({
      categories: new Map(),
      typeName: null,
      timeZone: undefined,
      problems: [],
    });
  });

  it('is what the portal says of labels, pipelines, the type and the user', () => {
    const outcome = new Map([
      ['fields_177', ok({fields: {title: {type: 'string', title: 'Name'}}})],
      ['categories_177', ok({categories: [{id: 0, name: 'General'}]})],
      ['types', ok([{ID: 177, NAME: 'Delivery', SYMBOL_CODE: 'DYNAMIC_177'}])],
      ['profile', ok({TIME_ZONE: 'Asia/Tokyo'})],
    ]);
    const {fields, ...rest} = readTypeMetadata(177, outcome);
    expect(fields.get('title')?.label).to.equal('Name');
    expect(rest).to.deep.equal({
      categories: new Map([[0, 'General']]),
      typeName: 'Delivery',
      timeZone: 'Asia/Tokyo',
      problems: [],
    });
  });

  it('has a problem for labels and pipelines that did not come', () => {
    const fields_177 = failed('crm.item.fields');
    const categories_177 = failed('crm.category.list');
    expect(pathsOf({fields_177, categories_177})).to.deep.equal([
      'crm.item.fields',
      'crm.category.list',
    ]);
  });

  it('has none for the names of types that did not come, and one for those that are odd', () => {
    expect(pathsOf({types: failed('crm.enum.ownertype')})).to.deep.equal([]);
    expect(pathsOf({types: ok([[], {ID: 177, NAME: 'Delivery'}])})).to.have.length(1);
  });

  it('has none for the user’s time zone', () => {
    expect(pathsOf({profile: failed('profile')})).to.deep.equal([]);
  });
});
