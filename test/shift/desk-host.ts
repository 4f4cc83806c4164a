/**
 * A portal that keeps to the protocol, without a page: the simulator's own call desk behind the fake
 * window. Every message takes its time in both directions, and none overtakes another.
 */
import {asObject} from '../../src/model/parse/reading.js';
import {PortalCallService} from '../../src/simulator/portal/card/portal-call.js';
import type {Dialect} from '../../src/simulator/portal/commands/card-commands.js';
import {placementOptionsOf} from '../../src/simulator/portal/card/call-facts.js';
import {encodeHostMessage} from '../../src/simulator/portal/commands/host-wire.js';
import {
  CALL_CARD,
  offeredIn,
  type PAGE_BACKGROUND_WORKER,
} from '../../src/simulator/portal/commands/placement-interface.js';
import type {VirtualTime} from '../properties/conversation/virtual-time.js';
import {FakeHost, type PostedMessage} from '../support/fake-host.js';

export type DeskPlacement = typeof CALL_CARD | typeof PAGE_BACKGROUND_WORKER;

export interface DeskHostOptions {
  readonly placement: DeskPlacement;
  readonly dialect?: Dialect;
  /** How long a message takes in one direction, in milliseconds. */
  readonly latency?: number;
  /** Whether the callback of every command is remembered. */
  readonly remembersCallbacks?: boolean;
}

export class DeskHost extends FakeHost {
  readonly desk: PortalCallService;
  /** How many listeners the app has at its window now. */
  listening = 0;
  /** How many messages the app has sent, and how many it was told. */
  readonly count = {sent: 0, told: 0};
  /** The callbacks of all commands, where they are remembered, and of the last one. */
  readonly callbacks: string[] = [];
  lastCallback = 'none';
  readonly #time: VirtualTime;
  readonly #options: DeskHostOptions;
  readonly #bound = new Map<string, string[]>();

  constructor(time: VirtualTime, options: DeskHostOptions) {
    super();
    this.#time = time;
    this.#options = options;
    this.desk = new PortalCallService(
      {
        clock: time,
        emit: (placement, {name, value}) => {
          if (placement !== options.placement) return;
          for (const callback of this.#bound.get(name) ?? []) this.#tell(callback, value);
        },
      },
      options.dialect ?? 'browser',
    );
    this.answer = (message) => {
      this.count.sent += 1;
      // What was posted is of no use any more, and a whole shift of it would be all that grows.
      this.posted.length = 0;
      this.#remember(message);
      time.after(options.latency ?? 0, () => this.#take(message));
      return undefined;
    };
  }

  /** How many callbacks the portal calls for events. */
  get bindings(): number {
    return [...this.#bound.values()].flat().length;
  }

  /** Tells every event with something that can't be read. */
  tellBroken(): void {
    for (const callback of [...this.#bound.values()].flat()) this.#tell(callback, {nothing: 1});
  }

  override addEventListener(
    type: string,
    listener: EventListener | null,
    options?: AddEventListenerOptions,
  ): void {
    this.listening += 1;
    options?.signal?.addEventListener('abort', () => (this.listening -= 1), {once: true});
    super.addEventListener(type, listener, options);
  }

  #remember({command, callback}: PostedMessage): void {
    if (command === 'placementBindEvent') return;
    this.lastCallback = callback;
    if (this.#options.remembersCallbacks === true) this.callbacks.push(callback);
  }

  #take({command, callback, parameters}: PostedMessage): void {
    for (const value of this.#answersTo(command, callback, asObject(parameters) ?? {})) {
      this.#tell(callback, value);
    }
  }

  #answersTo(
    command: string,
    callback: string,
    parameters: Readonly<Record<string, unknown>>,
  ): readonly unknown[] {
    const {placement} = this.#options;
    switch (command) {
      case 'getInitData':
        return [this.#initData()];
      case 'getInterface':
        return [offeredIn(placement)];
      case 'placementBindEvent': {
        const event = String(parameters['event']);
        if (offeredIn(placement).event.includes(event)) {
          this.#bound.set(event, [...(this.#bound.get(event) ?? []), callback]);
        }
        return [];
      }
      default:
        if (placement === CALL_CARD) return this.desk.runTabCommand(command) ?? [];
        return this.desk.runWorkerCommand(command, parameters) ?? [];
    }
  }

  #initData(): unknown {
    const {snapshot} = this.desk;
    const isTab = this.#options.placement === CALL_CARD && snapshot !== null;
    return {
      LANG: 'en',
      PATH: '/rest',
      AUTH_ID: 'token',
      AUTH_EXPIRES: '3600',
      MEMBER_ID: 'member',
      PLACEMENT: this.#options.placement,
      PLACEMENT_OPTIONS: isTab ? placementOptionsOf(snapshot.call) : [],
    };
  }

  #tell(callback: string, value: unknown): void {
    this.#time.after(this.#options.latency ?? 0, () => {
      this.count.told += 1;
      this.say(encodeHostMessage(callback, value));
    });
  }
}
