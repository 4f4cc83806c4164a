/** What the frames of an app tell each other of the operator's actions. */
import {expect} from '@open-wc/testing';
import {
  ACTION_NAMES,
  DIAL_DIGITS,
  readOperatorAction,
  STARS,
  type OperatorAction,
} from '../../../src/model/card/operator-action.js';
import {isUserId} from '../../../src/model/card/transfer-target.js';

const WITH_A_VALUE = ['hold', 'mute', 'transfer', 'dial', 'rate-quality', 'comment'];

const ACTIONS: readonly OperatorAction[] = [
  {name: 'hold', held: true},
  {name: 'hold', held: false},
  {name: 'mute', muted: true},
  {name: 'mute', muted: false},
  ...DIAL_DIGITS.map((digit) => ({name: 'dial', digit}) as const),
  ...STARS.map((stars) => ({name: 'rate-quality', stars}) as const),
  {name: 'comment', text: ''},
  {name: 'comment', text: 'Wants two'},
  {name: 'transfer', target: {kind: 'user', id: 6}, phoneNumber: ''},
  {name: 'transfer', target: {kind: 'phone', number: '+4930'}, phoneNumber: '+4930'},
  {name: 'transfer', target: {kind: 'queue', id: 'all'}, phoneNumber: ''},
];

describe('an action of another frame', () => {
  for (const action of ACTIONS) {
    it(`is read as it was written: ${JSON.stringify(action)}`, () => {
      expect(readOperatorAction(JSON.parse(JSON.stringify(action)))).to.deep.equal(action);
    });
  }

  it('has nothing beside its name where it carries nothing', () => {
    for (const name of ACTION_NAMES.filter((each) => !WITH_A_VALUE.includes(each))) {
      expect(readOperatorAction({name, held: true})).to.deep.equal({name});
    }
  });

  it('is none without what it carries, or with something else', () => {
    for (const name of ['hold', 'mute', 'transfer', 'dial', 'rate-quality']) {
      expect(readOperatorAction({name}), name).to.equal(undefined);
    }
    for (const broken of [
      {name: 'hold', held: 'true'},
      {name: 'mute', muted: 1},
      {name: 'dial', digit: '12'},
      {name: 'dial', digit: 1},
      {name: 'rate-quality', stars: 0},
      {name: 'rate-quality', stars: 6},
      {name: 'rate-quality', stars: '5'},
      {name: 'comment', text: 7},
      {name: 'fly'},
      {},
      'answer',
      null,
      ['answer'],
    ]) {
      expect(readOperatorAction(broken), JSON.stringify(broken)).to.equal(undefined);
    }
  });

  it('has no target that says neither who nor where', () => {
    for (const target of [
      undefined,
      'user',
      {kind: 'user'},
      {kind: 'user', id: 0},
      {kind: 'user', id: 'six'},
      {kind: 'user', id: ''},
      {kind: 'phone', id: 6},
      {kind: 'phone', number: ''},
      {kind: 'queue', id: ''},
      {kind: 'queue', number: '1'},
      {kind: 'fax', id: 6},
    ]) {
      const action = {name: 'transfer', target, phoneNumber: '+4930'};
      expect(readOperatorAction(action), JSON.stringify(target)).to.equal(undefined);
    }
    const target = {kind: 'user', id: '6'};
    expect(readOperatorAction({name: 'transfer', target, phoneNumber: {}})).to.deep.equal({
      name: 'transfer',
      target: {kind: 'user', id: 6},
      phoneNumber: '',
    });
  });
});

describe('a colleague’s id', () => {
  it('has up to six digits, and begins with none', () => {
    expect(['1', '6', '10', '999999'].filter(isUserId)).to.have.length(4);
    const others = ['0', '06', '1000000', '+6', '6 ', ' 6', 'a6', '6a', '', '1.5', '-1'];
    expect(others.filter(isUserId)).to.deep.equal([]);
  });
});
