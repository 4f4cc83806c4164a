/** Readers of single values from outside. */
import {expect} from '@open-wc/testing';
import {unescapeHtml} from '../../../src/model/parse/html-entities.js';
import {
  asBoolean,
  asId,
  asObject,
  asText,
  isBlank,
  lookUp,
  problem,
  quoted,
} from '../../../src/model/parse/reading.js';

describe('asText', () => {
  it('takes texts and finite numbers', () => {
    expect(['', ' a ', 0, -1.5].map(asText)).to.deep.equal(['', ' a ', '0', '-1.5']);
    for (const value of [undefined, null, true, Number.NaN, Infinity, [], ['a'], {}]) {
      expect(asText(value)).to.equal(undefined);
    }
  });
});

describe('asId', () => {
  it('takes positive whole numbers, and digits as text', () => {
    expect([1, '17', ' 17 ', '007', 123456789012345].map(asId)).to.deep.equal([
      1, 17, 17, 7, 123456789012345,
    ]);
    for (const value of [0, '0', -1, 1.5, 'C_17', '17a', '', '1234567890123456', null, [1], {}]) {
      expect(asId(value), JSON.stringify(value)).to.equal(undefined);
    }
  });
});

describe('asBoolean', () => {
  it('takes each spelling of the portal', () => {
    for (const value of [true, 'Y', 'y', ' y ', 'true', 'TRUE', '1', 1]) {
      expect(asBoolean(value), JSON.stringify(value)).to.equal(true);
    }
    for (const value of [false, 'N', 'n', 'false', '0', 0]) {
      expect(asBoolean(value), JSON.stringify(value)).to.equal(false);
    }
    for (const value of ['', 'yes', 2, null, undefined, [], {}]) {
      expect(asBoolean(value), JSON.stringify(value)).to.equal(undefined);
    }
  });
});

describe('asObject', () => {
  it('takes objects, and PHP’s empty list for an empty one', () => {
    const object = {a: 1};
    expect(asObject(object)).to.equal(object);
    expect(asObject([])).to.deep.equal({});
    for (const value of [[1], null, undefined, 'a', 5]) expect(asObject(value)).to.equal(undefined);
  });
});

describe('isBlank', () => {
  it('is what the portal writes for nothing', () => {
    expect([undefined, null, '', 'undefined'].every(isBlank)).to.equal(true);
    expect([0, false, ' ', 'null', [], {}].some(isBlank)).to.equal(false);
  });
});

describe('lookUp', () => {
  it('finds own entries only', () => {
    const table = {a: 1};
    expect(['a', 'b', 'constructor', '__proto__'].map((key) => lookUp(table, key))).to.deep.equal([
      1,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('problem', () => {
  const found = (value: unknown): string => problem('a', 'b', value).found;

  it('shows texts as they are, and other values as JSON or by their type', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    expect(['a', 5, null, [1], undefined, circular].map(found)).to.deep.equal([
      'a',
      '5',
      'null',
      '[1]',
      'undefined',
      'object',
    ]);
  });

  it('shortens what has more than 80 characters', () => {
    expect(found('x'.repeat(80))).to.equal('x'.repeat(80));
    expect(found('x'.repeat(81))).to.equal(`${'x'.repeat(80)}…`);
  });

  it('quotes texts only', () => {
    expect([quoted('a'), quoted(5)]).to.deep.equal(['“a”', '5']);
  });
});

describe('unescapeHtml', () => {
  it('replaces each entity that PHP writes, once', () => {
    const escaped = '&lt;a&gt; &quot;b&quot; &#39;c&#39; &#039;d&#039; &amp;lt; &copy;';
    expect(unescapeHtml(escaped)).to.equal("<a> \"b\" 'c' 'd' &lt; &copy;");
  });
});
