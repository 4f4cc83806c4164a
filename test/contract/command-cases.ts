/** Every command: one definite outcome, whatever the portal answers or does not. */
import {expect} from '@open-wc/testing';
import type {ContractCase, ContractGroup, Setting} from './cases.js';
import {
  commandsOf,
  isSilent,
  limitOf,
  refusal,
  wireOf,
  type CommandFacts,
} from './command-facts.js';
import {errorIn, valueIn, watch, type ContractApp} from './contract-app.js';
import {CALL, type Stage} from './stage.js';

/** Longer than b24jssdk listens to the promise of a command. */
const LIBRARY_GAVE_UP_MS = 901;

const IN_WORKER: ContractGroup = {
  title: 'commands in the worker',
  open: openWorker,
  prepare: startCall,
  cases: (setting) => commandsOf('background-worker').flatMap((facts) => casesOf(facts, setting)),
};

const IN_TAB: ContractGroup = {
  title: 'commands in the tab',
  open: openTab,
  prepare: async (app) => {
    await app.ready();
  },
  cases: (setting) => commandsOf('call-card').flatMap((facts) => casesOf(facts, setting)),
};

/** The groups come apart, because a call that starts closes the card with its tabs. */
export const COMMAND_GROUPS = {worker: [IN_WORKER], tab: [IN_TAB]};

export async function openWorker(stage: Stage): Promise<ContractApp> {
  const app = await stage.worker();
  await app.ready();
  return app;
}

export async function openTab(stage: Stage): Promise<ContractApp> {
  const app = await stage.tab();
  await app.ready();
  return app;
}

/** A new call with a new card, of which the app has heard. */
export async function startCall(app: ContractApp, {portal}: Stage): Promise<void> {
  portal.startCall(CALL);
  await app.settle();
}

function casesOf(facts: CommandFacts, setting: Setting): readonly ContractCase[] {
  const {command} = facts;
  const each = [
    succeeds(facts),
    outlastsSilence(facts),
    countsLateAnswer(facts),
    countsSecondAnswer(facts),
    readsRefusal(facts, setting),
    readsGarbage(facts, setting),
  ];
  const slow = isSilent(command) ? [] : [takesSlowAnswer(facts), readsLateGarbage(facts, setting)];
  // A timer command is answered in the desktop client only.
  const answered = !isSilent(command) || setting.dialect === 'desktop';
  return [...each, ...slow, ...(answered ? [hearsDuplicateOnce(facts)] : [])];
}

function succeeds({command, first, value, effect}: CommandFacts): ContractCase {
  return {
    name: `${command.name}: is sent once and done`,
    run: async (app, {portal}) => {
      if (first !== undefined) valueIn(await app.run(first));
      const sentBefore = app.sent(wireOf(command)).length;
      const done = valueIn(await app.run(command));
      const messages = app.sent(wireOf(command)).slice(sentBefore);
      expect(messages.map(({parameters}) => parameters ?? {})).to.deep.equal([command.parameters]);
      value?.(done);
      effect?.(portal, await app.snapshot());
    },
  };
}

function outlastsSilence({command}: CommandFacts): ContractCase {
  const outcome = isSilent(command) ? 'is done after' : 'fails after';
  return {
    name: `${command.name}: ${outcome} ${limitOf(command)} ms of silence, and not before`,
    run: async (app, {portal}) => {
      portal.faults.plan(wireOf(command), {kind: 'drop'});
      const outcome = app.ask('run', command);
      const watched = watch(outcome);
      await app.settle();
      await app.pass(limitOf(command) - 1);
      await app.settle();
      expect(watched.isOver).to.equal(false);
      await app.pass(1);
      if (isSilent(command)) valueIn(await outcome);
      else {
        expect(errorIn(await outcome)).to.deep.include({
          code: 'timeout',
          request: wireOf(command),
          parameters: command.parameters,
          retryable: true,
        });
      }
    },
  };
}

function countsLateAnswer({command, answer}: CommandFacts): ContractCase {
  return {
    name: `${command.name}: an answer after the limit changes nothing and is counted`,
    run: async (app, {portal}) => {
      portal.faults.plan(wireOf(command), {kind: 'drop'});
      const outcome = app.ask('run', command);
      const {callback} = await app.whenSent(wireOf(command));
      await app.settle();
      await app.pass(limitOf(command));
      await outcome;
      const before = await app.snapshot();
      const late = await app.counts('lateAnswers', async () => {
        app.say(callback, answer);
        await app.settle();
      });
      expect(late).to.equal(1);
      expect(await app.snapshot()).to.deep.equal(before);
    },
  };
}

