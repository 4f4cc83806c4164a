import {expect} from '@open-wc/testing';
import type {FieldDisplay} from '../../../src/crm/format/field-display.js';
import {formattedBy, type FieldFormatters} from '../../../src/crm/format/field-formatters.js';
import type {RecordField} from '../../../src/crm/record.js';

const SIZE: RecordField = {
  code: 'SOURCE_ID',
  key: 'sourceId',
  label: 'Source',
  type: 'crm_status',
  multiple: false,
  value: 'CALL',
  display: {kind: 'text', text: 'Call'},
};

const text = (words: string): FieldDisplay => ({kind: 'text', text: words});

function shownBy(formatters: FieldFormatters): FieldDisplay {
  return formattedBy(formatters, SIZE).display;
}

/** A formatter in plain JavaScript may return anything. */
function returning(display: unknown): FieldFormatters {
  return {SOURCE_ID: () => display as FieldDisplay};
}

describe('a page’s own formatters', () => {
  const reported: unknown[] = [];
  const {reportError} = globalThis;
  beforeEach(() => {
    reported.length = 0;
    globalThis.reportError = (error) => reported.push(error);
  });
  afterEach(() => (globalThis.reportError = reportError));

  for (const name of ['SOURCE_ID', 'sourceId', 'crm_status']) {
    it(`are found by ${name}`, () => {
      const formatters: FieldFormatters = {
        [name]: (value, field) => text(`${String(value)} of ${field.label}`),
      };
      expect(shownBy(formatters)).to.deep.equal(text('CALL of Source'));
    });
  }

  it('go before each other: the field’s before the type’s', () => {
    const formatters = {crm_status: () => text('type'), SOURCE_ID: () => text('field')};
    expect(shownBy(formatters)).to.deep.equal(text('field'));
  });

  it('leave other fields alone', () => {
    expect(formattedBy({POST: () => text('x'), string: () => text('y')}, SIZE)).to.equal(SIZE);
    expect(formattedBy({}, {...SIZE, code: 'constructor'}).display).to.equal(SIZE.display);
  });

  it('are passed over when they throw, and reported once', () => {
    const broken = new Error('The formatter’s own fault.');
    const formatters: FieldFormatters = {
      SOURCE_ID: () => {
        throw broken;
      },
    };
    expect(shownBy(formatters)).to.equal(SIZE.display);
    expect(shownBy(formatters)).to.equal(SIZE.display);
    expect(reported).to.deep.equal([broken]);
  });

  const KINDS: readonly FieldDisplay[] = [
    {kind: 'none'},
    text('x'),
    {kind: 'lines', text: 'x\ny'},
    {kind: 'boolean', value: true},
    {kind: 'link', href: 'https://example.com/', text: 'x'},
    {kind: 'chip', text: 'x', color: '#A1b2C3'},
    {kind: 'chip', text: 'x', color: null},
    {kind: 'phone', number: '1'},
    {kind: 'email', address: 'a@b'},
    {kind: 'reference', text: 'x', path: '/crm/', entity: {typeId: 3, id: 1}},
    {kind: 'reference', text: 'x', path: null, entity: null},
    {kind: 'file', id: '1', href: null},
    {kind: 'file', id: '1', href: 'http://example.com/'},
    {kind: 'list', items: [text('a'), {kind: 'none'}]},
  ];
  for (const display of KINDS) {
    it(`may describe ${JSON.stringify(display)}`, () => {
      expect(shownBy(returning(display))).to.equal(display);
      expect(reported).to.deep.equal([]);
    });
  }

  const REFUSED: readonly unknown[] = [
    undefined,
    null,
    'text',
    {},
    {kind: 'html', html: '<b>'},
    {kind: 'constructor'},
    {kind: 'text'},
    {kind: 'boolean', value: 'yes'},
    {kind: 'link', href: 'javascript:alert(1)', text: 'x'},
    {kind: 'link', href: ' https://example.com/', text: 'x'},
    {kind: 'chip', text: 'x', color: 'red; background: url(//canary)'},
    {kind: 'chip', text: 'x', color: 'x#aabbcc'},
    {kind: 'chip', text: 'x', color: '#aabbccdd'},
    {kind: 'chip', text: 'x'},
    {kind: 'reference', text: 'x', path: '.evil.example/', entity: null},
    {kind: 'reference', text: 'x', path: '//evil.example/', entity: null},
    {kind: 'reference', text: 'x', path: '/\\evil.example/', entity: null},
    {kind: 'reference', text: 'x', path: null, entity: 7},
    {kind: 'file', id: '1', href: 'data:text/html,x'},
    {kind: 'list', items: [text('a'), 'b']},
    {kind: 'list', items: 'ab'},
  ];
  for (const display of REFUSED) {
    it(`may not describe ${JSON.stringify([display])}`, () => {
      expect(shownBy(returning(display))).to.equal(SIZE.display);
      expect(reported).to.have.length(1);
    });
  }

  const MESSAGES: readonly (readonly [display: unknown, words: RegExp])[] = [
    ['text', /SOURCE_ID returned “text”\. Expected is a FieldDisplay, .*none, text, lines/],
    [undefined, /returned undefined\. Expected is a FieldDisplay/],
    [Promise.resolve(text('x')), /returned a promise\. Expected is a FieldDisplay/],
    [{kind: 'html'}, /returned \{"kind":"html"\}\. .*whose kind is one of none, text/],
    [{kind: 'boolean', value: 'yes'}, /returned \{.*"yes"\}, which lacks .* of the kind boolean/],
  ];
  for (const [display, words] of MESSAGES) {
    it(`are told what they returned and what is allowed: ${String(words)}`, () => {
      const formatters = returning(display);
      shownBy(formatters);
      shownBy(formatters);
      expect(reported.map(String)).to.have.length(1);
      expect(String(reported[0])).to.match(words);
    });
  }
});
