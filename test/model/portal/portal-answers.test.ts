/** The portal's first answers, in the spellings that a portal or somebody else may send. */
import {expect} from '@open-wc/testing';
import {
  readCredentials,
  readInitData,
  readInterface,
} from '../../../src/model/portal/portal-answers.js';

const INIT = {
  LANG: ' DE ',
  PATH: '/rest/',
  MEMBER_ID: 'member',
  IS_ADMIN: true,
  AUTH_ID: 'token',
  AUTH_EXPIRES: '1800',
  PLACEMENT: 'PAGE_BACKGROUND_WORKER',
  PLACEMENT_OPTIONS: [],
};

function initIn(change: object) {
  return readInitData({...INIT, ...change});
}

describe('the answer of getInitData', () => {
  it('is read with the placement and the token', () => {
    expect(readInitData(INIT)).to.deep.equal({
      value: {
        init: {
          language: 'de',
          restPath: '/rest',
          memberId: 'member',
          isAdmin: true,
          placement: {kind: 'background-worker', code: 'PAGE_BACKGROUND_WORKER'},
        },
        credentials: {accessToken: 'token', expiresIn: 1800},
      },
      problems: [],
    });
  });

  it('is English, of nobody and without rights where it does not say otherwise', () => {
    const {value} = readInitData({});
    expect(value.init).to.deep.include({language: 'en', restPath: '/rest', memberId: ''});
    expect(value.init.isAdmin).to.equal(false);
    expect(initIn({LANG: ' '}).value.init.language).to.equal('en');
    expect(initIn({IS_ADMIN: 'true'}).value.init.isAdmin).to.equal(false);
    expect(initIn({MEMBER_ID: 7}).value.init.memberId).to.equal('7');
  });

  it('names what is wrong with it', () => {
    const pathsOf = (answer: unknown): readonly string[] =>
      readInitData(answer).problems.map(({path}) => path);
    expect(pathsOf('nonsense')).to.deep.equal(['getInitData', 'AUTH_ID']);
    expect(pathsOf({})).to.deep.equal(['AUTH_ID']);
    expect(pathsOf({...INIT, PLACEMENT_OPTIONS: 5})).to.deep.equal(['PLACEMENT_OPTIONS']);
    // A token may be a part of what is no object.
    expect(readInitData('a secret').problems[0]?.found).to.equal('string');
  });

  const paths: readonly (readonly [unknown, string])[] = [
    ['/rest', '/rest'],
    ['/rest///', '/rest'],
    ['/b24/api.v1/rest-2_x', '/b24/api.v1/rest-2_x'],
    ['', '/rest'],
    [undefined, '/rest'],
    [5, '/rest'],
    ['rest', '/rest'],
    ['//evil.example', '/rest'],
    ['/\\evil.example', '/rest'],
    ['https://evil.example/rest', '/rest'],
    ['/rest?auth=1', '/rest'],
    ['/rest#a', '/rest'],
    ['/re st', '/rest'],
  ];
  for (const [written, path] of paths) {
    it(`asks below ${path} where the path is ${JSON.stringify(written)}`, () => {
      expect(initIn({PATH: written}).value.init.restPath).to.equal(path);
    });
  }
});

describe('a token', () => {
  it('is good for an hour where the portal names no time', () => {
    for (const seconds of [undefined, '', 'soon', 0, -5, '-1', Infinity, {}]) {
      const credentials = readCredentials({AUTH_ID: 'token', AUTH_EXPIRES: seconds});
      expect(credentials, JSON.stringify(seconds)).to.deep.equal({
        accessToken: 'token',
        expiresIn: 3600,
      });
    }
    expect(readCredentials({AUTH_ID: 'token', AUTH_EXPIRES: 1})?.expiresIn).to.equal(1);
  });

  it('is none where there is no text of one', () => {
    for (const answer of [null, 'token', [], {}, {AUTH_ID: ''}, {AUTH_ID: {}}, {AUTH_ID: null}]) {
      expect(readCredentials(answer), JSON.stringify(answer)).to.equal(null);
    }
  });
});

describe('the answer of getInterface', () => {
  it('has each name once, from a list and from a map', () => {
    const {value, problems} = readInterface({
      command: ['getStatus', 'getStatus', 5, null],
      event: {0: 'CallCard::BeforeClose', 2: 'CallCard::EntityChanged', 3: {}},
    });
    expect([...value.commands]).to.deep.equal(['getStatus']);
    expect([...value.events]).to.deep.equal(['CallCard::BeforeClose', 'CallCard::EntityChanged']);
    expect(problems).to.deep.equal([]);
  });

  it('is empty where it says nothing, and named where it is no object', () => {
    for (const nothing of [{}, [], {command: 'getStatus', event: 5}]) {
      const {value, problems} = readInterface(nothing);
      expect([...value.commands, ...value.events], JSON.stringify(nothing)).to.deep.equal([]);
      expect(problems).to.deep.equal([]);
    }
    expect(readInterface('nonsense').problems.map(({path}) => path)).to.deep.equal([
      'getInterface',
    ]);
  });
});
