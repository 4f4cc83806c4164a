/** What the frames' messages carry: actions, commands and their outcomes, with the readers of each. */
import {CARD_COMMANDS, CARD_COMMAND_NAMES, type CardCommand} from '../card/card-command.js';
import {asErrorCode, type CallCardErrorCode} from '../errors/call-card-error.js';
import {MOST_HUB_WORDS, readCount, readId} from '../parse/hub-values.js';
import {readOperatorAction, type OperatorAction} from '../card/operator-action.js';
import {asText, isObject, type JsonObject} from '../parse/reading.js';

/** What the operator asked for, on its way to the frame that leads. */
export interface HubAction {
  readonly id: string;
  readonly callId: string | null;
  readonly action: OperatorAction;
  readonly source: 'card' | 'controls';
  /** `begun`: a leader has given it to the app, and has not said yet that it is done. */
  readonly status: 'sent' | 'begun';
}

/** How an action ended. `no-leader`: no frame leads, so the app never heard of it. */
export type ActionOutcome = (typeof OUTCOMES)[number];

/** How an action ended, for whoever asked for it. `failed`: by the app, with what that threw. */
export type ActionEnd =
  {readonly outcome: ActionOutcome} | {readonly outcome: 'failed'; readonly message: string};

const OUTCOMES = ['done', 'interrupted', 'no-leader'] as const;

export type HubOutcome =
  | {readonly status: 'done'; readonly value: unknown}
  | {
      readonly status: 'refused';
      readonly code: CallCardErrorCode;
      readonly message: string;
    };

/** Orders commands of several frames: the later one wins, wherever it arrives first. */
export interface LamportStamp {
  readonly count: number;
  readonly frameId: string;
}

/** What a command has set, for a frame that has not heard it. */
export interface HubSetting {
  readonly callId: string | null;
  /** For which card of the call it was; see `SharedCall`. */
  readonly opening: number;
  readonly stamp: LamportStamp;
  readonly command: CardCommand;
}

export function readAction(value: unknown): HubAction | undefined {
  if (!isObject(value)) return undefined;
  const id = readId(value['id']);
  const action = readOperatorAction(value['action']);
  if (id === undefined || action === undefined) return undefined;
  return {
    id,
    callId: asText(value['callId']) ?? null,
    action,
    source: value['source'] === 'card' ? 'card' : 'controls',
    status: value['status'] === 'begun' ? 'begun' : 'sent',
  };
}

export function readActionEnd(body: JsonObject): ActionEnd | undefined {
  if (body['outcome'] === 'failed') return {outcome: 'failed', message: readWords(body['message'])};
  const outcome = OUTCOMES.find((each) => each === body['outcome']);
  return outcome && {outcome};
}

export function readSetting(value: unknown): HubSetting | undefined {
  if (!isObject(value)) return undefined;
  const stamp = readStamp(value['stamp']);
  const command = readCommand(value['command']);
  if (stamp === undefined || command === undefined) return undefined;
  const opening = readCount(value['opening']) ?? 0;
  return {callId: asText(value['callId']) ?? null, opening, stamp, command};
}

/** A command with parameters that the portal would take. */
function readCommand(value: unknown): CardCommand | undefined {
  if (!isObject(value) || !isObject(value['parameters'])) return undefined;
  const {parameters} = value;
  const name = CARD_COMMAND_NAMES.find((each) => each === value['name']);
  if (name === undefined || CARD_COMMANDS[name].check(parameters) !== undefined) return undefined;
  // Checked by the command's own entry.
  return {name, parameters} as unknown as CardCommand;
}

export function readOutcome(value: unknown): HubOutcome | undefined {
  if (!isObject(value)) return undefined;
  if (value['status'] === 'done') return {status: 'done', value: value['value']};
  const code = asErrorCode(value['code']);
  if (code === undefined) return undefined;
  return {status: 'refused', code, message: readWords(value['message'])};
}

/** What an app or a portal has said about a failure: for people, so no more than they would read. */
function readWords(value: unknown): string {
  return (asText(value) ?? '').slice(0, MOST_HUB_WORDS);
}

function readStamp(value: unknown): LamportStamp | undefined {
  if (!isObject(value)) return undefined;
  const count = readCount(value['count']);
  const frameId = readId(value['frameId']);
  return count === undefined || frameId === undefined ? undefined : {count, frameId};
}
