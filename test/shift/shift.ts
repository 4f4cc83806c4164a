/**
 * A whole shift through one controller over the frame's adapter, with the simulator's own desk as the
 * portal, and what is in memory after some calls and after many.
 */
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import {CARD_EVENT_NAMES} from '../../src/model/card/card-event.js';
import type {CardCommand} from '../../src/model/card/card-command.js';
import {fromFrame} from '../../src/portal/frame/frame-portal.js';
import {nextTask, VirtualTime} from '../properties/conversation/virtual-time.js';
import {DeskHost, type DeskPlacement} from './desk-host.js';
import {client} from './tab-calls.js';
import {WORKER_CALLS} from './worker-calls.js';
import {controllerOver} from '../support/controller-over.js';

/** What a shift has left behind so far. */
export interface Remains {
  readonly calls: number;
  /** Listeners that the app has at its window. */
  readonly windowListeners: number;
  /** Listeners of the page's own that are told of one change; each is one that was not taken away. */
  readonly pageListeners: number;
  /** Timers that wait: of the controller and of the adapter. */
  readonly timers: number;
  /** Callbacks of earlier commands that the adapter still knows; where they are remembered. */
  readonly callbacks?: number;
  /** Callbacks that the portal calls for events. */
  readonly bindings: number;
  readonly problems: number;
  /** The snapshot as JSON without its problems, in characters. */
  readonly snapshot: number;
}

export interface ShiftOptions {
  /** Remembers every callback, to ask the adapter afterwards which of them it knows. */
  readonly remembersCallbacks?: boolean;
}

export class Shift {
  readonly controller: CallCardController;
  readonly host: DeskHost;
  /** How often each outcome of a command has come: `done`, or an error's code. */
  readonly outcomes: Record<string, number> = {};
  /** How many events and actions the page has heard. */
  heard = 0;
  readonly #placement: DeskPlacement;
  readonly #time = new VirtualTime();
  readonly #restoreTimers: () => void;
  #calls = 0;
  #tolds = 0;

  constructor(placement: DeskPlacement, {remembersCallbacks = false}: ShiftOptions = {}) {
    this.#placement = placement;
    this.#restoreTimers = this.#time.install();
    this.host = new DeskHost(this.#time, {placement, latency: 5, remembersCallbacks});
    const portal = fromFrame({window: this.host.window});
    this.controller = controllerOver(portal, {clock: this.#time});
  }

  async start(): Promise<void> {
    if (this.#placement === 'CALL_CARD') {
      this.host.desk.start({entity: {typeId: 3, id: 1}, campaign: true});
    }
    const started = this.controller.start();
    await this.#pass(100);
    await started;
  }

  /** Goes on until so many calls are over. */
  async until(calls: number): Promise<void> {
    while (this.#calls < calls) {
      const leave = this.#listen();
      await this.#call(this.#calls);
      leave();
      this.#calls += 1;
    }
    // What is still under way, and every time limit.
    await this.#pass(10_000);
  }

  async measure(): Promise<Remains> {
    const {snapshot} = this.controller;
    return {
      calls: this.#calls,
      windowListeners: this.host.listening,
      pageListeners: await this.#countPageListeners(),
      timers: this.#time.pending,
      ...(await this.#knownCallbacks()),
      bindings: this.host.bindings,
      problems: snapshot.problems.length,
      snapshot: JSON.stringify({...snapshot, problems: []}).length,
    };
  }

  /** Ends it; how many timers are left then. */
  end(): number {
    this.controller.dispose();
    this.host.desk.closeCard();
    this.#restoreTimers();
    return this.#time.pending;
  }

  async #call(index: number): Promise<void> {
    const {host, controller} = this;
    const pass = (milliseconds: number): Promise<void> => this.#pass(milliseconds);
    const run = (command: CardCommand): Promise<string | undefined> => this.#run(command);
    const call = {host, controller, pass, run, index};
    this.#disturb(index);
    if (this.#placement === 'CALL_CARD') await client(call);
    else await WORKER_CALLS[index % WORKER_CALLS.length]?.(call);
  }

  /** What a page does with every call: it listens to everything, and leaves in the end. */
  #listen(): () => void {
    const heard = (): void => void (this.heard += 1);
    const undo = [
      this.controller.subscribe(() => (this.#tolds += 1)),
      this.controller.onAction(heard),
      ...CARD_EVENT_NAMES.map((name) => this.controller.on(name, heard)),
    ];
    return () => undo.forEach((leave) => leave());
  }

  /** Others on the page, and a portal that says things twice, late, or wrong. */
  #disturb(index: number): void {
    const last = this.host.lastCallback;
    this.host.say(`${last}:[]`);
    this.host.say(`${last}:{`);
    this.host.say(`${last}:[]`, {origin: 'https://elsewhere.example'});
    this.host.say(`stranger${index}:[]`);
    this.host.tellBroken();
  }

  async #run(command: CardCommand): Promise<string | undefined> {
    const outcome = this.controller.run(command as Extract<CardCommand, {name: 'close'}>).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof CallCardError) return error.code;
        throw error;
      },
    );
    // Answered at once, or confirmed by silence, or not at all.
    const state = {isSettled: false};
    void outcome.then(() => (state.isSettled = true));
    for (const wait of [20, 300, 2000]) {
      await this.#pass(wait);
      if (state.isSettled) break;
    }
    const code = await outcome;
    this.outcomes[code ?? 'done'] = (this.outcomes[code ?? 'done'] ?? 0) + 1;
    return code;
  }

  async #pass(milliseconds: number): Promise<void> {
    await this.#time.pass(milliseconds, nextTask);
  }

  async #countPageListeners(): Promise<number> {
    const before = this.#tolds;
    this.host.tellBroken();
    await this.#pass(20);
    return this.#tolds - before;
  }

  /** A late answer to a callback that is known is counted as one, to another as a stranger's. */
  async #knownCallbacks(): Promise<Pick<Remains, 'callbacks'>> {
    if (this.host.callbacks.length === 0) return {};
    const before = this.controller.diagnostics.lateAnswers;
    for (const callback of this.host.callbacks) this.host.say(`${callback}:[]`);
    await this.#pass(20);
    return {callbacks: this.controller.diagnostics.lateAnswers - before};
  }
}
