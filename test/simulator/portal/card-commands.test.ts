import {expect} from '@open-wc/testing';
import {
  BROWSER_COMMANDS,
  type CommandTable,
  type Dialect,
  type WorkerCommandName,
} from '../../../src/simulator/portal/card-commands.js';
import {
  closeCard,
  elapsedOn,
  NO_CARD,
  openCard,
  type Card,
  type CardPage,
} from '../../../src/simulator/portal/card-machine.js';
import {DESKTOP_COMMANDS} from '../../../src/simulator/portal/desktop-commands.js';
import {UI_STATES, UNLISTED_UI_STATES} from '../../../src/model/ui-state.js';

const TABLES: Record<Dialect, CommandTable> = {
  browser: BROWSER_COMMANDS,
  desktop: DESKTOP_COMMANDS,
};

const OPEN = openCard(NO_CARD, {hasRecord: true, raisedByApp: true, campaign: false});
const WITHOUT_RECORD = openCard(NO_CARD, {hasRecord: false, raisedByApp: true, campaign: false});
const OWN_CALL = openCard(NO_CARD, {hasRecord: true, raisedByApp: false, campaign: false});
const CLOSED = closeCard(OPEN);

const UNDEFINED = {result: 'error', errorCode: 'Call card is undefined'};
const INVALID = {result: 'error', errorCode: 'Invalid ui state'};
const missing = (field: string) => ({result: 'error', errorCode: `missing field ${field}`});

interface Case {
  readonly title: string;
  readonly page: CardPage;
  readonly command: WorkerCommandName;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly answers: readonly unknown[];
  /** What has changed on the card; nothing when the card is as it was. */
  readonly changes?: Partial<Card>;
}

const ACKNOWLEDGED = [[]];

const BROWSER: readonly Case[] = [
  {
    title: 'mutes',
    page: OPEN,
    command: 'setMute',
    parameters: {muted: true},
    answers: ACKNOWLEDGED,
    changes: {muted: true},
  },
  {
    title: 'acknowledges a repeated value',
    page: OPEN,
    command: 'setMute',
    parameters: {muted: false},
    answers: ACKNOWLEDGED,
  },
  {
    title: 'does not check parameters',
    page: OPEN,
    command: 'setMute',
    parameters: {},
    answers: ACKNOWLEDGED,
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
    title: 'enters a state',
    page: OPEN,
    command: 'setUiState',
    parameters: {uiState: 'incoming'},
    answers: ACKNOWLEDGED,
    changes: {uiState: 'incoming'},
  },
  {
    title: 'enters a state that it does not list',
    page: OPEN,
    command: 'setUiState',
    parameters: {uiState: 'sipPhoneError'},
    answers: ACKNOWLEDGED,
    changes: {uiState: 'sipPhoneError'},
  },
  {
    title: 'refuses an unknown state',
    page: OPEN,
    command: 'setUiState',
    parameters: {uiState: 'toString'},
    answers: [[INVALID]],
  },
  {
    title: 'asks for a card before it looks at the state',
    page: NO_CARD,
    command: 'setUiState',
    parameters: {uiState: 'x'},
    answers: [[UNDEFINED]],
  },
  {
    title: 'is silent about `connected` without a record, and applies it',
    page: WITHOUT_RECORD,
    command: 'setUiState',
    parameters: {uiState: 'connected'},
    answers: [],
    changes: {uiState: 'connected', timer: {status: 'running', since: 1000}},
  },
  {
    title: 'answers other states without a record',
    page: WITHOUT_RECORD,
    command: 'setUiState',
    parameters: {uiState: 'incoming'},
    answers: ACKNOWLEDGED,
    changes: {uiState: 'incoming'},
  },
  {
    title: 'sets the title',
    page: OPEN,
    command: 'setTitle',
    parameters: {title: '<b>Anna</b>'},
    answers: ACKNOWLEDGED,
    changes: {title: '<b>Anna</b>'},
  },
  {
    title: 'sets the status text',
    page: OPEN,
    command: 'setStatusText',
    parameters: {statusText: 'Ringing'},
    answers: ACKNOWLEDGED,
    changes: {statusText: 'Ringing'},
  },
  {
    title: 'is silent when it starts the timer',
    page: OPEN,
    command: 'startTimer',
    answers: [],
    changes: {timer: {status: 'running', since: 1000}},
  },
  {title: 'is silent when it stops the timer', page: OPEN, command: 'stopTimer', answers: []},
  {
    title: 'says when there is no card for the timer',
    page: NO_CARD,
    command: 'startTimer',
    answers: [[UNDEFINED]],
  },
  {
    title: 'lists its twelve states',
    page: OPEN,
    command: 'listUiStates',
    answers: [[...UI_STATES]],
  },
  {
    title: 'lists its states without a card',
    page: NO_CARD,
    command: 'listUiStates',
    answers: [[...UI_STATES]],
  },
  {
    title: "does not know a card of the portal's own call",
    page: OWN_CALL,
    command: 'setHold',
    parameters: {held: true},
    answers: [[UNDEFINED]],
  },
  {
    title: "does not close a card of the portal's own call",
    page: OWN_CALL,
    command: 'close',
    answers: [[UNDEFINED]],
  },
  {
    title: 'knows no card once it was closed',
    page: CLOSED,
    command: 'setTitle',
    parameters: {title: 'x'},
    answers: [[UNDEFINED]],
  },
  {title: 'cannot close twice', page: CLOSED, command: 'close', answers: [[UNDEFINED]]},
];

