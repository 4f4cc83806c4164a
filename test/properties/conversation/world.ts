/** Everything that takes part in one conversation: the app's controller, the portal, and time. */
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
import type {Hold} from '../../../src/controller/card/auto-close.js';
import type {Diagnostics} from '../../../src/controller/telemetry/diagnostics.js';
import type {CardEventName} from '../../../src/model/card/card-event.js';
import {fromFrame} from '../../../src/portal/frame/frame-portal.js';
import {decodeHostMessage} from '../../../src/simulator/portal/commands/host-wire.js';
import type {PostedMessage} from '../../support/fake-host.js';
import {holds, same} from '../expectations.js';
import {tally} from '../tally.js';
import {ExpectedState} from './expected-state.js';
import {ALL_EVENTS} from './facts.js';
import {expectNoFault} from './faults.js';
import {Listeners} from './listeners.js';
import {parse, type Asked} from './messages.js';
import {ScriptHost} from './script-host.js';
import type {Conversation} from './steps.js';
import {nextTask, VirtualTime} from './virtual-time.js';

// The kit fetches it when it is needed. Here time is virtual, and no fetching takes any of it.
import '../../../src/portal/rest/rest-client.js';
import {controllerOver} from '../../support/controller-over.js';

/** A promise that must be settled at the end. */
export interface Pending {
  readonly what: string;
  settled:
    {readonly status: 'done'} | {readonly status: 'failed'; readonly error: unknown} | undefined;
  /** The message whose outcome is its own, when it was sent at once. */
  readonly asked: Asked | undefined;
  /** What it must fail with, when it may not be sent. */
  readonly code: string | undefined;
}

export interface HeldOpen {
  readonly reason: string;
  hold: Hold | undefined;
  failed: boolean;
  released: boolean;
}

export class World {
  readonly script: Conversation;
  readonly time = new VirtualTime();
  readonly expected = new ExpectedState();
  readonly host: ScriptHost;
  readonly controller: CallCardController;
  readonly listeners: Listeners;
  readonly pending: Pending[] = [];
  readonly holds: HeldOpen[] = [];
  /** The events that the app has heard. */
  readonly heard: CardEventName[] = [];
  /** What the kit must have counted. */
  readonly counts = {
    foreignMessages: 0,
    unknownCallbacks: 0,
    malformedMessages: 0,
    lateAnswers: 0,
    doubledEvents: 0,
    events: 0,
  } satisfies Partial<Diagnostics>;
  /** Errors of listeners and of the logger, which the kit reports. */
  readonly reported: unknown[] = [];
  thrown = 0;
  readonly #restoreGlobals: () => void;

  constructor(script: Conversation) {
    this.script = script;
    this.#restoreGlobals = this.#installGlobals();
    this.host = new ScriptHost(script, (message) => this.#posted(message));
    this.controller = controllerOver(fromFrame({window: this.host.window}), {
      clock: this.time,
      ...(script.logger === 'none' ? {} : {logger: (record) => this.#log(record)}),
    });
    this.listeners = new Listeners(this.controller);
    this.#addUnruly();
    this.listeners.add();
    for (const name of Object.values(ALL_EVENTS)) {
      this.controller.on(name, () => this.heard.push(name));
    }
  }

  get hasEnded(): boolean {
    return this.expected.phase === 'disposed';
  }

  /** Remembers a promise of the kit, with what is known of how it must end. */
  promise(
    what: string,
    promise: Promise<unknown>,
    known: {asked?: Asked | undefined; code?: string} = {},
  ): void {
    const {asked, code} = known;
    const pending: Pending = {what, settled: undefined, asked, code};
    this.pending.push(pending);
    promise.then(
      () => (pending.settled = {status: 'done'}),
      (error: unknown) => (pending.settled = {status: 'failed', error}),
    );
  }

  start(): void {
    this.promise('start', this.controller.start());
  }

  dispose(): void {
    this.controller.dispose();
    this.expected.dispose();
    this.listeners.end();
  }

  async pass(milliseconds: number): Promise<void> {
    await this.time.pass(milliseconds, () => this.settle());
  }

  /** Brings what is on its way, one message in a task, until nothing happens any more. */
  async settle(): Promise<void> {
    for (;;) {
      this.expected.passedTo(this.time.now());
      await nextTask();
      const delivery = this.host.deliveries.shift();
      if (delivery === undefined) break;
      this.#deliver(delivery.callback, delivery.text);
    }
    expectNoFault();
  }

  /** Leaves the machine as it was, once nothing of this conversation goes on. */
  async end(): Promise<void> {
    this.controller.dispose();
    await nextTask();
    this.#restoreGlobals();
    tally.conversations += 1;
    tally.snapshots += this.listeners.told;
  }

  #posted(message: PostedMessage): void {
    const decoded = decodeHostMessage(message.text);
    holds(decoded.status === 'read', () => `the host can't read ${message.text}`);
    same(decoded.message.sid, 'sid', 'the SID');
    same(message.targetOrigin, 'https://portal.example', 'the origin it is meant for');
    if (message.command === 'placementBindEvent') return;
    if (message.command === 'getInitData') this.expected.connecting();
    // Events that are missing are looked for from time to time; else a command wants the list.
    this.expected.posted(message, this.time.now(), !this.time.isCalling);
  }

  #deliver(callback: string, text: string): void {
    const {hasEnded} = this;
    const taken = this.expected.answered(callback, text, this.time.now());
    const isJson = text === '' || parse(text) !== undefined;
    if (taken === 'late' && isJson && !hasEnded) this.counts.lateAnswers += 1;
    tally.messages += 1;
    this.host.say(`${callback}:${text}`);
  }

  /** A listener of the integrator's, who may do anything. */
  #addUnruly(): void {
    const {listener} = this.script;
    let again = 2;
    const leave = this.controller.subscribe(({status, autoClose}) => {
      // Not while it comes: then its errors are the caller's.
      if (this.listeners.told === 1) return;
      if (listener === 'throws') this.#throw('the listener’s own');
      if (listener === 'leaves') leave();
      if (listener === 'disposes' && autoClose.status === 'closing') this.dispose();
      if (listener === 'starts again' && status === 'failed' && (again -= 1) >= 0) this.start();
    });
  }

  #log(record: unknown): void {
    holds(!JSON.stringify(record).includes('secret'), () => 'the log has a token');
    if (this.script.logger === 'throws') this.#throw('the logger’s own');
  }

  #throw(message: string): never {
    this.thrown += 1;
    throw new Error(message);
  }

  #installGlobals(): () => void {
    const restoreTimers = this.time.install();
    const {reportError} = globalThis;
    globalThis.reportError = (error) => this.reported.push(error);
    return () => {
      restoreTimers();
      globalThis.reportError = reportError;
    };
  }
}
