/** The worker's nine commands in the desktop client, which checks parameters and answers all of them. */
import type {JsonObject} from '../../../model/parse/reading.js';
import {UI_STATES} from '../../../model/card/ui-state.js';
import {
  CARD_UNDEFINED,
  INVALID_UI_STATE,
  cardOfApp,
  error,
  startTimer,
  stopTimer,
  textOf,
  timerDisabledIn,
  uiStateIn,
  type CommandRule,
  type CommandTable,
} from './card-commands.js';
import {closeCard, enterUiState, type Card, type CardPage} from '../card/card-machine.js';

const ACKNOWLEDGEMENT = [] as const;

const HOLD = needing('held', 'boolean', (card, {held}) => ({...card, held: held === true}));

/** In the desktop client an error is a bare object. */
export const DESKTOP_COMMANDS: CommandTable = {
  setMute: needing('muted', 'boolean', (card, {muted}) => ({...card, muted: muted === true})),
  setHold: (page, parameters, now) => {
    const outcome = HOLD(page, parameters, now);
    // Observed: the client reports the missing field, and then acknowledges all the same.
    if (typeof parameters['held'] === 'boolean') return outcome;
    return {...outcome, answers: [...outcome.answers, ACKNOWLEDGEMENT]};
  },
  setUiState: (page, parameters, now) => {
    const uiState = uiStateIn(parameters);
    if (uiState === null) return {page, answers: [error(INVALID_UI_STATE)]};
    return applied(page, (card) => enterUiState(card, uiState, now, timerDisabledIn(parameters)));
  },
  setTitle: needing('title', 'string', (card, {title}) => ({...card, title: textOf(title)})),
  setStatusText: needing('statusText', 'string', (card, {statusText}) => ({
    ...card,
    statusText: textOf(statusText),
  })),
  startTimer: (page, parameters, now) => applied(page, (card) => startTimer(card, parameters, now)),
  stopTimer: (page, parameters, now) => applied(page, (card) => stopTimer(card, parameters, now)),
  close: (page) => {
    if (!canSucceed(page)) return {page, answers: [error(CARD_UNDEFINED)]};
    return {page: closeCard(page), answers: [ACKNOWLEDGEMENT]};
  },
  listUiStates: (page) => ({page, answers: [[...UI_STATES]]}),
};

/** Observed: before the first card commands succeed without one; afterwards they need a card. */
function canSucceed(page: CardPage): boolean {
  return !page.hadCard || cardOfApp(page) !== null;
}

function applied(page: CardPage, change: (card: Card) => Card) {
  if (!canSucceed(page)) return {page, answers: [error(CARD_UNDEFINED)]};
  const card = cardOfApp(page);
  return {
    page: card === null ? page : {...page, card: change(card)},
    answers: [ACKNOWLEDGEMENT],
  };
}

function needing(
  field: string,
  type: 'boolean' | 'string',
  change: (card: Card, parameters: JsonObject) => Card,
): CommandRule {
  return (page, parameters) =>
    typeof parameters[field] === type
      ? applied(page, (card) => change(card, parameters))
      : {page, answers: [error(`missing field ${field}`)]};
}
