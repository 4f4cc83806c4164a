import {expect} from '@open-wc/testing';
import {waitForAnswer, isAnswered} from '../../../src/components/call-state-controls/requests.js';
import {
  commandsOffered,
  groupsIn,
} from '../../../src/components/call-state-controls/control-groups.js';
import type {Card, OpenCard} from '../../../src/controller/snapshot.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {readCall} from '../../../src/model/call/call.js';
import type {OperatorAction} from '../../../src/model/card/operator-action.js';
import {CALL_OPTIONS} from '../../support/fake-portal.js';
import {connected} from '../shared/page.js';

const TALKING: OpenCard = {
  status: 'open',
  uiState: {certainty: 'confirmed', value: 'connected'},
  title: null,
  statusText: null,
  muted: false,
  held: false,
  timer: {status: 'hidden'},
  conversation: 'begun',
};
const TRANSFERRING: OpenCard = {
  ...TALKING,
  uiState: {certainty: 'confirmed', value: 'transferring'},
};

describe('isAnswered', () => {
  const held: OpenCard = {...TALKING, held: true};
  const muted: OpenCard = {...TALKING, muted: true};
  const cases: readonly (readonly [string, OperatorAction, Card, boolean])[] = [
    ['hold, not held', {name: 'hold', held: true}, TALKING, false],
    ['hold, held', {name: 'hold', held: true}, held, true],
    ['mute, not muted', {name: 'mute', muted: true}, held, false],
    ['mute, muted', {name: 'mute', muted: true}, muted, true],
    ['hang up, still talking', {name: 'hang-up'}, muted, false],
    ['hang up, closed', {name: 'hang-up'}, {status: 'closed'}, true],
    ['hang up, another state', {name: 'hang-up'}, TRANSFERRING, true],
    ['a digit, which the card does not show', {name: 'dial', digit: '5'}, TALKING, true],
    ['stars, which the card does not show', {name: 'rate-quality', stars: 5}, TALKING, true],
  ];
  it('next: when another client is there, whether the call has another id or not', () => {
    const client = (options: object) => {
      const {value} = readCall({...CALL_OPTIONS, CALL_LIST_MODE: 'true', ...options});
      return {call: value, card: TALKING};
    };
    const before = client({});
    const isNext = (options: object) => isAnswered({name: 'next'}, before, client(options));
    expect(isNext({CALL_STATE: 'idle'})).to.equal(false);
    expect(isNext({CALL_ID: 'another'})).to.equal(true);
    expect(isNext({CRM_ENTITY_ID: '21'})).to.equal(true);
    expect(isNext({PHONE_NUMBER: '+4930'})).to.equal(true);
  });

  for (const [name, action, now, expected] of cases) {
    it(`${name}: ${expected ? 'yes' : 'no'}`, () => {
      const call = null;
      expect(isAnswered(action, {call, card: TALKING}, {call, card: now})).to.equal(expected);
    });
  }
});

describe('waitForAnswer', () => {
  async function failure(promise: Promise<void>): Promise<string> {
    return promise.then(
      () => 'answered',
      (error: unknown) => (error instanceof CallCardError ? error.code : String(error)),
    );
  }

  it('resolves when the card shows the answer', async () => {
    const {controller} = await connected();
    await controller.setUiState('connected');
    const {signal} = new AbortController();
    const ended = Promise.resolve();
    const {snapshot} = controller;
    const answer = waitForAnswer(controller, {name: 'hang-up'}, snapshot, {
      timeLimit: 10_000,
      signal,
      ended,
    });
    await controller.close();
    expect(await failure(answer)).to.equal('answered');
  });

  it('fails when time is up, and when nobody waits any more', async () => {
    const {controller} = await connected();
    await controller.setUiState('connected');
    const {snapshot} = controller;
    const leaving = new AbortController();
    const action: OperatorAction = {name: 'hang-up'};
    const limits = {signal: leaving.signal, ended: Promise.resolve()};
    const late = waitForAnswer(controller, action, snapshot, {...limits, timeLimit: 0});
    const left = waitForAnswer(controller, action, snapshot, {...limits, timeLimit: 10_000});
    expect(await failure(late)).to.equal('timeout');
    leaving.abort();
    expect(await failure(left)).to.equal('aborted');
  });
});

describe('groupsIn', () => {
  const BOTH = 'operator card';

  it('offers a worker both groups once a card is open', async () => {
    const {controller} = await connected('PAGE_BACKGROUND_WORKER');
    expect(groupsIn(controller.snapshot, BOTH)).to.deep.equal(['card']);
    await controller.setUiState('incoming');
    expect(groupsIn(controller.snapshot, BOTH)).to.deep.equal(['operator', 'card']);
    await controller.close();
    expect(groupsIn(controller.snapshot, BOTH)).to.deep.equal(['card']);
  });

  it('offers only what was asked for', async () => {
    const {controller} = await connected('PAGE_BACKGROUND_WORKER');
    await controller.setUiState('incoming');
    expect(groupsIn(controller.snapshot, 'operator')).to.deep.equal(['operator']);
    expect(groupsIn(controller.snapshot, ' card ')).to.deep.equal(['card']);
    expect(groupsIn(controller.snapshot, 'nonsense')).to.deep.equal([]);
  });

  it('offers a tab of the card its own commands', async () => {
    const {controller} = await connected('CALL_CARD');
    expect(groupsIn(controller.snapshot, BOTH)).to.deep.equal(['card']);
    expect(commandsOffered(controller.snapshot)).to.deep.equal([
      'disableAutoClose',
      'enableAutoClose',
      'getStatus',
    ]);
  });

  it('offers nothing on a record’s tab, and where the portal offers nothing', async () => {
    const record = await connected('CRM_CONTACT_DETAIL_TAB', {ID: '17'});
    expect(groupsIn(record.controller.snapshot, BOTH)).to.deep.equal([]);
    const bare = await connected('PAGE_BACKGROUND_WORKER');
    bare.portal.session = {
      ...bare.portal.session,
      interface: {commands: new Set(), events: new Set()},
    };
    const {controllerOver} = await import('../../support/controller-over.js');
    const controller = controllerOver(bare.portal);
    await controller.start();
    expect(groupsIn(controller.snapshot, BOTH)).to.deep.equal([]);
  });
});
