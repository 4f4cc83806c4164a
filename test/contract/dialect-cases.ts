/** What the two dialects answer in so many words, as the port hands it on. */
import {expect} from '@open-wc/testing';
import {COMMAND_TIME_LIMIT_MS} from '../../src/model/card/card-command.js';
import {UI_STATES} from '../../src/model/card/ui-state.js';
import type {ContractCase, ContractGroup, Setting} from './cases.js';
import {openWorker, startCall} from './command-cases.js';
import {commandsOf} from './command-facts.js';
import {errorIn, valueIn} from './contract-app.js';
import {CALL} from './stage.js';

/** Runs first: the desktop client takes commands before there ever was a card. */
export const FIRST_GROUPS: readonly ContractGroup[] = [
  {
    title: 'before the first card',
    open: openWorker,
    cases: ({dialect}) =>
      commandsOf('background-worker').map(({command}) => {
        const works = dialect === 'desktop' || command.name === 'listUiStates';
        return {
          name: `${command.name}: ${works ? 'succeeds' : 'fails with no-card'}`,
          run: async (app) => {
            const outcome = await app.ask('run', command);
            if (works) valueIn(outcome);
            else expect(errorIn(outcome).code).to.equal('no-card');
          },
        };
      }),
  },
];

export const DIALECT_GROUPS: readonly ContractGroup[] = [
  {
    title: 'the words of the dialect',
    open: openWorker,
    prepare: startCall,
    cases: (setting) => [...tableOf(setting).map(answers), heldTwice(setting), ...timers(setting)],
  },
];

interface Exchange {
  readonly command: string;
  readonly parameters?: object;
  readonly answer: unknown;
  readonly withoutCard?: true;
}

function error(errorCode: string): object {
  return {result: 'error', errorCode};
}

function tableOf({dialect}: Setting): readonly Exchange[] {
  const inBrowser = dialect === 'browser';
  const written = (errorCode: string): unknown =>
    inBrowser ? [error(errorCode)] : error(errorCode);
  // The browser takes parameters as they come.
  const missing = (field: string): unknown => (inBrowser ? [] : error(`missing field ${field}`));
  return [
    {command: 'CallCardSetMute', parameters: {muted: true}, answer: []},
    {command: 'CallCardSetHold', parameters: {held: true}, answer: []},
    {command: 'CallCardSetCardTitle', parameters: {title: 'x'}, answer: []},
    {command: 'CallCardSetUiState', parameters: {uiState: 'connected'}, answer: []},
    {command: 'CallCardGetListUiStates', answer: UI_STATES},
    {
      command: 'CallCardSetUiState',
      parameters: {uiState: '?'},
      answer: written('Invalid ui state'),
    },
    {command: 'CallCardSetMute', answer: missing('muted')},
    {command: 'CallCardSetCardTitle', answer: missing('title')},
    {command: 'CallCardSetStatusText', answer: missing('statusText')},
    {command: 'CallCardClose', withoutCard: true, answer: written('Call card is undefined')},
    {command: 'CallCardStartTimer', withoutCard: true, answer: written('Call card is undefined')},
  ];
}

function answers({command, parameters, answer, withoutCard}: Exchange): ContractCase {
  const asked = `${command} ${JSON.stringify(parameters ?? {})}`;
  return {
    name: `${asked}${withoutCard ? ' without a card' : ''}: ${JSON.stringify(answer)}`,
    run: async (app, {portal}) => {
      if (withoutCard) portal.closeCard();
      expect(valueIn(await app.call(command, parameters))).to.deep.equal(answer);
    },
  };
}

function heldTwice({dialect}: Setting): ContractCase {
  const isTwice = dialect === 'desktop';
  return {
    name: isTwice
      ? 'CallCardSetHold {}: the error and then [] are one outcome and one late answer'
      : 'CallCardSetHold {}: one answer',
    run: async (app) => {
      const late = await app.counts('lateAnswers', async () => {
        const answer = valueIn(await app.call('CallCardSetHold'));
        expect(answer).to.deep.equal(isTwice ? error('missing field held') : []);
        await app.settle();
      });
      expect(late).to.equal(isTwice ? 1 : 0);
    },
  };
}

/** The port itself knows no command: to it the browser's silence is a timeout. */
function timers({dialect}: Setting): readonly ContractCase[] {
  return ['CallCardStartTimer', 'CallCardStopTimer'].map((command) => ({
    name: `${command}: ${dialect === 'browser' ? 'silence' : '[] at once'}`,
    run: async (app, {portal}) => {
      portal.startCall(CALL);
      const outcome = app.call(command);
      await app.settle();
      if (dialect === 'desktop') expect(valueIn(await outcome)).to.deep.equal([]);
      else {
        await app.pass(COMMAND_TIME_LIMIT_MS);
        expect(errorIn(await outcome).code).to.equal('timeout');
      }
    },
  }));
}
