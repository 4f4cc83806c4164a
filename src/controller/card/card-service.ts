/**
 * What only matters once there is a card or a call: reads the card's events, runs its commands, keeps
 * it open. A part of the controller that a worker's page fetches with the first of them.
 */
import {toCallCardError} from '../../model/errors/call-card-error.js';
import {readCall} from '../../model/call/call.js';
import {
  CARD_EVENTS,
  readCardEvent,
  type CardEvent,
  type CardEventName,
} from '../../model/card/card-event.js';
import type {CardCommand} from '../../model/card/card-command.js';
import {asObject, problem} from '../../model/parse/reading.js';
import type {Portal} from '../../portal/portal.js';
import {AutoCloseService} from './auto-close.js';
import type {Hold, HoldOptions} from './auto-close-hold.js';
import {callAfter, cardAfter} from './call-events.js';
import type {CardCommands} from '../commands/card-commands.js';
import type {Clock} from '../../model/clock.js';
import {CommandExecutor} from '../commands/command-executor.js';
import type {HubClient} from '../hub-client.js';
import type {Telemetry} from '../telemetry/telemetry.js';
import type {SnapshotStore} from '../snapshot-store.js';
import {StatusReader} from '../commands/status-reader.js';

export interface CardServiceOptions {
  readonly portal: Portal;
  readonly store: SnapshotStore;
  readonly clock: Clock;
  readonly recorder: Telemetry;
  /** The other frames. A function, because they are told of commands by this desk. */
  readonly hub: () => HubClient;
  /** The commands as anyone calls them. */
  readonly commands: CardCommands;
  /** How long the portal may take to answer a command, in milliseconds. */
  readonly timeLimit: number | undefined;
}

export class CardService {
  readonly #options: CardServiceOptions;
  readonly #commands: CommandExecutor;
  readonly #status: StatusReader;
  readonly #autoClose: AutoCloseService;
  /** Whether the call has changed before it was known. */
  #isBehind = false;

  constructor(options: CardServiceOptions) {
    this.#options = options;
    const {commands, store, clock} = options;
    this.#commands = new CommandExecutor({
      ...options,
      confirmed: (command) => this.#autoClose.confirmed(command),
      takeStatus: (status) => this.#takeStatus(status),
    });
    this.#status = new StatusReader(
      () => this.#commands.send({name: 'getStatus', parameters: {}}),
      (status) => this.#takeStatus(status),
    );
    this.#autoClose = new AutoCloseService(commands, store, clock);
  }

  /** Runs a command in whichever frames can. */
  perform(command: CardCommand, callId: string | null): Promise<unknown> {
    return this.#commands.perform(command, callId);
  }

  /** Runs a command that another frame asks for. */
  runFor(command: CardCommand, callId: string | null): Promise<unknown> {
    return this.#commands.runFor(command, callId);
  }

  /** The card of this call was opened before this frame was loaded. */
  recall(callId: string): void {
    void this.#commands.recall(callId);
  }

  hold(reason: string, options?: HoldOptions): Promise<Hold> {
    return this.#autoClose.hold(reason, options);
  }

  /** Takes an event as the portal has sent it, and returns what it says. */
  receive(name: CardEventName, raw: unknown): CardEvent {
    const {recorder, store, hub} = this.#options;
    const {event, action, problems} = readCardEvent(name, raw);
    recorder.count('events');
    recorder.count('unreadableValues', problems.length);
    store.addProblems(CARD_EVENTS[name].wire, problems);
    recorder.log({kind: 'event', event, problems});
    if (name === 'initialized') this.#commands.cardOpened();
    const {call} = store.snapshot;
    const card = cardAfter(store.ownCard, call, event, action);
    store.update({call: callAfter(call, event), card});
    if (name === 'beforeClose') this.#autoClose.beforeClose();
    if (name === 'entityChanged' || name === 'callStateChanged') this.#follow(name);
    if (name === 'initialized') void this.#commands.catchUpWithOthers();
    // Where the connection fails there is nobody to hear it, and the snapshot says that.
    if (action !== null)
      hub()
        .request({action, source: 'card'})
        .catch(() => undefined);
    return event;
  }

  /** The call is known now: what has changed before is read again. */
  catchUp(): void {
    if (this.#isBehind) void this.readStatus();
    this.#isBehind = false;
  }

  /** Reads the call again. Rejects when that is refused. */
  refresh(): Promise<void> {
    return this.#status.refresh();
  }

  /** When the status can't be read, what is known stays right: that is a problem, no failure. */
  async readStatus(): Promise<void> {
    try {
      await this.#status.refresh();
    } catch (error) {
      const {message} = toCallCardError(error);
      this.#options.store.addProblems('getStatus', [problem('', 'an answer', message)]);
    }
  }

  dispose(): void {
    this.#autoClose.dispose();
  }

  /** A change brings no bindings, and one before the call is known changes nothing: both are read. */
  #follow(name: 'entityChanged' | 'callStateChanged'): void {
    if (this.#options.store.snapshot.status !== 'ready') this.#isBehind = true;
    else if (name === 'entityChanged') void this.readStatus();
  }

  #takeStatus(status: unknown): void {
    const {recorder, store} = this.#options;
    const {value, problems} = readCall(asObject(Array.isArray(status) ? status[0] : status) ?? {});
    recorder.count('unreadableValues', problems.length);
    store.addProblems('getStatus', problems);
    if (value !== null) store.update({call: value});
  }
}
