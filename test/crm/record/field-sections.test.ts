import {expect} from '@open-wc/testing';
import type {CardLayout} from '../../../src/model/crm/card-layout.js';
import {codesIn, layOutFields, namesWithoutField} from '../../../src/crm/record/field-sections.js';
import type {CrmRecord, RecordField} from '../../../src/crm/record.js';

/** The parts of the portal's card that are other fields, or several. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  OPPORTUNITY_WITH_CURRENCY: ['OPPORTUNITY'],
  CLIENT: ['COMPANY_ID', 'CONTACT_IDS'],
  COMPANY: ['COMPANY_IDS'],
  CONTACT: ['CONTACT_IDS'],
  OBSERVER: ['OBSERVERS'],
  UTM: ['UTM_SOURCE', 'UTM_MEDIUM', 'UTM_CAMPAIGN', 'UTM_CONTENT', 'UTM_TERM'],
};
const OVER_THE_SECTIONS = ['TITLE', 'STAGE_ID', 'STATUS_ID', 'PHONE', 'EMAIL'];
const NAME = ['NAME', 'SECOND_NAME', 'LAST_NAME'];

function layoutOf(...names: readonly string[]): CardLayout {
  const elements = names.map((name) => ({name, always: false}));
  return {sections: [{name: 'main', title: 'About', elements}]};
}

/** A record that has whatever field is asked for, but those in whose name is `NO`. */
function recordWith(layout: CardLayout | null, typeId = 2): CrmRecord {
  const field = (code: string): RecordField | undefined => {
    const display = {kind: 'text', text: code} as const;
    const rest = {label: code, type: 'string', multiple: false, value: code, display};
    return code.startsWith('NO_') ? undefined : {code, key: code, ...rest};
  };
  return {
    ref: {typeId, id: 25},
    title: 'Chairs',
    typeName: null,
    phones: [],
    emails: [],
    stage: null,
    fields: [],
    fieldNames: ['POST', 'TITLE', 'NO_SUCH'],
    loadNames: () => Promise.reject(new Error('not asked for here')),
    callNumber: () => Promise.resolve(),
    layout,
    field,
    loadedAt: 0,
    isOld: false,
    path: null,
    problems: [],
  };
}

const codes = (record: CrmRecord, wanted: readonly string[] = []): unknown =>
  layOutFields(record, wanted).map(({name, title, fields}) => [
    name,
    title,
    ...fields.map(({code}) => code),
  ]);

describe('the fields of a record', () => {
  it('have the sections of the layout, with their names and titles', () => {
    const [main, ...none] = layoutOf('POST').sections;
    const empty = {name: 'empty', title: 'Nothing', elements: [{name: 'NO_SUCH', always: true}]};
    const more = {name: 'more', title: 'More', elements: [{name: 'COMMENTS', always: false}]};
    const sections = [...(main === undefined ? none : [main]), empty, more];
    expect(codes(recordWith({sections}))).to.deep.equal([
      ['main', 'About', 'POST'],
      ['more', 'More', 'COMMENTS'],
    ]);
  });

  it('have one section without a title where nobody arranged them', () => {
    expect(codes(recordWith(null))).to.deep.equal([['', '', 'POST', 'TITLE']]);
  });

  it('are those that the page asks for, also what else stands over the sections', () => {
    const record = recordWith(layoutOf('POST'));
    expect(codes(record, ['TITLE', 'COMMENTS'])).to.deep.equal([['', '', 'TITLE', 'COMMENTS']]);
  });

  for (const [part, fields] of Object.entries(PARTS)) {
    it(`stand for the part ${part} of the card`, () => {
      expect(codes(recordWith(layoutOf(part)))).to.deep.equal([['main', 'About', ...fields]]);
      expect(codesIn(layoutOf(part, 'POST'))).to.deep.equal([...fields, 'POST']);
    });
  }

  for (const name of OVER_THE_SECTIONS) {
    it(`do not repeat ${name}, which stands over them`, () => {
      const layout = layoutOf(name, 'POST');
      expect(codes(recordWith(layout))).to.deep.equal([['main', 'About', 'POST']]);
      expect(codesIn(layout)).to.deep.equal(['POST']);
    });
  }

  for (const name of NAME) {
    it(`repeat ${name} only of a record that is not called by it`, () => {
      const layout = layoutOf(name, 'POST');
      expect(codes(recordWith(layout, 3))).to.deep.equal([['main', 'About', 'POST']]);
      expect(codes(recordWith(layout, 1))).to.deep.equal([['main', 'About', name, 'POST']]);
    });
  }

  it('have no codes without a layout', () => {
    expect(codesIn(null)).to.deep.equal([]);
  });
});

describe('the names that a page asks for in vain', () => {
  it('are those that neither a field nor a part of the card has', () => {
    const names = ['POST', 'NO_SUCH', 'CLIENT', 'TITLE', 'NO_OTHER', 'toString'];
    expect(namesWithoutField(recordWith(null), names)).to.deep.equal(['NO_SUCH', 'NO_OTHER']);
  });

  it('are none where each part of the card has no field of its own', () => {
    const record = {...recordWith(null), field: () => undefined};
    const parts = [...Object.keys(PARTS), ...OVER_THE_SECTIONS];
    expect(namesWithoutField(record, parts)).to.deep.equal([]);
    expect(namesWithoutField(record, ['toString'])).to.deep.equal(['toString']);
  });
});
