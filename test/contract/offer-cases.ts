/** What a placement does not offer, and what it offers later. */
import {expect} from '@open-wc/testing';
import {CARD_EVENTS} from '../../src/model/card/card-event.js';
import {
  CALL_CARD,
  PAGE_BACKGROUND_WORKER,
} from '../../src/simulator/portal/commands/placement-interface.js';
import type {ContractCase, ContractGroup} from './cases.js';
import {openTab, openWorker} from './command-cases.js';
import {commandsOf, wireOf, type CommandFacts} from './command-facts.js';
import {errorIn, valueIn, type ContractApp} from './contract-app.js';
import {CALL, type Stage} from './stage.js';

const INITIALIZED = CARD_EVENTS.initialized.wire;
const CALL_STATE_CHANGED = CARD_EVENTS.callStateChanged.wire;
/** All steps after which a name that is missing is looked for again, in milliseconds. */
const LOOKED_FOR_MS = 15_750;

const LATE_WORKER: ContractGroup = {
  title: 'a worker whose placement has registered nothing yet',
  open: openLate(PAGE_BACKGROUND_WORKER),
  cases: () => [
    ...commandsOf('background-worker').map(isUnsupported('the placement has no such command')),
    {
      name: 'a command works, and events are bound, as soon as the placement has them',
      run: async (app, {portal}) => {
        app.frame.registerInterface();
        portal.startCall(CALL);
        valueIn(await app.run({name: 'setMute', parameters: {muted: true}}));
        expect(portal.card?.card.muted).to.equal(true);
        await app.settle();
        portal.startCall(CALL);
        await app.settle();
        expect(app.takeValues('initialized')).to.have.length(1);
      },
    },
  ],
};

const LATER_WORKER: ContractGroup = {
  title: 'a worker whose placement registers its names later',
  open: openLate(PAGE_BACKGROUND_WORKER),
  cases: () => LATER,
};

const LATE_TAB: ContractGroup = {
  title: 'a tab whose placement has registered nothing yet',
  open: async (stage) => {
    stage.portal.startCall(CALL);
    return openLate(CALL_CARD)(stage);
  },
  cases: () => [
    ...commandsOf('call-card').map(isUnsupported('the placement has no such command')),
    {
      name: 'events are bound when the list is read again',
      run: async (app, {portal}) => {
        app.frame.registerInterface();
        const offered = valueIn(await app.ask('readInterface'));
        expect(offered).to.have.property('events').that.includes(CALL_STATE_CHANGED);
        await app.settle();
        portal.setCallProgress('connecting');
        await app.settle();
        expect(app.takeValues('callStateChanged')).to.deep.equal(['connecting']);
      },
    },
  ],
};

const WORKER: ContractGroup = {
  title: 'a worker',
  open: openWorker,
  cases: () => [
    ...commandsOf('call-card').map(isUnsupported('it is a command of the tab')),
    ...BINDINGS,
  ],
};

const TAB: ContractGroup = {
  title: 'a tab',
  open: openTab,
  cases: () => commandsOf('background-worker').map(isUnsupported('it is a command of the worker')),
};

export const OFFER_GROUPS = [LATE_WORKER, LATER_WORKER, LATE_TAB, WORKER, TAB];

function openLate(placement: string): (stage: Stage) => Promise<ContractApp> {
  return async (stage) => {
    const app = await stage.openApp(placement, {interface: 'late'});
    await app.ready();
    return app;
  };
}

function isUnsupported(why: string): (facts: CommandFacts) => ContractCase {
  return ({command}) => ({
    name: `${command.name}: fails with unsupported and is never sent: ${why}`,
    run: async (app) => {
      expect(errorIn(await app.ask('run', command))).to.deep.include({
        code: 'unsupported',
        request: wireOf(command),
        parameters: command.parameters,
        retryable: false,
      });
      await app.settle();
      expect(app.sent(wireOf(command))).to.deep.equal([]);
    },
  });
}

const LATER: readonly ContractCase[] = [
  {
    name: 'looks for them again after a while, and not for ever',
    run: async (app) => {
      await app.pass(250);
      await app.whenSent('getInterface');
      await app.settle();
      await app.pass(LOOKED_FOR_MS);
      for (let look = 0; look < 10; look += 1) {
        await app.settle();
        await app.pass(LOOKED_FOR_MS);
      }
      // Six steps, and the eleven times that this test has asked itself.
      expect(app.sent('getInterface')).to.have.length(6 + 11);
      expect(app.frame.callbacksFor(INITIALIZED)).to.deep.equal([]);
    },
  },
  {
    name: 'binds them when they have appeared, once each',
    run: async (app, {portal}) => {
      await app.ready();
      app.takeEvents();
      app.frame.registerInterface();
      await app.pass(250);
      await portal.whenBound(app.frame, INITIALIZED);
      await app.settle();
      expect(app.frame.callbacksFor(INITIALIZED)).to.have.length(1);
      portal.startCall(CALL);
      await app.settle();
      expect(app.takeValues('initialized')).to.have.length(1);
    },
  },
];

const NOTHING = '{"command":[],"event":[]}';

const BINDINGS: readonly ContractCase[] = [
  {
    name: 'without a list every command of this placement is tried, and none of another',
    run: async (app, {portal}) => {
      portal.startCall(CALL);
      app.answerWith('getInterface', 'null');
      await app.ready();
      valueIn(await app.run({name: 'setMute', parameters: {muted: true}}));
      const error = errorIn(await app.run({name: 'getStatus', parameters: {}}));
      expect(error.code).to.equal('unsupported');
      await app.settle();
      expect(app.sent('getStatus')).to.deep.equal([]);
    },
  },
  {
    name: 'a binding that seemed dropped and took all the same is heard once, and counted',
    run: async (app, {portal}) => {
      const before = app.frame.callbacksFor(INITIALIZED).length;
      app.answerWith('getInterface', NOTHING);
      await app.ready();
      valueIn(await app.ask('readInterface'));
      await app.settle();
      app.takeEvents();
      expect(app.frame.callbacksFor(INITIALIZED)).to.have.length(before + 2);
      const doubled = await app.counts('doubledEvents', async () => {
        portal.faults.plan(CARD_EVENTS.cardEntityChanged.wire, {kind: 'drop'}, 1000);
        portal.startCall(CALL);
        await app.settle();
      });
      expect(app.takeValues('initialized')).to.have.length(1);
      expect(doubled).to.equal(1);
    },
  },
  {
    name: 'the list is asked for while the portal still answers the first question',
    run: async (app, {portal}) => {
      valueIn(await app.load());
      portal.timeline.clear();
      await app.start();
      const asked = portal.timeline.entries
        .filter(({direction}) => direction === 'to-portal')
        .map(({about}) => about);
      expect(asked.filter((about) => about === 'getInterface')).to.have.length(1);
      expect(asked.indexOf('getInterface')).to.be.at.most(1);
    },
  },
];
