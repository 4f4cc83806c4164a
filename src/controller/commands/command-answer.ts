/** Reads what a portal answers to a card command: errors are data there, in two shapes. */
import {CallCardError, type CallCardErrorCode} from '../../model/errors/call-card-error.js';
import {CARD_COMMANDS, type CardCommandName} from '../../model/card/card-command.js';
import {asObject, asText, lookUp} from '../../model/parse/reading.js';

const CODES: Readonly<Record<string, {code: CallCardErrorCode; advice: string}>> = {
  'call card is undefined': {
    code: 'no-card',
    advice: 'no card is open, or the portal itself made its call',
  },
  'invalid ui state': {
    code: 'invalid-ui-state',
    advice: 'listUiStates() gives those that the portal knows',
  },
};

interface AskedCommand {
  readonly name: CardCommandName;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * The error in an answer, or nothing when the answer is a success. A browser sends errors as
 * `[{result, errorCode}]`, the desktop client as the bare object.
 */
export function readCommandError(
  command: AskedCommand,
  answer: unknown,
): CallCardError | undefined {
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
  const known = lookUp(CODES, lower);
  if (known !== undefined) return known;
  if (lower.startsWith('missing field')) return {code: 'missing-field', advice: portalCode};
  return {code: 'refused', advice: portalCode === '' ? 'the portal gave no reason' : portalCode};
}
