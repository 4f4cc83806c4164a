/** Waits for the answer to an action: the app runs a command, and the card shows the new state. */
import type {CallCardController} from '../../controller/call-card-controller.js';
import type {Snapshot} from '../../controller/snapshot.js';
import {CallCardError} from '../../model/errors/call-card-error.js';
import {clientKey} from '../../model/call/call.js';
import type {OperatorAction} from '../../model/card/operator-action.js';

/** The part of a snapshot that tells whether an action is answered. */
export type CardView = Pick<Snapshot, 'call' | 'card'>;

/** Whether the card shows the result of the action. An action that the card never shows is answered at once. */
export function isAnswered(action: OperatorAction, before: CardView, now: CardView): boolean {
  const [{card: old}, {card}] = [before, now];
  if (old.status !== 'open' || card.status !== 'open') return true;
  switch (action.name) {
    case 'hold':
      return card.held === action.held;
    case 'mute':
      return card.muted === action.muted;
    case 'dial':
    case 'rate-quality':
    case 'notify-admin':
    case 'comment':
      return true;
    case 'next':
      return clientIn(now) !== clientIn(before);
    default:
      return card.uiState.value !== old.uiState.value;
  }
}

export interface AnswerLimits {
  /** In milliseconds. */
  readonly timeLimit: number;
  readonly signal: AbortSignal;
  /** Settles when the app has handled the action. */
  readonly ended: Promise<unknown>;
}

function clientIn({call}: CardView): string {
  return call === null ? '' : clientKey(call);
}

/**
 * Resolves when the action is answered. Rejects with `timeout` after `timeLimit`, with `aborted` by the
 * signal, and with the error of `ended` if the app has failed.
 */
export function waitForAnswer(
  controller: CallCardController,
  action: OperatorAction,
  before: CardView,
  {timeLimit, signal, ended}: AnswerLimits,
): Promise<void> {
  const {promise, resolve, reject} = promiseWithResolvers();
  const unsubscribe = controller.subscribe((now) => {
    if (isAnswered(action, before, now)) resolve();
  });
  const fail = (code: 'timeout' | 'aborted'): void => {
    reject(
      new CallCardError(code, `Nothing answered ${action.name}: no command changed the card.`),
    );
  };
  const timer = setTimeout(fail, timeLimit, 'timeout');
  signal.addEventListener('abort', () => fail('aborted'));
  ended.catch(reject);
  return promise.finally(() => {
    clearTimeout(timer);
    unsubscribe();
  });
}

function promiseWithResolvers(): {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
} {
  let resolve!: () => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<void>((...both) => ([resolve, reject] = both));
  return {promise, resolve, reject};
}
