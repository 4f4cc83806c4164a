/**
 * What the frames of one app say to each other, and its reader. Anybody on the same origin can write
 * into the same channel, so a message is read like all that comes from outside: bounded in size,
 * of a known version, and dropped when anything about it is wrong.
 */
import {
  readAction,
  readActionEnd,
  readOutcome,
  readSetting,
  type ActionEnd,
  type HubAction,
  type HubOutcome,
  type HubSetting,
} from './hub-payloads.js';
import {DRAFT_READERS, type DraftMessage} from './draft-message.js';
import {readSharedCall, writeSharedCall, type SharedCall} from './hub-call.js';
import {readHubFrame, writeHubFrame, type HubFrame} from './hub-frame.js';
import {MOST_HUB_CHARACTERS, readCount, readId, readList} from '../parse/hub-values.js';
import {asText, isObject, parseJson, type JsonObject} from '../parse/reading.js';

export type {
  ActionEnd,
  ActionOutcome,
  HubAction,
  HubOutcome,
  HubSetting,
  LamportStamp,
} from './hub-payloads.js';

/** Grows when a message changes its meaning; a kit that speaks another one is not understood. */
export const HUB_PROTOCOL = 1;

export type HubMessage =
  | {readonly kind: 'hello'; readonly frame: HubFrame}
  /** The answer to a hello, with what the new frame should know. `epoch` is 0 without a leader. */
  | {
      readonly kind: 'welcome';
      readonly frame: HubFrame;
      readonly epoch: number;
      readonly leaderId: string | null;
      readonly calls: readonly SharedCall[];
      /** Calls whose cards are there, while the frames that told of them have gone. */
      readonly orphans: readonly SharedCall[];
      readonly settings: readonly HubSetting[];
      readonly actions: readonly HubAction[];
    }
  | {readonly kind: 'frame'; readonly frame: HubFrame}
  | {readonly kind: 'bye'}
  /** The leader has seen that a frame is there no more. */
  | {readonly kind: 'gone'; readonly frameId: string}
  | {readonly kind: 'call'; readonly call: SharedCall}
  | {readonly kind: 'action'; readonly action: HubAction}
  | {readonly kind: 'begun'; readonly id: string; readonly witness: string | null}
  | {readonly kind: 'noted'; readonly id: string}
  | ({readonly kind: 'ended'; readonly id: string} & ActionEnd)
  | ({readonly kind: 'command'; readonly id: string} & HubSetting)
  | {readonly kind: 'outcome'; readonly id: string; readonly outcome: HubOutcome}
  | {readonly kind: 'lead'; readonly epoch: number}
  | {readonly kind: 'resign'; readonly epoch: number}
  | {readonly kind: 'beat'; readonly epoch: number}
  | {readonly kind: 'probe'}
  | {readonly kind: 'alive'}
  | {readonly kind: 'suspect'; readonly frameId: string}
  | DataMessage
  | DraftMessage;

/** How frames share what they have loaded from the portal. */
export type DataMessage =
  /** Who has, or is loading, the data under this key? */
  | {readonly kind: 'want'; readonly key: string}
  /** Here it is; `null` when it can't be passed on, and everybody has to load it. */
  | {readonly kind: 'have'; readonly key: string; readonly data: unknown}
  /** I am loading it, and lack it yet. */
  | {readonly kind: 'lack'; readonly key: string};

export type HubMessageKind = HubMessage['kind'];

export interface HubEnvelope {
  /** The frame that sent it. */
  readonly from: string;
  /** Counts the sender's messages, so that a repeated one is known. */
  readonly number: number;
  /** The only frame that it is for; none when it is for all. */
  readonly to: string | null;
  readonly message: HubMessage;
}

/** Why a message was not taken. `stranger`: its sender has not introduced itself. */
export type HubFault =
  'oversized' | 'foreign-version' | 'malformed' | 'forged' | 'replayed' | 'stranger';

type Read<K extends HubMessageKind> = (
  body: JsonObject,
  from: string,
) => Omit<Extract<HubMessage, {kind: K}>, 'kind'> | undefined;

