/** A portal in memory: records the requests, and gives the answers that the test has prepared. */
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import type {PlacementInterface} from '../../src/model/portal/portal-answers.js';
import {readPlacement} from '../../src/model/portal/placement.js';
import type {BatchOutcome, RestAnswer} from '../../src/model/portal/rest-answer.js';
import type {PortalSession} from '../../src/model/portal/session.js';
import type {PortalNotice} from '../../src/model/portal/portal-notice.js';
import type {BatchCalls, CallOptions, Portal, RequestParameters} from '../../src/portal/portal.js';

export interface AskedCommand {
  readonly command: string;
  readonly parameters: RequestParameters;
  readonly timeLimit: number | undefined;
}

/** A promise that the test settles by hand. */
export class Deferred<T> {
  readonly promise: Promise<T>;
  resolve!: (value: T) => void;
  reject!: (error: unknown) => void;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }
}

export class FakePortal implements Portal {
  readonly asked: AskedCommand[] = [];
  readonly batches: BatchCalls[] = [];
  readonly requests: {method: string; parameters: RequestParameters}[] = [];
  readonly opened: string[] = [];
  disposed = false;
  /** Answers a command; the default is the portal's `[]`. */
  answer: (command: string, parameters: RequestParameters) => unknown = () => [];
  /** Answers a REST method. */
  restAnswer: (method: string, parameters: RequestParameters) => Promise<RestAnswer> = () =>
    Promise.reject(new CallCardError('unsupported', 'The fake portal has no such method.'));
  batchAnswer: (calls: BatchCalls) => Promise<BatchOutcome> = () => Promise.resolve(new Map());
  session: PortalSession;
  connection: () => Promise<PortalSession>;
  readonly #listeners = new Map<string, Set<(value: unknown) => void>>();
  readonly #observers = new Set<(notice: PortalNotice) => void>();

  constructor(session: PortalSession = fakeSession()) {
    this.session = session;
    this.connection = () => Promise.resolve(this.session);
  }

  connect(): Promise<PortalSession> {
    return this.connection();
  }

  call(
    command: string,
    parameters: RequestParameters,
    options: CallOptions = {},
  ): Promise<unknown> {
    this.asked.push({command, parameters, timeLimit: options.timeLimit});
    return new Promise((resolve) => resolve(this.answer(command, parameters)));
  }

  readInterface(): Promise<PlacementInterface> {
    return Promise.resolve(this.session.interface ?? {commands: new Set(), events: new Set()});
  }

  listen(event: string, listener: (value: unknown) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Raises an event as the portal would. */
  emit(event: string, value?: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(value);
  }

  observe(observer: (notice: PortalNotice) => void): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  /** Raises a notice. */
  notice(notice: PortalNotice): void {
    for (const observer of this.#observers) observer(notice);
  }

  /** The number of listeners of an event. */
  listeners(event: string): number {
    return this.#listeners.get(event)?.size ?? 0;
  }

  rest(method: string, parameters: RequestParameters): Promise<RestAnswer> {
    this.requests.push({method, parameters});
    return this.restAnswer(method, parameters);
  }

  batch(calls: BatchCalls): Promise<BatchOutcome> {
    this.batches.push(calls);
    return this.batchAnswer(calls);
  }

  openPath(path: string): Promise<void> {
    this.opened.push(path);
    return Promise.resolve();
  }

  resize(): Promise<void> {
    return Promise.resolve();
  }

  dispose(): void {
    this.disposed = true;
  }
}

/** The session of a placement; by default of the tab of a call with contact 17. */
export function fakeSession(
  placement = 'CALL_CARD',
  options: unknown = CALL_OPTIONS,
): PortalSession {
  return {
    language: 'en',
    restPath: '/rest',
    memberId: 'member',
    isAdmin: false,
    origin: 'https://portal.example',
    placement: readPlacement(placement, options).value,
    interface: null,
    problems: [],
  };
}

export const CALL_OPTIONS = {
  CALL_ID: 'externalCall.1',
  PHONE_NUMBER: '+4930123456',
  LINE_NUMBER: '',
  LINE_NAME: 'Berlin',
  CRM_ENTITY_TYPE: 'CONTACT',
  CRM_ENTITY_ID: '17',
  CRM_ACTIVITY_ID: 'undefined',
  CRM_BINDINGS: [{ENTITY_TYPE: 'DEAL', ENTITY_ID: '25'}],
  CALL_DIRECTION: 'incoming',
  CALL_STATE: 'connected',
  CALL_LIST_MODE: 'false',
};
