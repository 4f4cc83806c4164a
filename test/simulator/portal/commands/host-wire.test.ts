import {expect} from '@open-wc/testing';
import {
  decodeHostMessage,
  encodeHostMessage,
} from '../../../../src/simulator/portal/commands/host-wire.js';

const READ: readonly [title: string, data: unknown, message: object][] = [
  [
    'b24jssdk, no parameters',
    'getInitData:cb:sid',
    {command: 'getInitData', parameters: undefined, callback: 'cb', sid: 'sid'},
  ],
  [
    'BX24.js, no parameters and the empty slot kept',
    'getInitData::cb:sid',
    {command: 'getInitData', parameters: undefined, callback: 'cb', sid: 'sid'},
  ],
  [
    'parameters, with the stray isRawValue of b24jssdk',
    'CallCardSetMute:{"muted":true,"isRawValue":false}:cb:sid',
    {
      command: 'CallCardSetMute',
      parameters: {muted: true, isRawValue: false},
      callback: 'cb',
      sid: 'sid',
    },
  ],
  [
    'BX24.js without a callback',
    'CallCardGetListUiStates:{}::sid',
    {command: 'CallCardGetListUiStates', parameters: {}, callback: '', sid: 'sid'},
  ],
  [
    'a subscription, whose name contains colons',
    'placementBindEvent:{"event":"CallCard::EntityChanged"}:cb:sid',
    {
      command: 'placementBindEvent',
      parameters: {event: 'CallCard::EntityChanged'},
      callback: 'cb',
      sid: 'sid',
    },
  ],
  [
    'a value that is not an object',
    'setValue:"a:b":cb:sid',
    {command: 'setValue', parameters: 'a:b', callback: 'cb', sid: 'sid'},
  ],
  [
    'the object of b24jssdk for names with a colon',
    {method: 'a:b', params: {x: 1}, callback: 'cb', appSid: 'sid', requestId: undefined},
    {command: 'a:b', parameters: {x: 1}, callback: 'cb', sid: 'sid'},
  ],
  [
    'the object without parameters',
    {method: 'a:b', params: '', callback: 'cb', appSid: 'sid'},
    {command: 'a:b', parameters: undefined, callback: 'cb', sid: 'sid'},
  ],
];

const UNREADABLE: readonly [title: string, data: unknown, problem: string][] = [
  ['an empty text', '', 'the message has no command'],
  ['a command alone', 'getInitData', 'the message has no callback id or no SID'],
  ['a command and one more part', 'getInitData:sid', 'the message has no callback id or no SID'],
  ['an empty SID', 'getInitData:cb:', 'the message has no callback id or no SID'],
  ['broken JSON', 'CallCardSetMute:{"muted":cb:sid', 'the parameters are not JSON'],
  ['a number', 7, 'the message is neither a text nor an object'],
  ['nothing', null, 'the message is neither a text nor an object'],
  ['a list', [], 'the message is neither a text nor an object'],
  ['an object of something else', {type: 'x'}, 'the object has no method'],
  ['an object without a SID', {method: 'a:b'}, 'the object has no appSid'],
];

describe('the host reads', () => {
  for (const [title, data, message] of READ) {
    it(title, () => {
      expect(decodeHostMessage(data)).to.deep.equal({status: 'read', message});
    });
  }
});

describe('the host names what it cannot read', () => {
  for (const [title, data, problem] of UNREADABLE) {
    it(title, () => {
      expect(decodeHostMessage(data)).to.deep.equal({status: 'unreadable', problem});
    });
  }
});

describe('the host writes', () => {
  const cases: readonly [value: unknown, text: string][] = [
    [undefined, 'cb:'],
    [null, 'cb:null'],
    [true, 'cb:true'],
    [[], 'cb:[]'],
    [{a: 'b:c'}, 'cb:{"a":"b:c"}'],
  ];
  for (const [value, text] of cases) {
    it(text, () => {
      expect(encodeHostMessage('cb', value)).to.equal(text);
    });
  }
});
