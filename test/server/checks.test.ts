/** What a server checks before it trusts a request. */
import {expect} from '@open-wc/testing';
import {isAllowedPortal} from '../../src/server/allowed-portal.js';
import {isSameBytes, verifyApplicationToken} from '../../src/server/application-token.js';

const TOKEN = '51610fefc120afg4b628cc82d6298cce';

describe('verifyApplicationToken', () => {
  it('takes the stored token', () => {
    expect(verifyApplicationToken(TOKEN, TOKEN)).to.equal(true);
    expect(verifyApplicationToken('Größe', 'Größe')).to.equal(true);
  });

  for (const [received, expected] of [
    [`${TOKEN} `, TOKEN],
    [TOKEN.slice(1), TOKEN],
    [`x${TOKEN.slice(1)}`, TOKEN],
    [`${TOKEN.slice(0, -1)}x`, TOKEN],
    [`${TOKEN}\0`, TOKEN],
    [TOKEN.toUpperCase(), TOKEN],
    ['', TOKEN],
    [null, TOKEN],
    [[TOKEN], TOKEN],
    [{toString: () => TOKEN}, TOKEN],
    ['', ''],
    [' ', ' '],
    [null, null],
    [undefined, undefined],
    ['undefined', undefined],
    [TOKEN, ''],
  ]) {
    it(`refuses ${JSON.stringify([received])} where ${JSON.stringify([expected])} is stored`, () => {
      expect(verifyApplicationToken(received, expected)).to.equal(false);
    });
  }

  for (const received of [[1, 2, 3, 4], [9, 2, 3, 4], [1, 2, 3, 9], [], [9, 9, 9, 9, 9, 9]]) {
    it(`looks at each byte of the stored token, whatever is received: ${received.join()}`, () => {
      const read: PropertyKey[] = [];
      const expected = new Proxy([1, 2, 3, 4], {
        get: (target, key) => {
          if (key !== 'length') read.push(key);
          return Reflect.get(target, key) as unknown;
        },
      });
      expect(isSameBytes(received, expected)).to.equal(received.join() === '1,2,3,4');
      expect(read).to.deep.equal(['0', '1', '2', '3']);
    });
  }
});

describe('isAllowedPortal', () => {
  const ALLOWED = ['crm.example.com', 'box.example:8443', '*.bitrix24.de', '*.com', '*', '*.'];

  for (const domain of [
    'crm.example.com',
    'CRM.Example.com',
    'crm.example.com:443',
    'box.example:8443',
    'any.bitrix24.de',
    'ANY-1.Bitrix24.de',
  ]) {
    it(`allows ${domain}`, () => {
      expect(isAllowedPortal(domain, ALLOWED)).to.equal(true);
    });
  }

  for (const domain of [
    'evil.example',
    'example.com',
    'a.crm.example.com',
    'crm.example.com.evil.example',
    'evilcrm.example.com',
    'crm.example.com:444',
    'box.example',
    'bitrix24.de',
    '.bitrix24.de',
    'a.b.bitrix24.de',
    'any.bitrix24.de:8080',
    'anybitrix24.de',
    'any.bitrix24.de.evil.example',
    'evil.example/.bitrix24.de',
    'evil.example?.bitrix24.de',
    'evil.example#.bitrix24.de',
    'evil.example\\.bitrix24.de',
    'evil@any.bitrix24.de',
    'any.bitrix24.de@evil.example',
    'evil.example%2f.bitrix24.de',
    'evil.example\n.bitrix24.de',
    ' crm.example.com',
    'https://crm.example.com',
    '127.0.0.1',
    'localhost',
    '[::1]',
    'evil.com',
    '*.bitrix24.de',
    '*',
    '',
    'x'.repeat(300),
    null,
    undefined,
    ['crm.example.com'],
  ]) {
    it(`does not allow ${JSON.stringify([domain]).slice(1, 40)}`, () => {
      expect(isAllowedPortal(domain, ALLOWED)).to.equal(false);
    });
  }

  it('allows nobody where nobody is named', () => {
    expect(isAllowedPortal('crm.example.com', [])).to.equal(false);
  });

  it('allows an address where it is named, however it is written', () => {
    expect(isAllowedPortal('127.1:3000', ['127.0.0.1:3000'])).to.equal(true);
    const {host} = new URL('https://портал.рф');
    expect(host).to.match(/^xn--/);
    expect(isAllowedPortal('портал.рф', new Set([host]))).to.equal(true);
    expect(isAllowedPortal(host, ['портал.рф'])).to.equal(true);
  });
});
