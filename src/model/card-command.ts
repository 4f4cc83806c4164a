/**
 * The table of every command of the call card: its name in the window protocol, where it is
 * available, its parameters and what a portal answers (reference: window protocol, sections 5 and 6).
 */
import {isAnyUiState, type AnyUiState, type UiState} from './ui-state.js';

/** What each command takes. */
export interface CardCommandParameters {
  /** Shows another state: its buttons, and what it does to the timer. */
  setUiState: {readonly uiState: AnyUiState; readonly disableAutoStartTimer?: boolean};
  /** Shows the microphone as off or on. */
  setMute: {readonly muted: boolean};
  /** Shows the call as on hold or not. */
  setHold: {readonly held: boolean};
  /** Shows another title, as plain text. */
  setTitle: {readonly title: string};
  /** Shows a text about the call's state. */
  setStatusText: {readonly statusText: string};
  /** Starts the timer, or lets it go on with the pause counted. */
  startTimer: NoParameters;
  /** Stops the timer; its last value stays on the card. */
  stopTimer: NoParameters;
  /** Closes the card. */
  close: NoParameters;
  /** Lists the states that this portal names. */
  listUiStates: NoParameters;
  /** Reads the call again, with its bindings. */
  getStatus: NoParameters;
  /** Keeps the card open for 65 s after the end of the call; again renews that time. */
  disableAutoClose: NoParameters;
  /** Lets the card close; one that already waits closes at once. */
  enableAutoClose: NoParameters;
}

export type NoParameters = Readonly<Record<string, never>>;

/** What each command resolves with. */
export interface CardCommandResults {
  setUiState: undefined;
  setMute: undefined;
  setHold: undefined;
  setTitle: undefined;
  setStatusText: undefined;
  startTimer: undefined;
  stopTimer: undefined;
  close: undefined;
  listUiStates: readonly UiState[];
  /** The raw status; the controller reads it into its `Call`. */
  getStatus: unknown;
  disableAutoClose: undefined;
  enableAutoClose: undefined;
}

export type CardCommandName = keyof CardCommandParameters;

/** A command with its parameters, as one value of a union. */
export type CardCommand = {
  [N in CardCommandName]: {readonly name: N; readonly parameters: CardCommandParameters[N]};
}[CardCommandName];

export interface CardCommandEntry {
  /** The name on the wire. */
  readonly wire: string;
  readonly placement: 'call-card' | 'background-worker';
  /** `none`: success is silent in the browser, so silence counts as success. */
  readonly answer: 'acknowledgement' | 'none' | 'value';
  /** What is wrong with the parameters, in words; nothing when they are right. */
  readonly check: (parameters: Readonly<Record<string, unknown>>) => string | undefined;
}

const nothing = (): undefined => undefined;

export const CARD_COMMANDS = {
  setUiState: {
    wire: 'CallCardSetUiState',
    placement: 'background-worker',
    answer: 'acknowledgement',
    check: ({uiState, disableAutoStartTimer}) => {
      if (!isAnyUiState(uiState)) return `uiState must be a state of the card`;
      return disableAutoStartTimer === undefined
        ? undefined
        : must('disableAutoStartTimer', 'boolean', disableAutoStartTimer);
    },
  },
  setMute: {
    wire: 'CallCardSetMute',
    placement: 'background-worker',
    answer: 'acknowledgement',
    check: ({muted}) => must('muted', 'boolean', muted),
  },
  setHold: {
    wire: 'CallCardSetHold',
    placement: 'background-worker',
    answer: 'acknowledgement',
    check: ({held}) => must('held', 'boolean', held),
  },
  setTitle: {
    wire: 'CallCardSetCardTitle',
    placement: 'background-worker',
    answer: 'acknowledgement',
    check: ({title}) => must('title', 'string', title),
  },
  setStatusText: {
    wire: 'CallCardSetStatusText',
    placement: 'background-worker',
    answer: 'acknowledgement',
    check: ({statusText}) => must('statusText', 'string', statusText),
  },
  startTimer: workerCommand('CallCardStartTimer', 'none'),
  stopTimer: workerCommand('CallCardStopTimer', 'none'),
  close: workerCommand('CallCardClose', 'acknowledgement'),
  listUiStates: workerCommand('CallCardGetListUiStates', 'value'),
  getStatus: tabCommand('getStatus', 'value'),
  disableAutoClose: tabCommand('disableAutoClose', 'acknowledgement'),
  enableAutoClose: tabCommand('enableAutoClose', 'acknowledgement'),
} satisfies Record<CardCommandName, CardCommandEntry>;

export const CARD_COMMAND_NAMES = Object.keys(CARD_COMMANDS) as readonly CardCommandName[];

/** How long a silent command may still be answered with an error, in milliseconds. */
export const SILENT_SUCCESS_MS = 300;

/** How long an answer may take before the command fails with `timeout`, in milliseconds. */
export const COMMAND_TIME_LIMIT_MS = 2000;

function workerCommand(wire: string, answer: CardCommandEntry['answer']): CardCommandEntry {
  return {wire, placement: 'background-worker', answer, check: nothing};
}

function tabCommand(wire: string, answer: CardCommandEntry['answer']): CardCommandEntry {
  return {wire, placement: 'call-card', answer, check: nothing};
}

function must(name: string, type: 'boolean' | 'string', value: unknown): string | undefined {
  return typeof value === type ? undefined : `${name} must be a ${type}`;
}
