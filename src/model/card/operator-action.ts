/** What an operator can ask for: in the portal's card, or in `<call-state-controls>`. */
import {asId, asText, isObject} from '../parse/reading.js';

/** Every action by its name. What it carries is in `OperatorAction`. */
export const ACTION_NAMES = [
  'answer',
  'skip',
  'make-call',
  'hang-up',
  'hold',
  'mute',
  'transfer',
  'complete-transfer',
  'cancel-transfer',
  'dial',
  'rate-quality',
  'close',
  'notify-admin',
  'next',
  'comment',
] as const;

export type ActionName = (typeof ACTION_NAMES)[number];

/**
 * Actions that nobody can do but an app that brings something of its own for them. An element offers
 * them where the app says that it handles them.
 */
export const ANNOUNCED_ACTIONS = ['next'] as const satisfies readonly ActionName[];

export type AnnouncedAction = (typeof ANNOUNCED_ACTIONS)[number];

/** Whom a transfer goes to. */
export type TransferTarget =
  | {readonly kind: 'user'; readonly id: number}
  | {readonly kind: 'phone'; readonly number: string}
  | {readonly kind: 'queue'; readonly id: string};

/** One request of the operator. The card does not change by it: the app answers with a command. */
export type OperatorAction =
  | {
      readonly name: Exclude<
        ActionName,
        'hold' | 'mute' | 'transfer' | 'dial' | 'rate-quality' | 'comment'
      >;
    }
  | {readonly name: 'hold'; readonly held: boolean}
  | {readonly name: 'mute'; readonly muted: boolean}
  | {readonly name: 'transfer'; readonly target: TransferTarget; readonly phoneNumber: string}
  | {readonly name: 'dial'; readonly digit: DialDigit}
  | {readonly name: 'rate-quality'; readonly stars: Stars}
  | {readonly name: 'comment'; readonly text: string};

export const DIAL_DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
export type DialDigit = (typeof DIAL_DIGITS)[number];
export const STARS = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof STARS)[number];

/** An action as another frame wrote it; nothing when it is none. */
export function readOperatorAction(value: unknown): OperatorAction | undefined {
  if (!isObject(value)) return undefined;
  const {name} = value;
  switch (name) {
    case 'hold':
      return typeof value['held'] === 'boolean' ? {name, held: value['held']} : undefined;
    case 'mute':
      return typeof value['muted'] === 'boolean' ? {name, muted: value['muted']} : undefined;
    case 'dial': {
      const digit = DIAL_DIGITS.find((each) => each === value['digit']);
      return digit === undefined ? undefined : {name, digit};
    }
    case 'rate-quality': {
      const stars = STARS.find((each) => each === value['stars']);
      return stars === undefined ? undefined : {name, stars};
    }
    case 'comment':
      return typeof value['text'] === 'string' ? {name, text: value['text']} : undefined;
    case 'transfer': {
      const target = readTransferTarget(value['target']);
      if (target === undefined) return undefined;
      return {name, target, phoneNumber: asText(value['phoneNumber']) ?? ''};
    }
    default:
      return isPlainAction(name) ? {name} : undefined;
  }
}

type PlainActionName = Exclude<
  ActionName,
  'hold' | 'mute' | 'transfer' | 'dial' | 'rate-quality' | 'comment'
>;

// The names that carry something have been read before.
function isPlainAction(name: unknown): name is PlainActionName {
  return (ACTION_NAMES as readonly unknown[]).includes(name);
}

function readTransferTarget(value: unknown): TransferTarget | undefined {
  if (!isObject(value)) return undefined;
  const {kind} = value;
  const text = asText(kind === 'phone' ? value['number'] : value['id']) ?? '';
  if (text === '') return undefined;
  if (kind === 'phone') return {kind, number: text};
  if (kind === 'queue') return {kind, id: text};
  const id = asId(text);
  return kind === 'user' && id !== undefined ? {kind, id} : undefined;
}
