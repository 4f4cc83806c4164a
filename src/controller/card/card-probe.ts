/**
 * Asks whether there is a card for the app's commands, which the portal does not tell a worker that is
 * loaded in mid-call. What is asked for is a state that no card has, so that it changes none.
 */
import {CARD_COMMANDS, COMMAND_TIME_LIMIT_MS} from '../../model/card/card-command.js';
import type {Portal} from '../../portal/portal.js';
import {readCommandError} from '../commands/command-answer.js';

const QUESTION = {name: 'setUiState', parameters: {uiState: 'none'}} as const;

/** False also where the portal does not say. */
export async function hasCardOfApp(
  portal: Portal,
  timeLimit = COMMAND_TIME_LIMIT_MS,
): Promise<boolean> {
  const {name, parameters} = QUESTION;
  try {
    const answer = await portal.call(CARD_COMMANDS[name].wire, parameters, {timeLimit});
    // A browser looks for the card first. The desktop client does not, and answers in another form.
    return Array.isArray(answer) && readCommandError(QUESTION, answer)?.code === 'invalid-ui-state';
  } catch {
    // Silence says nothing.
    return false;
  }
}
