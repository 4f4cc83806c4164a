/**
 * Runs card commands so that each has a definite outcome: checked before it is sent, and settled by
 * the portal's answer, by its error, or by the time limit.
 */
import {CallCardError, type CallCardErrorDetails} from '../../model/errors/call-card-error.js';
import {
  CARD_COMMANDS,
  COMMAND_TIME_LIMIT_MS,
  SILENT_SUCCESS_MS,
  type CardCommand,
} from '../../model/card/card-command.js';
import type {Portal} from '../../portal/portal.js';
import {readCommandError} from './command-answer.js';
import type {Availability, UnavailableReason} from '../snapshot.js';

const ADVICE: Readonly<Record<UnavailableReason, string>> = {
  connecting: 'still connecting',
  'not-connected': 'not connected',
  'wrong-placement': 'another placement offers it',
  unreachable: 'the frame that had the card has gone',
  unsupported: 'the portal does not offer it',
  'no-card': 'no card is open',
};

/** What is wrong with a command's parameters; nothing when they are right. */
export function faultOf(command: CardCommand): CallCardError | undefined {
  const fault = CARD_COMMANDS[command.name].check(command.parameters);
  if (fault === undefined) return undefined;
  const code = command.name === 'setUiState' ? 'invalid-ui-state' : 'missing-field';
  return new CallCardError(code, `${command.name}: ${fault}.`, detailsOf(command));
}

/** What is wrong with a command before it is sent; nothing when it may be sent. */
export function rejectionOf(
  command: CardCommand,
  availability: Availability,
): CallCardError | undefined {
  const fault = faultOf(command);
  if (fault !== undefined) return fault;
  // Whether there is a card only the portal knows for certain: that command is sent all the same.
  if (availability.status === 'available' || availability.reason === 'no-card') return undefined;
  const {reason} = availability;
  const code =
    reason === 'connecting' || reason === 'not-connected' ? 'disconnected' : 'unsupported';
  const text = `${command.name} can't be called: ${ADVICE[reason]}.`;
  return new CallCardError(code, text, detailsOf(command));
}

/** Sends the command; resolves with the portal's value, rejects with a `CallCardError`. */
export async function runCommand(
  portal: Portal,
  command: CardCommand,
  timeLimit = COMMAND_TIME_LIMIT_MS,
): Promise<unknown> {
  const {wire, answer} = CARD_COMMANDS[command.name];
  const silent = answer === 'none';
  const limit = silent ? Math.min(SILENT_SUCCESS_MS, timeLimit) : timeLimit;
  const value = await portal
    .call(wire, command.parameters, {timeLimit: limit})
    .catch((error: unknown) => {
      if (silent && error instanceof CallCardError && error.code === 'timeout') return undefined;
      throw error;
    });
  const refusal = readCommandError(command, value);
  if (refusal !== undefined) throw refusal;
  return value;
}

function detailsOf({name, parameters}: CardCommand): CallCardErrorDetails {
  return {request: CARD_COMMANDS[name].wire, parameters};
}