function countsSecondAnswer({command, answer, value}: CommandFacts): ContractCase {
  return {
    name: `${command.name}: a second answer changes nothing and is counted`,
    run: async (app, {dialect}) => {
      app.answerWith(wireOf(command), answer, refusal(dialect, 'Call card is undefined'));
      const late = await app.counts('lateAnswers', async () => {
        const done = valueIn(await app.ask('run', command));
        value?.(done);
        await app.settle();
      });
      expect(late).to.equal(1);
      const closed = {status: 'closed'};
      if (command.name !== 'close') expect((await app.snapshot()).card).not.to.deep.equal(closed);
    },
  };
}

function hearsDuplicateOnce({command, value}: CommandFacts): ContractCase {
  return {
    name: `${command.name}: an answer that comes twice is taken once`,
    run: async (app, {portal}) => {
      portal.faults.plan(wireOf(command), {kind: 'duplicate'});
      const late = await app.counts('lateAnswers', async () => {
        const done = valueIn(await app.ask('run', command));
        value?.(done);
        await app.settle();
      });
      expect(late).to.equal(1);
    },
  };
}

function readsRefusal({command}: CommandFacts, {dialect}: Setting): ContractCase {
  const text = refusal(dialect, 'Call card is undefined');
  return {
    name: `${command.name}: fails with no-card on ${text}`,
    run: async (app) => {
      app.answerWith(wireOf(command), text);
      expect(errorIn(await app.ask('run', command))).to.deep.include({
        code: 'no-card',
        request: wireOf(command),
        parameters: command.parameters,
        retryable: false,
        portal: {code: 'Call card is undefined', description: ''},
      });
      expect((await app.snapshot()).card).to.deep.equal({status: 'closed'});
    },
  };
}

function readsGarbage(facts: CommandFacts, {adapter}: Setting): ContractCase {
  const {command} = facts;
  const isSilence = adapter.garbage === 'silence';
  const end = isSilence ? 'is as good as none' : 'fails with bad-answer';
  return {
    name: `${command.name}: an answer that is not JSON ${end}`,
    run: async (app) => {
      app.answerWith(wireOf(command), '{not JSON');
      const outcome = app.ask('run', command);
      await app.settle();
      if (isSilence) await app.pass(limitOf(command));
      if (isSilence && isSilent(command)) valueIn(await outcome);
      else {
        const {code, request} = errorIn(await outcome);
        expect([code, request]).to.deep.equal([
          isSilence ? 'timeout' : 'bad-answer',
          wireOf(command),
        ]);
      }
    },
  };
}

function takesSlowAnswer({command, answer, value}: CommandFacts): ContractCase {
  return {
    name: `${command.name}: an answer after 900 ms is taken as well`,
    run: async (app, {portal}) => {
      portal.faults.plan(wireOf(command), {kind: 'drop'});
      const outcome = app.ask('run', command);
      const {callback} = await app.whenSent(wireOf(command));
      await app.settle();
      await app.pass(LIBRARY_GAVE_UP_MS);
      const late = await app.counts('lateAnswers', async () => {
        app.say(callback, answer);
        const done = valueIn(await outcome);
        value?.(done);
      });
      expect(late).to.equal(0);
    },
  };
}

function readsLateGarbage({command}: CommandFacts, {adapter}: Setting): ContractCase {
  const isSilence = adapter.lateGarbage === 'silence';
  const end = isSilence ? 'is as good as none' : 'fails with bad-answer';
  return {
    name: `${command.name}: an answer after 900 ms that is not JSON ${end}`,
    run: async (app, {portal}) => {
      portal.faults.plan(wireOf(command), {kind: 'drop'});
      const outcome = app.ask('run', command);
      const {callback} = await app.whenSent(wireOf(command));
      await app.settle();
      await app.pass(LIBRARY_GAVE_UP_MS);
      app.say(callback, '{not JSON');
      await app.settle();
      await app.pass(limitOf(command));
      expect(errorIn(await outcome).code).to.equal(isSilence ? 'timeout' : 'bad-answer');
    },
  };
}
