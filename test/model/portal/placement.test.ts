import {expect} from '@open-wc/testing';
import {readPlacement} from '../../../src/model/portal/placement.js';

describe('readPlacement', () => {
  it('reads the call of CALL_CARD, from an object and from a JSON string', () => {
    const options = {CALL_ID: 'a', CRM_ENTITY_TYPE: 'CONTACT', CRM_ENTITY_ID: '17'};
    const fromObject = readPlacement('CALL_CARD', options);
    expect(fromObject.value.kind).to.equal('call-card');
    expect(fromObject).to.deep.equal(readPlacement('CALL_CARD', JSON.stringify(options)));
    expect(fromObject.value).to.have.nested.property('call.id', 'a');
  });

  it('knows the worker, the default page and what is invented later', () => {
    expect(readPlacement('PAGE_BACKGROUND_WORKER', []).value.kind).to.equal('background-worker');
    expect(readPlacement('', []).value).to.deep.equal({kind: 'other', code: 'DEFAULT'});
    expect(readPlacement(undefined, undefined).value).to.deep.equal({
      kind: 'other',
      code: 'DEFAULT',
    });
    expect(readPlacement('CRM_HOLOGRAM', {ID: '1'}).value).to.deep.equal({
      kind: 'other',
      code: 'CRM_HOLOGRAM',
    });
  });

  const records: readonly (readonly [string, unknown, {typeId: number; id: number} | null])[] = [
    ['CRM_CONTACT_DETAIL_TAB', {ID: '17'}, {typeId: 3, id: 17}],
    ['CRM_DEAL_DETAIL_TOOLBAR', {ID: 25}, {typeId: 2, id: 25}],
    ['CRM_DYNAMIC_177_DETAIL_TAB', {ID: '3'}, {typeId: 177, id: 3}],
    ['CRM_SMART_INVOICE_DETAIL_TAB', {ID: '9'}, {typeId: 31, id: 9}],
    ['CRM_LEAD_LIST_MENU', {ID: '4'}, {typeId: 1, id: 4}],
    ['CRM_COMPANY_DETAIL_ACTIVITY', {ENTITY_ID: '5'}, {typeId: 4, id: 5}],
    ['CRM_QUOTE_DETAIL_TAB', {}, null],
    ['CRM_CONTACT_DETAIL_TAB', [], null],
  ];
  for (const [code, options, entity] of records) {
    it(`reads the record of ${code} from ${JSON.stringify(options)}`, () => {
      const {value, problems} = readPlacement(code, options);
      expect(value).to.deep.equal({kind: 'record', code, entity});
      expect(problems).to.deep.equal([]);
    });
  }

  for (const options of ['{"CALL_ID":', '17', 'null!', 5, ['a'], true]) {
    it(`names ${JSON.stringify(options)} as malformed options and goes on without a call`, () => {
      const {value, problems} = readPlacement('CALL_CARD', options);
      expect(value).to.deep.equal({kind: 'call-card', code: 'CALL_CARD', call: null});
      expect(problems.map(({path}) => path)).to.deep.equal(['PLACEMENT_OPTIONS']);
    });
  }
});