/** How each message is read. */
const READERS: {readonly [K in HubMessageKind]: Read<K>} = {
  hello: readFrame,
  welcome: (body, from) => {
    const frame = readFrame(body, from)?.frame;
    const epoch = readCount(body['epoch']);
    if (frame === undefined || epoch === undefined) return undefined;
    return {
      frame,
      epoch,
      leaderId: readId(body['leaderId']) ?? null,
      calls: readList(body['calls'], readSharedCall),
      orphans: readList(body['orphans'], readSharedCall),
      settings: readList(body['settings'], readSetting),
      actions: readList(body['actions'], readAction),
    };
  },
  frame: readFrame,
  bye: () => ({}),
  gone: (body) => named('frameId', body),
  call: (body) => {
    const call = readSharedCall(body['call']);
    return call && {call};
  },
  action: (body) => {
    const action = readAction(body['action']);
    return action && {action};
  },
  begun: (body) => {
    const id = readId(body['id']);
    return id === undefined ? undefined : {id, witness: readId(body['witness']) ?? null};
  },
  noted: (body) => named('id', body),
  ended: (body) => {
    const id = readId(body['id']);
    const end = readActionEnd(body);
    return id === undefined || end === undefined ? undefined : {id, ...end};
  },
  command: (body) => {
    const id = readId(body['id']);
    const setting = readSetting(body);
    return id === undefined || setting === undefined ? undefined : {id, ...setting};
  },
  outcome: (body) => {
    const id = readId(body['id']);
    const outcome = readOutcome(body['outcome']);
    return id === undefined || outcome === undefined ? undefined : {id, outcome};
  },
  lead: readEpoch,
  resign: readEpoch,
  beat: readEpoch,
  probe: () => ({}),
  alive: () => ({}),
  suspect: (body) => named('frameId', body),
  want: readKey,
  have: (body) => {
    const key = asText(body['key']);
    return key === undefined ? undefined : {key, data: body['data']};
  },
  lack: readKey,
  ...DRAFT_READERS,
};

export type HubReading =
  | {readonly status: 'read'; readonly envelope: HubEnvelope}
  | {readonly status: 'fault'; readonly fault: HubFault}
  /** Not of this hub: another app's, or another portal's. */
  | {readonly status: 'other'};

/** Reads a message of the hub with this name. */
export function readHubMessage(data: unknown, hub: string): HubReading {
  if (typeof data !== 'string' || !data.startsWith(PREFIX)) return {status: 'other'};
  if (data.length > MOST_HUB_CHARACTERS) return {status: 'fault', fault: 'oversized'};
  const body = parseJson(data)?.value;
  if (!isObject(body)) return {status: 'fault', fault: 'malformed'};
  if (body['hub'] !== hub) return {status: 'other'};
  if (body['callCardKit'] !== HUB_PROTOCOL) return {status: 'fault', fault: 'foreign-version'};
  const from = readId(body['from']);
  const number = readCount(body['number']);
  const message = from === undefined ? undefined : readBody(body, from);
  if (from === undefined || number === undefined || message === undefined) {
    return {status: 'fault', fault: 'malformed'};
  }
  const to = readId(body['to']) ?? null;
  return {status: 'read', envelope: {from, number, to, message}};
}

/** The text that travels. */
export function writeHubMessage(hub: string, envelope: HubEnvelope): string {
  const {message, ...rest} = envelope;
  return JSON.stringify({callCardKit: HUB_PROTOCOL, hub, ...rest, ...bodyOf(message)});
}

function bodyOf(message: HubMessage): JsonObject {
  switch (message.kind) {
    case 'call':
      return {...message, call: writeSharedCall(message.call)};
    case 'hello':
    case 'frame':
      return {...message, frame: writeHubFrame(message.frame)};
    case 'welcome':
      return {
        ...message,
        frame: writeHubFrame(message.frame),
        calls: message.calls.map(writeSharedCall),
        orphans: message.orphans.map(writeSharedCall),
      };
    default:
      return {...message};
  }
}

const PREFIX = '{"callCardKit":';

function readBody(body: JsonObject, from: string): HubMessage | undefined {
  const kind = asText(body['kind']) ?? '';
  if (!isKind(kind)) return undefined;
  const content = READERS[kind](body, from);
  // The table gives each kind its own content, which the compiler can't follow through an index.
  return content === undefined ? undefined : ({kind, ...content} as HubMessage);
}

function isKind(text: string): text is HubMessageKind {
  return Object.hasOwn(READERS, text);
}

function readFrame(body: JsonObject, from: string): {readonly frame: HubFrame} | undefined {
  const frame = readHubFrame(from, body['frame']);
  return frame && {frame};
}

function readEpoch(body: JsonObject): {readonly epoch: number} | undefined {
  const epoch = readCount(body['epoch']);
  return epoch === undefined ? undefined : {epoch};
}

function readKey(body: JsonObject): {readonly key: string} | undefined {
  const key = asText(body['key']);
  return key === undefined ? undefined : {key};
}

function named<N extends string>(name: N, body: JsonObject): Record<N, string> | undefined {
  const id = readId(body[name]);
  return id === undefined ? undefined : ({[name]: id} as Record<N, string>);
}
