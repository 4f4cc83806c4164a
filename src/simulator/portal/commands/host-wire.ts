/**
 * The portal's half of the window protocol: reads the messages of every client library into one shape, and
 * writes answers and events.
 */
import {asText, isObject, parseJson} from '../../../model/parse/reading.js';

/** A message of an app. */
export interface HostMessage {
  readonly command: string;
  /** The parameters of the command; `undefined` without any. */
  readonly parameters: unknown;
  /** The callback id of the answer; empty when the app wants no answer. */
  readonly callback: string;
  readonly sid: string;
}

export type Decoded =
  | {readonly status: 'read'; readonly message: HostMessage}
  | {readonly status: 'unreadable'; readonly problem: string};

/** Reads a message of BX24.js, of b24jssdk, or b24jssdk's object for names that contain `:`. */
export function decodeHostMessage(data: unknown): Decoded {
  if (typeof data === 'string') return decodeText(data);
  if (isObject(data)) return decodeObject(data);
  return unreadable('the message is neither a text nor an object');
}

/** Writes an answer or an event: the callback id, a colon, and the value as JSON if there is one. */
export function encodeHostMessage(callback: string, value?: unknown): string {
  return `${callback}:${value === undefined ? '' : JSON.stringify(value)}`;
}

function decodeText(text: string): Decoded {
  const parts = text.split(':');
  const command = parts.shift();
  const sid = parts.pop();
  const callback = parts.pop();
  if (!command) return unreadable('the message has no command');
  if (!sid || callback === undefined) return unreadable('the message has no callback id or no SID');
  // The JSON may contain colons, so all parts in between are joined again.
  const json = parts.join(':');
  if (json === '') return read({command, parameters: undefined, callback, sid});
  const parsed = parseJson(json);
  if (parsed === undefined) return unreadable('the parameters are not JSON');
  return read({command, parameters: parsed.value, callback, sid});
}

function decodeObject(data: Readonly<Record<string, unknown>>): Decoded {
  const command = asText(data['method']);
  const sid = asText(data['appSid']);
  if (!command) return unreadable('the object has no method');
  if (!sid) return unreadable('the object has no appSid');
  const params = data['params'];
  return read({
    command,
    // b24jssdk writes "" for no parameters.
    parameters: params === '' ? undefined : params,
    callback: asText(data['callback']) ?? '',
    sid,
  });
}

function read(message: HostMessage): Decoded {
  return {status: 'read', message};
}

function unreadable(problem: string): Decoded {
  return {status: 'unreadable', problem};
}
