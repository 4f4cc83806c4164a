/** What an event does not say is read from the status; the last change wins. */
import {expect} from '@open-wc/testing';
import type {Call} from '../../src/model/call/call.js';
import {CARD_COMMANDS, COMMAND_TIME_LIMIT_MS} from '../../src/model/card/card-command.js';
import {CARD_EVENTS} from '../../src/model/card/card-event.js';
import type {ContractCase, ContractGroup} from './cases.js';
import {openTab} from './command-cases.js';
import {errorIn, valueIn, type ContractApp} from './contract-app.js';
import {CALL, COMPANY_5, DEAL_25, KLAUS} from './stage.js';

const GET_STATUS = CARD_COMMANDS.getStatus.wire;
const CHANGED = CARD_EVENTS.entityChanged.wire;

const STATUS: ContractGroup = {
  title: 'the status',
  open: openTab,
  prepare: async (app, {portal}) => {
    portal.changeEntity(KLAUS, {bindings: [DEAL_25], phoneNumber: CALL.phoneNumber ?? null});
    await app.ready();
  },
  cases: () => CASES,
};

export const STATUS_GROUPS = [STATUS];

const CASES: readonly ContractCase[] = [
  {
    name: 'EntityChanged: the new bindings are read',
    run: async (app, {portal}) => {
      portal.changeEntity(COMPANY_5, {bindings: [DEAL_25, KLAUS]});
      const {bindings, entity} = await callNow(app);
      expect(entity).to.deep.equal(COMPANY_5);
      expect(bindings).to.deep.equal([COMPANY_5, DEAL_25, KLAUS]);
      expect(app.sent(GET_STATUS)).to.have.length(1);
    },
  },
  {
    name: 'EntityChanged: the record is there before the status is',
    run: async (app, {portal}) => {
      portal.faults.plan(GET_STATUS, {kind: 'hold', key: 'status'});
      portal.changeEntity(COMPANY_5, {bindings: [KLAUS]});
      const {entity} = await callNow(app);
      expect(entity).to.deep.equal(COMPANY_5);
      portal.faults.release('status');
      expect((await callNow(app)).bindings).to.deep.equal([COMPANY_5, KLAUS]);
    },
  },
  {
    name: 'a binding that is added',
    run: async (app, {portal}) => {
      portal.bindRecord(COMPANY_5);
      expect((await callNow(app)).bindings).to.deep.equal([KLAUS, DEAL_25, COMPANY_5]);
    },
  },
  {
    name: 'two quick changes: the last one wins, and the answer to the first is never shown',
    run: async (app, {portal}) => {
      portal.faults.plan(GET_STATUS, {kind: 'hold', key: 'first'});
      portal.faults.plan(GET_STATUS, {kind: 'hold', key: 'second'});
      portal.changeEntity(COMPANY_5);
      await app.whenHeld('first');
      portal.changeEntity(DEAL_25, {bindings: []});
      await app.settle();
      portal.faults.release('first');
      await app.whenHeld('second');
      expect((await callNow(app)).entity).to.deep.equal(DEAL_25);
      portal.faults.release('second');
      expect((await callNow(app)).bindings).to.deep.equal([DEAL_25]);
      expect(app.sent(GET_STATUS)).to.have.length(2);
    },
  },
  {
    name: 'a status that does not come: what the event said stays, and the loss is a problem',
    run: async (app, {portal}) => {
      portal.faults.plan(GET_STATUS, {kind: 'drop'});
      portal.changeEntity(COMPANY_5);
      await app.settle();
      await app.settle();
      await app.pass(COMMAND_TIME_LIMIT_MS);
      const {problems, call} = await app.snapshot();
      expect(call?.entity).to.deep.equal(COMPANY_5);
      expect(problems.map(({path}) => path)).to.deep.equal(['getStatus']);
    },
  },
  ...['null', '17', '"x"', '', '{}'].map((text) => ({
    name: `a status that is ${text === '' ? 'empty' : text}: what is known stays`,
    run: async (app: ContractApp) => {
      const {call} = await app.snapshot();
      app.answerWith(GET_STATUS, text);
      await app.ask('getStatus');
      expect((await app.snapshot()).call).to.deep.equal(call);
    },
  })),
  {
    name: 'CallStateChanged: how far the call is, without asking',
    run: async (app, {portal}) => {
      for (const progress of ['connecting', 'connected'] as const) {
        portal.setCallProgress(progress);
        expect((await callNow(app)).progress).to.equal(progress);
      }
      expect(app.sent(GET_STATUS)).to.deep.equal([]);
    },
  },
  {
    name: 'getStatus tells what the portal knows now, even if its event was lost',
    run: async (app, {portal}) => {
      portal.faults.plan(CHANGED, {kind: 'drop'}, 1000);
      portal.changeEntity(COMPANY_5);
      valueIn(await app.ask('getStatus'));
      expect((await app.snapshot()).call?.entity).to.deep.equal(COMPANY_5);
    },
  },
  {
    name: 'getStatus without an answer: a timeout',
    run: async (app, {portal}) => {
      portal.faults.plan(GET_STATUS, {kind: 'drop'});
      const outcome = app.ask('getStatus');
      await app.settle();
      await app.pass(COMMAND_TIME_LIMIT_MS);
      expect(errorIn(await outcome).code).to.equal('timeout');
    },
  },
  {
    name: 'the next client of a campaign is another call in the same frame',
    run: async (app, {portal}) => {
      const before = await callNow(app);
      portal.nextClient({phoneNumber: '+49301', entity: COMPANY_5});
      const next = await callNow(app);
      expect(next.id).not.to.equal(before.id);
      expect(next).to.deep.include({
        entity: COMPANY_5,
        bindings: [COMPANY_5],
        campaign: true,
        number: {kind: 'number', value: '+49301'},
      });
    },
  },
];

/** The call after all that happened has been heard, and what was asked for it answered. */
async function callNow(app: ContractApp): Promise<Call> {
  await app.settle();
  await app.settle();
  const {call} = await app.snapshot();
  if (call === null) throw new Error('There should be a call.');
  return call;
}
