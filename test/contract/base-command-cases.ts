/** Commands that every frame has: they are sent wherever the app is, whatever its placement lists. */
import {expect} from '@open-wc/testing';
import {NOTHING_OFFERED} from '../../src/simulator/portal/commands/placement-interface.js';
import type {ContractCase, ContractGroup} from './cases.js';
import {openTab, openWorker} from './command-cases.js';
import {errorIn, valueIn, watch} from './contract-app.js';

const LIMIT_MS = 2000;

const NOWHERE: ContractGroup = {
  title: 'commands of every frame in a placement without commands',
  open: async (stage) => {
    const app = await stage.openApp('CRM_CONTACT_DETAIL_TAB', {options: {ID: '17'}});
    await app.ready();
    expect(app.frame.offered).to.deep.equal(NOTHING_OFFERED);
    return app;
  },
  cases: () => CASES,
};

const IN_WORKER: ContractGroup = {
  title: 'commands of every frame in the worker',
  open: openWorker,
  cases: () => CASES,
};

const IN_TAB: ContractGroup = {
  title: 'commands of every frame in the tab',
  open: openTab,
  cases: () => CASES,
};

/** Apart, because a call that starts closes the card with its tabs. */
export const BASE_COMMAND_GROUPS = {worker: [NOWHERE, IN_WORKER], tab: [IN_TAB]};

const CASES: readonly ContractCase[] = [
  {
    name: 'imPhoneTo: is done by the portal, which is silent about it for as long as it may take',
    run: async (app, {portal}) => {
      const before = portal.messenger.requests.length;
      const outcome = app.call('imPhoneTo', {phone: '+49 30 123456'});
      const watched = watch(outcome);
      await app.whenSent('imPhoneTo');
      await app.settle();
      expect(portal.messenger.requests.slice(before)).to.deep.equal([
        {command: 'imPhoneTo', parameters: {phone: '+49 30 123456'}},
      ]);
      await app.pass(LIMIT_MS - 1);
      await app.settle();
      expect(watched.isOver).to.equal(false);
      await app.pass(1);
      expect(errorIn(await outcome)).to.deep.include({
        code: 'timeout',
        request: 'imPhoneTo',
        parameters: {phone: '+49 30 123456'},
      });
    },
  },
  {
    name: 'setTitle: is answered',
    run: async (app) => {
      const answer = valueIn(await app.call('setTitle', {title: 'Calls'}));
      expect(answer).to.deep.include({title: 'Calls'});
    },
  },
];
