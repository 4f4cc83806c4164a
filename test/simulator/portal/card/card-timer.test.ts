import {expect} from '@open-wc/testing';
import {UI_STATES, UNLISTED_UI_STATES} from '../../../../src/model/card/ui-state.js';
import {BROWSER_COMMANDS} from '../../../../src/simulator/portal/commands/card-commands.js';
import {elapsedOn} from '../../../../src/simulator/portal/card/card-machine.js';
import {OPEN} from '../commands/command-case.js';

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
