/**
 * The requests of the controls: commands and actions. Each is an event, which the nearest context serves, or
 * the element itself with the page's controller if it is in no context. Each is pending until its answer.
 */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {CallCardController} from '../../controller/call-card-controller.js';
import type {Snapshot} from '../../controller/snapshot.js';
import {CallActionRequestEvent, serveAction} from '../../events/call-action-request-event.js';
import {CallCommandEvent, serveCommand} from '../../events/call-command-event.js';
import {clientKey} from '../../model/call/call.js';
import type {CardCommand} from '../../model/card/card-command.js';
import type {OperatorAction} from '../../model/card/operator-action.js';
import {CallCardError, toCallCardError} from '../../model/errors/call-card-error.js';
import type {ControllerConsumer} from '../shared/controller/controller-consumer.js';

export interface Refusal<K extends string> {
  /** The name of the request. */
  readonly key: K;
  readonly error: CallCardError;
}

/** `K`: the names of the element's requests. */
export class PendingCommands<K extends string> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #pending = new Set<K>();
  #leaving = new AbortController();
  #refusal: Refusal<K> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The last refusal, until the next request. */
  get refusal(): Refusal<K> | undefined {
    return this.#refusal;
  }

  isPending(key: K): boolean {
    return this.#pending.has(key);
  }

  /**
   * Sends a request, unless one of the same name is pending. Never rejects: resolves with whether the
   * request succeeded.
   *
   * @param send - its signal is aborted when the element leaves the page
   */
  async sendRequest(key: K, send: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
    const pending = this.#pending;
    if (pending.has(key)) return false;
    const {signal} = this.#leaving;
    pending.add(key);
    this.clearRefusal();
    try {
      await send(signal);
      return true;
    } catch (thrown) {
      if (!signal.aborted) this.setRefusal(key, thrown);
      return false;
    } finally {
      pending.delete(key);
      this.#host.requestUpdate();
    }
  }

  /** Sets the refusal of a request that was sent without waiting. */
  setRefusal(key: K, thrown: unknown): void {
    this.#refusal = {key, error: toCallCardError(thrown)};
    this.#host.requestUpdate();
  }

  /** Removes the refusal, for example because the call went on. */
  clearRefusal(): void {
    this.#refusal = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.#pending = new Set();
    this.#refusal = undefined;
  }
}

/**
 * Requests a command by an event. Settles as the command does. Rejects with `aborted` if the page
 * prevents the event, and with `disconnected` if the element is on no page.
 */
export async function requestCommand(
  host: HTMLElement,
  {controller}: ControllerConsumer,
  command: CardCommand,
): Promise<unknown> {
  const event = new CallCommandEvent(command);
  host.dispatchEvent(event);
  if (controller !== undefined) void serveCommand(event, controller);
  return event.outcome ?? notConnected(command);
}

/** Requests an action of the app by an event. Returns the outcome; `undefined` if it was prevented. */
export function requestAction(
  host: HTMLElement,
  {controller}: ControllerConsumer,
  action: OperatorAction,
): Promise<unknown> | undefined {
  const event = new CallActionRequestEvent(action);
  host.dispatchEvent(event);
  if (controller !== undefined) void serveAction(event, controller);
  return event.outcome ?? (event.handled ? Promise.resolve() : undefined);
}

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

function notConnected({name: request, parameters}: CardCommand): never {
  throw new CallCardError('disconnected', 'The element is not on a page.', {request, parameters});
}

function clientIn({call}: CardView): string {
  return call === null ? '' : clientKey(call);
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
