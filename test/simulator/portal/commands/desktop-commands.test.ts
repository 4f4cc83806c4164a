import {UI_STATES} from '../../../../src/model/card/ui-state.js';
import {NO_CARD} from '../../../../src/simulator/portal/card/card-machine.js';
import {
  ACKNOWLEDGED,
  CLOSED,
  INVALID,
  OPEN,
  testCommands,
  UNDEFINED,
  WITHOUT_RECORD,
  type CommandCase,
} from './command-case.js';

const missing = (field: string) => ({result: 'error', errorCode: `missing field ${field}`});

const DESKTOP: readonly CommandCase[] = [
  {
    title: 'mutes',
    page: OPEN,
    command: 'setMute',
    parameters: {muted: true},
    answers: ACKNOWLEDGED,
    changes: {muted: true},
  },
  {
    title: 'misses `muted`, as a bare object',
    page: OPEN,
    command: 'setMute',
    parameters: {},
    answers: [missing('muted')],
  },
  {
    title: 'misses `held` and acknowledges all the same',
    page: OPEN,
    command: 'setHold',
    parameters: {held: 'yes'},
    answers: [missing('held'), []],
  },
  {
    title: 'holds',
    page: OPEN,
    command: 'setHold',
    parameters: {held: true},
    answers: ACKNOWLEDGED,
    changes: {held: true},
  },
  {
    title: 'misses `title`',
    page: OPEN,
    command: 'setTitle',
    parameters: {},
    answers: [missing('title')],
  },
  {
    title: 'misses `statusText`',
    page: OPEN,
    command: 'setStatusText',
    parameters: {},
    answers: [missing('statusText')],
  },
  {
    title: 'refuses an unknown state, as a bare object',
    page: OPEN,
    command: 'setUiState',
    parameters: {uiState: 'x'},
    answers: [INVALID],
  },
  {
    title: 'acknowledges `connected` without a record',
    page: WITHOUT_RECORD,
    command: 'setUiState',
    parameters: {uiState: 'connected'},
    answers: ACKNOWLEDGED,
    changes: {uiState: 'connected', timer: {status: 'running', since: 1000}},
  },
  {
    title: 'acknowledges the timer',
    page: OPEN,
    command: 'startTimer',
    answers: ACKNOWLEDGED,
    changes: {timer: {status: 'running', since: 1000}},
  },
  {
    title: 'acknowledges the stopped timer',
    page: OPEN,
    command: 'stopTimer',
    answers: ACKNOWLEDGED,
  },
  {
    title: 'succeeds before the first card',
    page: NO_CARD,
    command: 'setTitle',
    parameters: {title: 'x'},
    answers: ACKNOWLEDGED,
  },
  {
    title: 'knows no card once it was closed',
    page: CLOSED,
    command: 'setTitle',
    parameters: {title: 'x'},
    answers: [UNDEFINED],
  },
  {title: 'cannot close twice', page: CLOSED, command: 'close', answers: [UNDEFINED]},
  {
    title: 'lists its twelve states',
    page: NO_CARD,
    command: 'listUiStates',
    answers: [[...UI_STATES]],
  },
];

testCommands('desktop', DESKTOP);
