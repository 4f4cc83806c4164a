import {expect} from '@open-wc/testing';
import {readFrameName} from '../../src/portal/frame/frame-name.js';
import {decodeHostMessage, encodeCommand} from '../../src/portal/frame/frame-portal.js';

describe('encodeCommand', () => {
  it('leaves out what is not there', () => {
    expect(encodeCommand('getInitData', {}, 'cb', 'sid')).to.equal('getInitData:cb:sid');
  });

  it('puts the parameters as JSON between command and callback', () => {
    expect(encodeCommand('CallCardSetMute', {muted: true}, 'cb', 'sid')).to.equal(
      'CallCardSetMute:{"muted":true}:cb:sid',
    );
  });
});

describe('decodeHostMessage', () => {
  it('splits at the first colon only', () => {
    expect(decodeHostMessage('cb:{"a":"b:c"}')).to.deep.equal({
      callback: 'cb',
      payload: {kind: 'value', value: {a: 'b:c'}},
    });
  });

  it('tells no value from null', () => {
    expect(decodeHostMessage('cb:')).to.deep.equal({callback: 'cb', payload: {kind: 'empty'}});
    expect(decodeHostMessage('cb:null')).to.deep.equal({
      callback: 'cb',
      payload: {kind: 'value', value: null},
    });
  });

  it('names what is not JSON as malformed', () => {
    for (const text of ['cb:{', 'cb:<html>', 'cb:undefined', 'cb::']) {
      expect(decodeHostMessage(text)).to.deep.equal({
        callback: 'cb',
        payload: {kind: 'malformed'},
      });
    }
  });

  it('ignores what is not of the protocol', () => {
    for (const data of [undefined, null, 5, {}, [], '', 'hello', ':x']) {
      expect(decodeHostMessage(data)).to.equal(undefined);
    }
  });
});

describe('readFrameName', () => {
  const names: readonly (readonly [string, string | undefined])[] = [
    ['example.bitrix24.com|1|0123456789abcdef0123456789abcdef', 'https://example.bitrix24.com'],
    ['127.0.0.1:8000|0|abc', 'http://127.0.0.1:8000'],
    ['box.example:8443|1|abc', 'https://box.example:8443'],
    ['', undefined],
    ['main', undefined],
    ['example.com|1', undefined],
    ['example.com|2|abc', undefined],
    ['|1|abc', undefined],
    ['user@example.com|1|abc', undefined],
    ['example.com/path|1|abc', undefined],
    ['exam ple.com|1|abc', undefined],
    ['[::1|1|abc', undefined],
  ];
  for (const [name, origin] of names) {
    it(`reads ${JSON.stringify(name)} as ${String(origin)}`, () => {
      expect(readFrameName(name)?.origin).to.equal(origin);
    });
  }
});
