/** Holds: the card stays open while somebody has a reason, and closes when nobody has. */
import {expect} from '@open-wc/testing';
import {CARD_COMMANDS, COMMAND_TIME_LIMIT_MS} from '../../src/model/card/card-command.js';
import {isObject} from '../../src/model/parse/reading.js';
import type {SimulatedPortal} from '../../src/simulator/index.js';
import type {ContractCase, ContractGroup} from './cases.js';
import {openTab, openWorker} from './command-cases.js';
import {errorIn, valueIn, type ContractApp} from './contract-app.js';
import type {Stage} from './stage.js';

const DISABLE = CARD_COMMANDS.disableAutoClose.wire;
const ENABLE = CARD_COMMANDS.enableAutoClose.wire;
const RENEWED_AFTER_MS = 30_000;
const TRIED_AGAIN_AFTER_MS = 3000;

const HOLDS: ContractGroup = {
  title: 'holds',
  open: (stage) => {
    // A call that is no campaign's: its card closes at the end.
    stage.portal.closeCard();
    return openTab(stage);
  },
  prepare: async (app) => {
    await app.ready();
  },
  cases: () => [...HOLDING, ...RENEWING, ...CLOSING],
};

const WITHOUT_CARD: ContractGroup = {
  title: 'holds in the worker',
  open: openWorker,
  cases: () => [
    {
      name: 'are unsupported, and nothing is sent',
      run: async (app) => {
        expect(errorIn(await app.ask('holdOpen', 'note')).code).to.equal('unsupported');
        await app.settle();
        expect(app.sent(DISABLE)).to.deep.equal([]);
        expect((await app.snapshot()).autoClose).to.deep.equal({status: 'normal'});
      },
    },
  ],
};

export const AUTO_CLOSE_GROUPS = [HOLDS, WITHOUT_CARD];

async function hold(app: ContractApp, reason: string): Promise<void> {
  valueIn(await app.ask('holdOpen', reason));
}

async function release(app: ContractApp, reason: string): Promise<void> {
  valueIn(await app.ask('release', reason));
}

/** How often the portal was told to hold the card, and to let go. */
function told(app: ContractApp): readonly [number, number] {
  return [app.sent(DISABLE).length, app.sent(ENABLE).length];
}

const HOLDING: readonly ContractCase[] = [
  {
    name: 'a hold is told once, and its release once',
    run: async (app) => {
      await hold(app, 'note');
      expect(told(app)).to.deep.equal([1, 0]);
      expect((await app.snapshot()).autoClose).to.deep.include({
        status: 'held',
        reasons: ['note'],
      });
      await release(app, 'note');
      expect(told(app)).to.deep.equal([1, 1]);
      expect((await app.snapshot()).autoClose).to.deep.equal({status: 'normal'});
    },
  },
  {
    name: 'holds that overlap are one for the portal, until the last is released',
    run: async (app) => {
      await hold(app, 'note');
      await hold(app, 'form');
      expect(told(app)).to.deep.equal([1, 0]);
      await release(app, 'note');
      expect(told(app)).to.deep.equal([1, 0]);
      const {autoClose} = await app.snapshot();
      expect(autoClose).to.deep.include({status: 'held', reasons: ['form']});
      await release(app, 'form');
      expect(told(app)).to.deep.equal([1, 1]);
    },
  },
  {
    name: 'holds that begin at the same moment are one, too',
    run: async (app) => {
      await Promise.all([hold(app, 'note'), hold(app, 'form')]);
      expect(told(app)).to.deep.equal([1, 0]);
      await Promise.all([release(app, 'note'), release(app, 'form')]);
      expect(told(app)).to.deep.equal([1, 1]);
    },
  },
  {
    name: 'a hold that is released twice is released once',
    run: async (app) => {
      await hold(app, 'note');
      await release(app, 'note');
      await release(app, 'note');
      expect(told(app)).to.deep.equal([1, 1]);
    },
  },
  {
    name: 'a hold that the portal is silent about fails, and holds nothing',
    run: async (app, {portal}) => {
      portal.faults.plan(DISABLE, {kind: 'drop'});
      const outcome = app.ask('holdOpen', 'note');
      await app.settle();
      await app.settle();
      await app.pass(COMMAND_TIME_LIMIT_MS);
      expect(errorIn(await outcome).code).to.equal('timeout');
      expect((await app.snapshot()).autoClose.status).to.equal('normal');
    },
  },
  {
    name: 'disableAutoClose by hand holds without a reason',
    run: async (app) => {
      valueIn(await app.run({name: 'disableAutoClose', parameters: {}}));
      const {autoClose} = await app.snapshot();
      expect(autoClose).to.deep.include({status: 'held', reasons: []});
      valueIn(await app.run({name: 'enableAutoClose', parameters: {}}));
      expect((await app.snapshot()).autoClose).to.deep.equal({status: 'normal'});
    },
  },
];

