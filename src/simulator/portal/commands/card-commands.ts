/** The worker's nine commands in the browser: what each changes on the card, and what is answered. */
import {CARD_COMMANDS, type CardCommandName} from '../../../model/card/card-command.js';
import type {JsonObject} from '../../../model/parse/reading.js';
import {isAnyUiState, UI_STATES, type AnyUiState} from '../../../model/card/ui-state.js';
import {
  closeCard,
  enterUiState,
  startedTimer,
  stoppedTimer,
  type Card,
  type CardPage,
} from '../card/card-machine.js';

export type WorkerCommandName = Exclude<
  CardCommandName,
  'getStatus' | 'disableAutoClose' | 'enableAutoClose'
>;

/** The result of a command. Without answers the portal stays silent; some commands are answered twice. */
export interface CommandOutcome {
  readonly page: CardPage;
  readonly answers: readonly unknown[];
}

export type CommandRule = (page: CardPage, parameters: JsonObject, now: number) => CommandOutcome;

/** Which client of the portal a page is: the browser, or the desktop client with its own answers. */
export type Dialect = 'browser' | 'desktop';

export type CommandTable = Readonly<Record<WorkerCommandName, CommandRule>>;

export const CARD_UNDEFINED = 'Call card is undefined';
export const INVALID_UI_STATE = 'Invalid ui state';

/** The commands by their names on the wire. */
export const WORKER_COMMANDS_BY_WIRE: ReadonlyMap<string, WorkerCommandName> = new Map(
  (Object.keys(CARD_COMMANDS) as CardCommandName[])
    .filter(
      (name): name is WorkerCommandName => CARD_COMMANDS[name].placement === 'background-worker',
    )
    .map((name) => [CARD_COMMANDS[name].wire, name]),
);

const ACKNOWLEDGED = [[]] as const;
const SILENCE = [] as const;

/** In the browser parameters are not checked, and errors travel in an array (observed). */
export const BROWSER_COMMANDS: CommandTable = {
  setMute: changing((card, {muted}) => ({...card, muted: Boolean(muted)})),
  setHold: changing((card, {held}) => ({...card, held: Boolean(held)})),
  setUiState: (page, parameters, now) => {
    const card = cardOfApp(page);
    if (card === null) return {page, answers: [[error(CARD_UNDEFINED)]]};
    const uiState = uiStateIn(parameters);
    if (uiState === null) return {page, answers: [[error(INVALID_UI_STATE)]]};
    const next = enterUiState(card, uiState, now, timerDisabledIn(parameters));
    // Observed: without a CRM record the portal applies the state and never answers.
    const lost = uiState === 'connected' && !card.hasRecord;
    return {page: {...page, card: next}, answers: lost ? SILENCE : ACKNOWLEDGED};
  },
  setTitle: changing((card, {title}) => ({...card, title: textOf(title)})),
  setStatusText: changing((card, {statusText}) => ({...card, statusText: textOf(statusText)})),
  startTimer: changing(startTimer, SILENCE),
  stopTimer: changing(stopTimer, SILENCE),
  close: (page) => {
    if (cardOfApp(page) === null) return {page, answers: [[error(CARD_UNDEFINED)]]};
    return {page: closeCard(page), answers: ACKNOWLEDGED};
  },
  listUiStates: (page) => ({page, answers: [[...UI_STATES]]}),
};

export function startTimer(card: Card, _parameters: JsonObject, now: number): Card {
  return {...card, timer: startedTimer(card.timer, now)};
}

export function stopTimer(card: Card, _parameters: JsonObject, now: number): Card {
  return {...card, timer: stoppedTimer(card.timer, now)};
}

/** The card if the app raised it; a worker cannot command any other. */
export function cardOfApp(page: CardPage): Card | null {
  return page.card?.raisedByApp === true ? page.card : null;
}

export function uiStateIn({uiState}: JsonObject): AnyUiState | null {
  return isAnyUiState(uiState) ? uiState : null;
}

export function timerDisabledIn({disableAutoStartTimer}: JsonObject): boolean {
  return disableAutoStartTimer === true;
}

export function error(errorCode: string): JsonObject {
  return {result: 'error', errorCode};
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

function changing(
  change: (card: Card, parameters: JsonObject, now: number) => Card,
  answers: readonly unknown[] = ACKNOWLEDGED,
): CommandRule {
  return (page, parameters, now) => {
    const card = cardOfApp(page);
    if (card === null) return {page, answers: [[error(CARD_UNDEFINED)]]};
    return {page: {...page, card: change(card, parameters, now)}, answers};
  };
}
