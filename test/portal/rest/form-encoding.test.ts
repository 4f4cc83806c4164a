import {expect} from '@open-wc/testing';
import {batchParameters, encodeForm} from '../../../src/portal/rest/form-encoding.js';

describe('encodeForm', () => {
  it('writes nested keys as PHP reads them', () => {
    const parameters = {filter: {'>ID': 5, NAME: ['a', 'b']}, select: ['*'], start: -1};
    expect(encodeForm(parameters)).to.equal(
      'filter[%3EID]=5&filter[NAME][0]=a&filter[NAME][1]=b&select[0]=*&start=-1',
    );
  });

  it('keeps every character of a value', () => {
    const text = 'a&b=c#d%e+f ü "<>"\n';
    expect(new URLSearchParams(encodeForm({text})).get('text')).to.equal(text);
  });

  it('leaves out what is undefined, and writes null and booleans', () => {
    const parameters = {a: undefined, b: null, c: true, d: false};
    expect(encodeForm(parameters)).to.equal('b=&c=1&d=0');
  });
});

describe('batchParameters', () => {
  it('writes each call as a query', () => {
    const calls = {
      item: {method: 'crm.item.get', parameters: {entityTypeId: 3, id: 17}},
      me: {method: 'profile', parameters: {}},
    };
    expect(batchParameters(calls)).to.deep.equal({
      halt: 0,
      cmd: {item: 'crm.item.get?entityTypeId=3&id=17', me: 'profile'},
    });
  });

  it('loses no call, whatever its key is', () => {
    const call = {method: 'profile', parameters: {}};
    const {cmd} = batchParameters(Object.fromEntries([['__proto__', call]]));
    expect(Object.entries(cmd as object)).to.deep.equal([['__proto__', 'profile']]);
  });
});
