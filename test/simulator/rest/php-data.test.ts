import {expect} from '@open-wc/testing';
import {parsePhpQuery, phpMap} from '../../../src/simulator/rest/php-data.js';

describe('a PHP query', () => {
  const queries: readonly (readonly [query: string, parsed: unknown])[] = [
    ['', []],
    ['ID=1', {ID: '1'}],
    ['empty=&bare', {empty: '', bare: ''}],
    ['a=1&a=2', {a: '2'}],
    ['filter[%3EID]=5', {filter: {'>ID': '5'}}],
    ['cmd[a]=user.get%3FID%3D1', {cmd: {a: 'user.get?ID=1'}}],
    ['a[]=x&a[]=y', {a: ['x', 'y']}],
    ['a[b][]=x&a[b][]=y', {a: {b: ['x', 'y']}}],
    ['a[0][x]=1&a[1][x]=2', {a: [{x: '1'}, {x: '2'}]}],
    ['a[5]=x&a[]=y', {a: {5: 'x', 6: 'y'}}],
    ['name=M%C3%BCller+GmbH', {name: 'Müller GmbH'}],
    ['sum=1%2B1', {sum: '1+1'}],
    ['broken=50%', {broken: '50%'}],
    ['a=b=c', {a: 'b=c'}],
    ['[x]=1', {'[x]': '1'}],
  ];
  for (const [query, parsed] of queries) {
    it(`reads ${query || 'nothing'}`, () => {
      expect(parsePhpQuery(query)).to.deep.equal(Array.isArray(parsed) ? {} : parsed);
    });
  }

  it('makes no prototype of a key', () => {
    const parsed = parsePhpQuery('__proto__[polluted]=1');
    expect(Object.getPrototypeOf(parsed)).to.equal(Object.prototype);
    expect('polluted' in {}).to.equal(false);
  });
});

describe('a PHP map in JSON', () => {
  it('is an empty list without entries', () => {
    expect(JSON.stringify(phpMap([]))).to.equal('[]');
  });
  it('is a list when its keys count from zero', () => {
    expect(
      phpMap([
        ['0', 'a'],
        ['1', 'b'],
      ]),
    ).to.deep.equal(['a', 'b']);
  });
  it('is an object when they do not', () => {
    expect(phpMap([['1', 'b']])).to.deep.equal({1: 'b'});
    expect(phpMap([['item', 'a']])).to.deep.equal({item: 'a'});
  });
});
