import {expect} from '@open-wc/testing';
import {readColleagues} from '../../../src/model/call/colleague.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';

const nameOf = ({name, lastName}: JsonObject): string => ` ${String(name)} ${String(lastName)} `;

const ROW = {
  ID: '6',
  NAME: 'Jonas',
  LAST_NAME: 'Becker',
  ACTIVE: true,
  USER_TYPE: 'employee',
  WORK_POSITION: ' Sales ',
  UF_PHONE_INNER: ' 106 ',
  IS_ONLINE: 'Y',
};

describe('readColleagues', () => {
  it('reads an employee', () => {
    expect(readColleagues([ROW], nameOf)).to.deep.equal([
      {id: 6, name: 'Jonas Becker', position: 'Sales', extension: '106', presence: 'online'},
    ]);
  });

  it('reads one of whom the portal tells the id only', () => {
    const row = {ID: 7, WORK_POSITION: ' ', UF_PHONE_INNER: ''};
    expect(readColleagues([row], () => ' ')).to.deep.equal([
      {id: 7, name: '#7', position: null, extension: null, presence: null},
    ]);
    expect(readColleagues([{ID: 7}], () => '')).to.deep.equal([
      {id: 7, name: '#7', position: null, extension: null, presence: null},
    ]);
  });

  const rows: readonly (readonly [string, object, boolean])[] = [
    ['who is active', {ACTIVE: 'Y'}, true],
    ['of whom it is unknown whether they are active', {ACTIVE: undefined}, true],
    ['who has left', {ACTIVE: false}, false],
    ['who has left, as a text', {ACTIVE: 'N'}, false],
    ['without a type', {USER_TYPE: undefined}, true],
    ['who is a guest', {USER_TYPE: 'extranet'}, false],
    ['who writes mails only', {USER_TYPE: 'email'}, false],
    ['without an id', {ID: undefined}, false],
    ['with an id that is none', {ID: '0'}, false],
  ];
  for (const [name, change, isThere] of rows) {
    it(`${isThere ? 'lists' : 'leaves out'} a user ${name}`, () => {
      expect(readColleagues([{...ROW, ...change}], nameOf)).to.have.length(isThere ? 1 : 0);
    });
  }

  it('puts those first who are online, and keeps the order otherwise', () => {
    const presence = ['N', 'Y', undefined, 'Y', 'N'];
    const result = presence.map((IS_ONLINE, index) => ({...ROW, ID: index + 1, IS_ONLINE}));
    const colleagues = readColleagues(result, nameOf);
    expect(colleagues.map(({id}) => id)).to.deep.equal([2, 4, 1, 3, 5]);
    expect(colleagues.map((colleague) => colleague.presence)).to.deep.equal([
      'online',
      'online',
      'offline',
      null,
      'offline',
    ]);
  });

  for (const result of [undefined, null, 'text', [], [null, 'x', []]]) {
    it(`lists nobody for ${JSON.stringify([result])}`, () => {
      expect(readColleagues(result, nameOf)).to.deep.equal([]);
    });
  }
});
