/**
 * What only matters once there is a card: takes its events, runs its commands, keeps it open. A worker's
 * page fetches it with the first of them.
 */
import {toCallCardError} from '../../model/errors/call-card-error.js';
import {readCall} from '../../model/call/call.js';
import {
  CARD_EVENTS,
  readCardEvent,
  type CardEvent,
  type CardEventName,
} from '../../model/card/card-event.js';
import {callAfter, cardAfter} from '../../model/card/card-reducer.js';
import {asObject, problem} from '../../model/parse/reading.js';
import type {Portal} from '../../portal/portal.js';
import {AutoCloseService} from './auto-close.js';
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
  readonly telemetry: Telemetry;
  /** The other frames. A function, because the hub's client needs the commands first. */
  readonly hub: () => HubClient;
  /** The app's own way to the commands. */
  readonly commands: CardCommands;
  /** How long the portal may take to answer a command, in milliseconds. */
  readonly timeLimit: number | undefined;
}

/** The service, where it is there from the start. */
export function makeCardService(options: CardServiceOptions): CardService {
  return new CardService(options);
}

export class CardService {
  /** Runs the card's commands. */
  readonly commands: CommandExecutor;
  /** Keeps the card open. */
  readonly autoClose: AutoCloseService;
  readonly #options: CardServiceOptions;
  readonly #status: StatusReader;
  /** Whether the call has changed before it was known. */
  #isBehind = false;

  constructor(options: CardServiceOptions) {
    this.#options = options;
    const {commands, store, clock} = options;
    this.commands = new CommandExecutor({
      ...options,
      confirmed: (command) => this.autoClose.confirmed(command),
      takeStatus: (status) => this.#takeStatus(status),
    });
    this.#status = new StatusReader(
      () => this.commands.send({name: 'getStatus', parameters: {}}),
      (status) => this.#takeStatus(status),
    );
    this.autoClose = new AutoCloseService(commands, store, clock);
  }

  /** Takes an event as the portal has sent it, and returns what it says. */
  receive(name: CardEventName, raw: unknown): CardEvent {
    const {telemetry, store} = this.#options;
    const {event, action, problems} = readCardEvent(name, raw);
    telemetry.count('events');
    telemetry.count('unreadableValues', problems.length);
    store.addProblems(CARD_EVENTS[name].wire, problems);
    telemetry.log({kind: 'event', event, problems});
    if (name === 'initialized') this.commands.cardOpened();
    const {call} = store.snapshot;
    const card = cardAfter(store.ownCard, call, event, action);
    store.update({call: callAfter(call, event), card});
    if (name === 'beforeClose') this.autoClose.beforeClose();
    if (name === 'entityChanged' || name === 'callStateChanged') this.#follow(name);
    if (name === 'initialized') void this.commands.catchUpWithOthers();
    if (action !== null) {
      // Where the connection fails, the snapshot says so.
      this.#options
        .hub()
        .requestAction({action, source: 'card'})
        .catch(() => undefined);
    }
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

  /** A change brings no bindings, and one before the call is known changes nothing: both are read. */
  #follow(name: 'entityChanged' | 'callStateChanged'): void {
    if (this.#options.store.snapshot.status !== 'ready') this.#isBehind = true;
    else if (name === 'entityChanged') void this.readStatus();
  }

  #takeStatus(status: unknown): void {
    const {telemetry, store} = this.#options;
    const {value, problems} = readCall(asObject(Array.isArray(status) ? status[0] : status) ?? {});
    telemetry.count('unreadableValues', problems.length);
    store.addProblems('getStatus', problems);
    if (value !== null) store.update({call: value});
  }
}
