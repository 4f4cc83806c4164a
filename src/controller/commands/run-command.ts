/**
 * Runs one card command at the portal so that it has a definite outcome: checked before it is sent, and
 * settled by the portal's answer, by its error, or by the time limit.
 */
import {
  CallCardError,
  type CallCardErrorCode,
  type CallCardErrorDetails,
} from '../../model/errors/call-card-error.js';
import {
  CARD_COMMANDS,
  COMMAND_TIME_LIMIT_MS,
  SILENT_SUCCESS_MS,
  type CardCommand,
  type CardCommandName,
} from '../../model/card/card-command.js';
import {asObject, asText, lookUp} from '../../model/parse/reading.js';
import type {Portal} from '../../portal/portal.js';
import type {Availability, UnavailableReason} from '../snapshot.js';

const ADVICE: Readonly<Record<UnavailableReason, string>> = {
  connecting: 'still connecting',
  'not-connected': 'not connected',
  'wrong-placement': 'another placement offers it',
  unreachable: 'the frame that had the card has gone',
  unsupported: 'the portal does not offer it',
  'no-card': 'no card is open',
};

/** The refusals that have a code of their own, by what the portal calls them in lower case. */
const REFUSALS: Readonly<Record<string, {code: CallCardErrorCode; advice: string}>> = {
  'call card is undefined': {
    code: 'no-card',
    advice: 'no card is open, or the portal itself made its call',
  },
  'invalid ui state': {
    code: 'invalid-ui-state',
    advice: 'listUiStates() gives those that the portal knows',
  },
};

interface SentCommand {
  readonly name: CardCommandName;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A state that no card has, so that setting it changes none. */
const PROBE = {name: 'setUiState', parameters: {uiState: 'none'}} as const;

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

/**
 * Whether there is a card for the app's commands, which the portal does not tell a worker that is loaded
 * in mid-call. False also where the portal does not say.
 */
export async function hasCardOfApp(
  portal: Portal,
  timeLimit = COMMAND_TIME_LIMIT_MS,
): Promise<boolean> {
  const {name, parameters} = PROBE;
  try {
    const answer = await portal.call(CARD_COMMANDS[name].wire, parameters, {timeLimit});
    // A browser looks for the card first. The desktop client does not, and answers in another form.
    return Array.isArray(answer) && readCommandError(PROBE, answer)?.code === 'invalid-ui-state';
  } catch {
    // Silence says nothing.
    return false;
  }
}

/**
 * The error in an answer, or nothing when the answer is a success. A browser sends errors as
 * `[{result, errorCode}]`, the desktop client as the bare object.
 */
function readCommandError(command: SentCommand, answer: unknown): CallCardError | undefined {
  const first: unknown = Array.isArray(answer) ? answer[0] : answer;
  const fields = asObject(first);
  if (fields?.['result'] !== 'error') return undefined;
  const portalCode = asText(fields['errorCode']) ?? '';
  const {code, advice} = interpret(portalCode);
  const {wire} = CARD_COMMANDS[command.name];
  return new CallCardError(code, `${wire} was refused: ${advice}.`, {
    request: wire,
    parameters: command.parameters,
    portal: {code: portalCode, description: ''},
  });
}

function interpret(portalCode: string): {code: CallCardErrorCode; advice: string} {
  const lower = portalCode.toLowerCase();
  const known = lookUp(REFUSALS, lower);
  if (known !== undefined) return known;
  if (lower.startsWith('missing field')) return {code: 'missing-field', advice: portalCode};
  return {code: 'refused', advice: portalCode === '' ? 'the portal gave no reason' : portalCode};
}

function detailsOf({name, parameters}: CardCommand): CallCardErrorDetails {
  return {request: CARD_COMMANDS[name].wire, parameters};
}
