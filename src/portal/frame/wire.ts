/**
 * The text of messages between an app's frame and the portal, as pure functions
 * (reference: window protocol, section 2).
 */
import {parseJson} from '../../model/parse/reading.js';
import type {RequestParameters} from '../portal.js';

/** A message from the portal: the answer to a command, or an event that was bound. */
export interface HostMessage {
  readonly callback: string;
  readonly payload:
    | {readonly kind: 'empty'}
    | {readonly kind: 'value'; readonly value: unknown}
    | {readonly kind: 'malformed'};
}

/** `COMMAND:CALLBACK:SID`, with the parameters as JSON in between when there are any. */
export function encodeCommand(
  command: string,
  parameters: RequestParameters,
  callback: string,
  sid: string,
): string {
  const parts = [command, callback, sid];
  if (Object.keys(parameters).length > 0) parts.splice(1, 0, JSON.stringify(parameters));
  return parts.join(':');
}

/** Reads `CALLBACK:` and what follows; nothing for messages that are not of this protocol. */
export function decodeHostMessage(data: unknown): HostMessage | undefined {
  if (typeof data !== 'string') return undefined;
  // The JSON contains colons, too: only the first one separates.
  const colon = data.indexOf(':');
  if (colon < 1) return undefined;
  const callback = data.slice(0, colon);
  const text = data.slice(colon + 1);
  if (text === '') return {callback, payload: {kind: 'empty'}};
  const parsed = parseJson(text);
  if (parsed === undefined) return {callback, payload: {kind: 'malformed'}};
  return {callback, payload: {kind: 'value', value: parsed.value}};
}
