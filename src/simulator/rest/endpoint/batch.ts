/** `batch`: up to 50 commands in one request. Each has its own result or error. */
import {asObject, asText, type JsonObject} from '../../../model/parse/reading.js';
import type {LoggedCall} from '../contract.js';
import {faultError} from '../portal/rest-faults.js';
import {callMethod} from './method-table.js';
import {isYes} from './parameters.js';
import {parsePhpQuery, phpMap} from '../php-data.js';
import {answerTime, type AnswerTime, type MethodResult} from './rest-answer.js';
import {RestError, type RestErrorBody} from './rest-error.js';
import type {MethodCall} from './rest-method.js';
import {withoutTransportNames} from './rest-request.js';
import {resolveReferences} from './result-references.js';

const MAX_COMMANDS = 50;

interface Command extends LoggedCall {
  readonly key: string;
}

/** The commands of a batch in their order, from `{key: "method?query"}` or from a list. */
export function batchCommands(parameters: JsonObject): Command[] {
  const commands = parameters['cmd'];
  const entries = Array.isArray(commands)
    ? [...(commands as unknown[]).entries()]
    : Object.entries(asObject(commands) ?? {});
  return entries.map(([key, command]) => {
    const text = asText(command) ?? '';
    const cut = text.indexOf('?');
    return {
      key: String(key),
      method: cut < 0 ? text : text.slice(0, cut),
      parameters: withoutTransportNames(parsePhpQuery(cut < 0 ? '' : text.slice(cut + 1))),
    };
  });
}

/** Runs a batch. Empty maps in the result are `[]`, as PHP writes them. */
export async function runBatch(call: MethodCall, clock: () => number): Promise<MethodResult> {
  const halts = isYes(call.parameters['halt']);
  const results = new Map<string, unknown>();
  const errors = new Map<string, RestErrorBody>();
  const totals = new Map<string, unknown>();
  const nexts = new Map<string, unknown>();
  const times = new Map<string, AnswerTime>();
  for (const [index, command] of batchCommands(call.parameters).entries()) {
    const startedAt = clock();
    try {
      const answer = await runCommand(command, index, call, results);
      results.set(command.key, answer.result);
      if (answer.total !== undefined) totals.set(command.key, answer.total);
      if (answer.next !== undefined) nexts.set(command.key, answer.next);
      times.set(command.key, answerTime(startedAt, clock()));
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      errors.set(command.key, error.body);
      if (halts) break;
    }
  }
  return {
    result: {
      result: phpMap(results),
      result_error: phpMap(errors),
      result_total: phpMap(totals),
      result_next: phpMap(nexts),
      result_time: phpMap(times),
    },
  };
}

async function runCommand(
  command: Command,
  index: number,
  call: MethodCall,
  results: ReadonlyMap<string, unknown>,
): Promise<MethodResult> {
  if (index >= MAX_COMMANDS) {
    throw new RestError('ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded');
  }
  if (command.method.toLowerCase() === 'batch') {
    throw new RestError('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage');
  }
  const fault = await call.portal.faults.applyTo(command.method, true);
  if (fault !== null) throw faultError(fault);
  const parameters = resolveReferences(command.parameters, results);
  return callMethod(command.method, {...call, parameters});
}