const DESKTOP: readonly Case[] = [
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

for (const [dialect, cases] of [
  ['browser', BROWSER],
  ['desktop', DESKTOP],
] as const) {
  describe(`the card in the ${dialect}`, () => {
    for (const {title, page, command, parameters = {}, answers, changes = {}} of cases) {
      it(title, () => {
        const outcome = TABLES[dialect][command](page, parameters, 1000);
        expect(outcome.answers).to.deep.equal(answers);
        expect(outcome.page.card).to.deep.equal(page.card && {...page.card, ...changes});
      });
    }

    it('closes, and has been there', () => {
      const {page, answers} = TABLES[dialect].close(OPEN, {}, 1000);
      expect(answers).to.deep.equal(ACKNOWLEDGED);
      expect(page).to.deep.equal({...OPEN, card: null});
      expect(page.hadCard).to.equal(true);
    });
  });
}

describe("the card's timer", () => {
  /** Each step: what happens at which time, and what the timer then shows at that time. */
  type Step = readonly [at: number, command: string, shows: number | null];
  const run = (steps: readonly Step[]): void => {
    let page = OPEN;
    for (const [at, command, shows] of steps) {
      const [state, option] = command.split(' ');
      page =
        state === 'startTimer' || state === 'stopTimer'
          ? BROWSER_COMMANDS[state](page, {}, at).page
          : BROWSER_COMMANDS.setUiState(
              page,
              {uiState: state, disableAutoStartTimer: option === 'disabled'},
              at,
            ).page;
      expect(elapsedOn(page.card?.timer ?? {status: 'hidden'}, at + 5), command).to.equal(shows);
    }
  };

  const COURSES: Record<string, readonly Step[]> = {
    'is hidden until the conversation': [
      [0, 'incoming', null],
      [10, 'connectingIncoming', null],
      [20, 'connected', 5],
    ],
    'counts the pause between stop and start': [
      [0, 'connected', 5],
      [10, 'stopTimer', 10],
      [40, 'startTimer', 45],
    ],
    'keeps its last value in a state that stops it': [
      [0, 'connected', 5],
      [10, 'error', 10],
      [50, 'moneyError', 10],
    ],
    'runs on through a transfer': [
      [0, 'connected', 5],
      [10, 'transferring', 15],
      [20, 'transferFailed', 25],
      [30, 'transferConnected', 35],
    ],
    'does not start over when the call comes back': [
      [0, 'connected', 5],
      [10, 'transferring', 15],
      [30, 'connected', 35],
    ],
    'is hidden and reset without its automatic start': [
      [0, 'connected', 5],
      [10, 'connected disabled', null],
      [20, 'startTimer', 5],
    ],
    'starts only once': [
      [0, 'startTimer', 5],
      [10, 'startTimer', 15],
    ],
  };
  for (const [title, steps] of Object.entries(COURSES)) {
    it(title, () => {
      run(steps);
    });
  }

  for (const uiState of [...UI_STATES, ...UNLISTED_UI_STATES]) {
    const runs = ['connected', 'transferring', 'transferFailed', 'transferConnected'].includes(
      uiState,
    );
    it(`${runs ? 'runs' : 'stands'} in ${uiState}`, () => {
      const running = BROWSER_COMMANDS.startTimer(OPEN, {}, 0).page;
      const {page} = BROWSER_COMMANDS.setUiState(running, {uiState}, 10);
      expect(page.card?.timer.status).to.equal(runs ? 'running' : 'stopped');
    });
  }
});

describe('a card that has just opened', () => {
  it('is in the service state, without title, status and timer', () => {
    expect(OPEN.card).to.deep.equal({
      uiState: 'externalCard',
      title: '',
      statusText: '',
      muted: false,
      held: false,
      timer: {status: 'hidden'},
      hasRecord: true,
      raisedByApp: true,
      campaign: false,
    });
  });
});
