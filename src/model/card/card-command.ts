/**
 * The table of every command of the call card: its name in the window protocol, where it is
 * available, its parameters and what a portal answers (reference: window protocol, sections 5 and 6).
 */
import {quoted} from '../parse/reading.js';
import {isAnyUiState, UI_STATE_NAMES, type AnyUiState, type UiState} from './ui-state.js';

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

export type CardCommandName = keyof CardCommandResults;

/** A command with its parameters, as one value of a union. */
export type CardCommand = {
  [N in CardCommandName]: {readonly name: N; readonly parameters: CardCommandParameters[N]};
}[CardCommandName];

export interface CardCommandEntry {
  /** The name on the wire. */
  readonly wire: string;
  /** The placement whose frame can run it. */
  readonly placement: 'call-card' | 'background-worker';
  /** `none`: success is silent in the browser, so silence counts as success. */
  readonly answer: 'acknowledgement' | 'none' | 'value';
  /** What is wrong with the parameters, in words; nothing when they are right. */
  readonly check: (parameters: Readonly<Record<string, unknown>>) => string | undefined;
}

export const CARD_COMMANDS = {
  setUiState: worker('SetUiState', 'acknowledgement', ({uiState, disableAutoStartTimer}) => {
    if (!isAnyUiState(uiState)) return expected('uiState', UI_STATE_NAMES, uiState);
    return disableAutoStartTimer === undefined
      ? undefined
      : must('disableAutoStartTimer', 'boolean', disableAutoStartTimer);
  }),
  setMute: worker('SetMute', 'acknowledgement', ({muted}) => must('muted', 'boolean', muted)),
  setHold: worker('SetHold', 'acknowledgement', ({held}) => must('held', 'boolean', held)),
  setTitle: worker('SetCardTitle', 'acknowledgement', ({title}) => must('title', 'string', title)),
  setStatusText: worker('SetStatusText', 'acknowledgement', ({statusText}) =>
    must('statusText', 'string', statusText),
  ),
  startTimer: worker('StartTimer', 'none'),
  stopTimer: worker('StopTimer', 'none'),
  close: worker('Close', 'acknowledgement'),
  listUiStates: worker('GetListUiStates', 'value'),
  getStatus: tab('getStatus', 'value'),
  disableAutoClose: tab('disableAutoClose', 'acknowledgement'),
  enableAutoClose: tab('enableAutoClose', 'acknowledgement'),
} satisfies Record<CardCommandName, CardCommandEntry>;

export const CARD_COMMAND_NAMES = Object.keys(CARD_COMMANDS) as readonly CardCommandName[];

/** How long a silent command may still be answered with an error, in milliseconds. */
export const SILENT_SUCCESS_MS = 300;

/** How long an answer may take before the command fails with `timeout`, in milliseconds. */
export const COMMAND_TIME_LIMIT_MS = 2000;

function worker(
  command: string,
  answer: CardCommandEntry['answer'],
  check: CardCommandEntry['check'] = () => undefined,
): CardCommandEntry {
  return {wire: `CallCard${command}`, placement: 'background-worker', answer, check};
}

function tab(wire: string, answer: CardCommandEntry['answer']): CardCommandEntry {
  return {wire, placement: 'call-card', answer, check: () => undefined};
}

function must(name: string, type: 'boolean' | 'string', value: unknown): string | undefined {
  return typeof value === type ? undefined : expected(name, `a ${type}`, value);
}

/** What was given, and what is allowed. */
function expected(name: string, allowed: string, given: unknown): string {
  return `${name} is ${quoted(given)}, and must be ${allowed}`;
}
