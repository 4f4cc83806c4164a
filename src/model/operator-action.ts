/** What an operator can ask for: in the portal's card, or in `<call-state-controls>`. */

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