const RENEWING: readonly ContractCase[] = [
  {
    name: 'a hold is renewed before its time is over, again and again',
    run: async (app) => {
      await hold(app, 'note');
      for (const times of [2, 3]) {
        await app.pass(RENEWED_AFTER_MS - 1);
        await app.settle();
        expect(told(app)).to.deep.equal([times - 1, 0]);
        await app.pass(1);
        await app.settle();
        expect(told(app)).to.deep.equal([times, 0]);
        // The answer, too.
        await app.settle();
      }
      await release(app, 'note');
      await app.pass(2 * RENEWED_AFTER_MS);
      await app.settle();
      expect(told(app)).to.deep.equal([3, 1]);
    },
  },
  {
    name: 'a renewal that gets no answer is tried again',
    run: async (app, {portal}) => {
      await hold(app, 'note');
      portal.faults.plan(DISABLE, {kind: 'drop'});
      await app.pass(RENEWED_AFTER_MS);
      await app.settle();
      await app.pass(COMMAND_TIME_LIMIT_MS);
      expect(told(app)).to.deep.equal([2, 0]);
      await app.pass(TRIED_AGAIN_AFTER_MS);
      await app.settle();
      expect(told(app)).to.deep.equal([3, 0]);
      await app.settle();
      await release(app, 'note');
    },
  },
];

/** The last one closes the card, and the frame with it. */
const CLOSING: readonly ContractCase[] = [
  {
    name: 'BeforeClose is told to every holder, each time that it comes',
    run: async (app, {portal}) => {
      await hold(app, 'note');
      await hold(app, 'form');
      app.takeEvents();
      portal.sendBeforeClose();
      await app.settle();
      expect(warned(app)).to.deep.equal(['note', 'form']);
      expect((await app.snapshot()).autoClose).to.deep.equal({
        status: 'closing',
        reasons: ['note', 'form'],
      });
      await release(app, 'note');
      app.takeEvents();
      portal.sendBeforeClose();
      await app.settle();
      expect(warned(app)).to.deep.equal(['form']);
      await release(app, 'form');
    },
  },
  {
    name: 'a held card outlives the conversation for as long as it is held, and closes then',
    run: async (app, stage) => {
      await hold(app, 'note');
      stage.portal.endCall();
      await app.settle();
      expect(warned(app)).to.deep.equal(['note']);
      for (let renewal = 0; renewal < 4; renewal += 1) await passTogether(app, stage);
      expect(stage.portal.card).not.to.equal(null);
      // The answer to the release is lost with the frame.
      void app.ask('release', 'note');
      await closed(stage.portal);
      expect(app.frame.element).to.equal(null);
    },
  },
];

function warned(app: ContractApp): readonly unknown[] {
  return app
    .takeEvents()
    .filter(isObject)
    .flatMap(({beforeClose}) => (beforeClose === undefined ? [] : [beforeClose]));
}

function closed(portal: SimulatedPortal): Promise<void> {
  return new Promise((resolve) => {
    const leave = portal.subscribeCard((snapshot) => {
      if (snapshot !== null) return;
      resolve();
      queueMicrotask(() => leave());
    });
  });
}

/** The page's time and the portal's, by half of what a hold is good for. */
async function passTogether(app: ContractApp, {clock}: Stage): Promise<void> {
  await app.pass(RENEWED_AFTER_MS);
  await app.settle();
  await app.settle();
  clock.advance(RENEWED_AFTER_MS);
}
