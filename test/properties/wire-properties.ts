/** What holds for the texts of the window protocol: what one side writes, the other reads. */
import fc from 'fast-check';
import {readFrameName} from '../../src/portal/frame/frame-name.js';
import {decodeHostMessage, encodeCommand} from '../../src/portal/frame/frame-portal.js';
import {
  decodeHostMessage as decodeAtHost,
  encodeHostMessage,
} from '../../src/simulator/portal/commands/host-wire.js';
import {anything, json, text} from './arbitraries/raw-values.js';
import {holds, same} from './expectations.js';
import {property, type NamedProperty} from './property.js';

/** Names and ids never contain the separator. */
const token = fc.stringMatching(/^[\w.|+-]{1,40}$/);

const jsonMap = fc.dictionary(fc.string({maxLength: 8}), json, {maxKeys: 5});

const toHost = property(
  'the host reads what the app writes',
  {short: 1000, long: 50_000},
  fc.tuple(token, jsonMap, token, token),
  ([command, parameters, callback, sid]) => {
    const decoded = decodeAtHost(encodeCommand(command, parameters, callback, sid));
    holds(decoded.status === 'read', () => 'the host could not read it');
    same(decoded.message.command, command, 'the command');
    same(decoded.message.callback, callback, 'the callback');
    same(decoded.message.sid, sid, 'the SID');
    const isEmpty = Object.keys(parameters).length === 0;
    same(decoded.message.parameters, isEmpty ? undefined : copy(parameters), 'the parameters');
  },
);

const toApp = property(
  'the app reads what the host writes',
  {short: 1000, long: 50_000},
  fc.tuple(token, fc.oneof(fc.constant(undefined), json)),
  ([callback, value]) => {
    const payload = value === undefined ? {kind: 'empty'} : {kind: 'value', value: copy(value)};
    same(decodeHostMessage(encodeHostMessage(callback, value)), {callback, payload}, 'the message');
  },
);

const noise = fc.oneof(
  anything,
  text,
  fc.tuple(fc.oneof(text, token), fc.oneof(text, json.map(asJson))).map((parts) => parts.join(':')),
);

const anyMessage = property(
  'any message is read or ignored',
  {short: 2000, long: 100_000},
  noise,
  (data) => {
    const message = decodeHostMessage(data);
    if (message === undefined) return;
    holds(typeof data === 'string', () => 'something else than a text was read');
    holds(message.callback !== '' && !message.callback.includes(':'), () => 'the callback id');
    holds(data.startsWith(`${message.callback}:`), () => 'the callback id of another');
    const rest = data.slice(message.callback.length + 1);
    const {payload} = message;
    if (payload.kind === 'empty') same(rest, '', 'what follows');
    if (payload.kind === 'value') same(payload.value, JSON.parse(rest), 'the value');
    if (payload.kind === 'malformed') holds(!isJson(rest), () => 'JSON is called malformed');
  },
);

const frameName = property(
  'the name of a portal’s frame tells its origin',
  {short: 500, long: 20_000},
  fc.tuple(
    fc.oneof(fc.domain(), fc.ipV4()),
    fc.option(fc.integer({min: 1024, max: 65_535}), {nil: undefined}),
    fc.boolean(),
    fc.stringMatching(/^[0-9a-f]{32}$/),
  ),
  ([host, port, secure, sid]) => {
    const address = port === undefined ? host : `${host}:${port}`;
    const origin = `${secure ? 'https' : 'http'}://${address}`;
    same(readFrameName(`${address}|${secure ? 1 : 0}|${sid}`), {origin, sid}, 'the name');
  },
);

const anyName = property(
  'any other name is of no portal, or at least of an origin',
  {short: 1000, long: 50_000},
  fc.oneof(
    text,
    fc.tuple(text, fc.constantFrom('0', '1', '2'), text).map((all) => all.join('|')),
  ),
  (name) => {
    const read = readFrameName(name);
    if (read === undefined) return;
    same(new URL(read.origin).origin, read.origin, 'the origin');
    holds(name.endsWith(`|${read.sid}`), () => 'the SID');
  },
);

/** Every property of the wire. */
export const wireProperties: readonly NamedProperty[] = [
  toHost,
  toApp,
  anyMessage,
  frameName,
  anyName,
];

/** What is left of a value on the wire: `-0` is `0` there. */
function copy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function asJson(value: unknown): string {
  return JSON.stringify(value);
}

function isJson(rest: string): boolean {
  try {
    JSON.parse(rest);
    return true;
  } catch {
    return false;
  }
}
