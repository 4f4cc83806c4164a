/**
 * The one shared object between the portal and everything on the page: holds the snapshot, runs the
 * commands, tells the events. Knows no DOM and no Lit.
 */
import {CrmStore} from '../crm/crm-store.js';
import {toCallCardError} from '../model/call-card-error.js';
import {readCall} from '../model/call.js';
import {
  CARD_COMMANDS,
  type CardCommand,
  type CardCommandName,
  type CardCommandResults,
} from '../model/card-command.js';
import {
  CARD_EVENTS,
  type CardEventName,
  type CardEventValues,
  type ReceivedEvent,
} from '../model/card-event.js';
import type {OperatorAction} from '../model/operator-action.js';
import {asObject, problem} from '../model/reading.js';
import {isUiState, type UiState} from '../model/ui-state.js';
import type {Portal} from '../portal/portal.js';
import {AutoCloseDesk} from './auto-close-desk.js';
import type {Hold, HoldOptions} from './auto-close.js';
import {callAfter, cardAfter} from './call-events.js';
import {CardCommands} from './card-commands.js';
import {SYSTEM_CLOCK, type Clock} from './clock.js';
import {rejectionOf, runCommand} from './command-runner.js';
import {CommandLedger} from './command-ledger.js';
import {DiagnosticsCounter, type Diagnostics} from './diagnostics.js';
import {Emitter} from './emitter.js';
import {EventHub} from './event-hub.js';
import type {LogEntry, Logger} from './log-record.js';
import {SnapshotStore} from './snapshot-store.js';
import type {Snapshot} from './snapshot.js';
import {StatusReader} from './status-reader.js';

export interface CallCardControllerOptions {
  /** How long the portal may take to answer a command, in milliseconds. Default: 2 000. */
  readonly timeLimit?: number;
  readonly clock?: Clock;
  /** Hears of every command, event and notice; never of a token. */
  readonly logger?: Logger;
}

/** Where an action was asked for: in the portal's own card, or in an element of this kit. */
export interface ActionRequest {
  readonly action: OperatorAction;
  readonly source: 'card' | 'controls';
}

export class CallCardController extends CardCommands {
  /** The CRM records of this portal. */
  readonly crm: CrmStore;

  readonly #portal: Portal;
  readonly #timeLimit: number | undefined;
  readonly #clock: Clock;
  readonly #logger: Logger | undefined;
  readonly #store = new SnapshotStore();
  readonly #counter = new DiagnosticsCounter();
  readonly #actions = new Emitter<ActionRequest>();
  readonly #hub: EventHub;
  readonly #status: StatusReader;
  readonly #ledger: CommandLedger;
  readonly #autoClose: AutoCloseDesk;
  #started: Promise<Snapshot> | undefined;
  /** Whether the call has changed before it was known. */
  #isBehind = false;

  constructor(portal: Portal, options: CallCardControllerOptions = {}) {
    super();
    this.#portal = portal;
    this.#timeLimit = options.timeLimit;
    this.#clock = options.clock ?? SYSTEM_CLOCK;
    this.#logger = options.logger;
    this.crm = new CrmStore(portal);
    this.#ledger = new CommandLedger(
      () => this.snapshot.card,
      (card) => this.#store.update({card}),
      this.#clock,
    );
    this.#hub = new EventHub(portal, (received) => this.#receive(received));
    this.#status = new StatusReader(
      () => this.#send({name: 'getStatus', parameters: {}}),
      (status) => this.#takeStatus(status),
    );
    this.#autoClose = new AutoCloseDesk(this, this.#store, this.#clock);
    portal.observe((notice) => {
      this.#counter.notice(notice);
      this.#log({kind: 'notice', notice});
    });
  }

  get snapshot(): Snapshot {
    return this.#store.snapshot;
  }

  /** What went by unseen, counted: late answers, foreign messages, unreadable values. */
  get diagnostics(): Diagnostics {
    return this.#counter.counts;
  }

  /**
   * Connects to the portal. Resolves with the snapshot that came of it, `ready` or `failed`; never
   * rejects. Asking again after a failure tries again.
   */
  start(): Promise<Snapshot> {
    return (this.#started ??= this.#connect());
  }

  /** Hears every new snapshot, the present one at once. Returns the undo. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Hears an event of the card with its value read. Returns the undo. */
  on<N extends CardEventName>(name: N, listener: (value: CardEventValues[N]) => void): () => void {
    return this.#hub.on(name, listener);
  }

  /** Hears what the operator asks for, wherever it was clicked. Returns the undo. */
  onAction(listener: (request: ActionRequest) => void): () => void {
    return this.#actions.add(listener);
  }

  /** Passes on what the operator asked for in an element of this kit. */
  requestAction(action: OperatorAction): void {
    this.#tellAction({action, source: 'controls'});
  }

  override run<N extends CardCommandName>(
    command: Extract<CardCommand, {name: N}>,
  ): Promise<CardCommandResults[N]>;
  override async run(command: CardCommand): Promise<unknown> {
    const value = await this.#send(command);
    if (command.name === 'listUiStates') return readUiStates(value);
    if (command.name !== 'getStatus') return undefined;
    this.#takeStatus(value);
    return value;
  }

  /** Reads the call again and resolves with the snapshot that has it. */
  async getStatus(): Promise<Snapshot> {
    await this.#status.refresh();
    return this.snapshot;
  }

  /**
   * Keeps the card open until the hold is released, for as long as that takes. Holds may overlap;
   * the last release lets the card close.
   *
   * @param reason - why, in words: it is in the snapshot while the hold lasts
   */
  holdOpen(reason: string, options?: HoldOptions): Promise<Hold> {
    return this.#autoClose.hold(reason, options);
  }

  /** Opens a page of the portal in a slider; resolves when it was closed. */
  openPath(path: string): Promise<void> {
    return this.#portal.openPath(path);
  }

  /**
   * Reads again what may have changed while the page was frozen or in the back-forward cache. What
   * can't be read is a problem in the snapshot.
   */
  async resume(): Promise<void> {
    if (this.snapshot.status === 'failed') await this.start();
    if (this.snapshot.placement?.kind === 'call-card') await this.#readStatus();
  }

  /** Ends everything: the portal's connection and every subscription. */
  dispose(): void {
    this.#autoClose.dispose();
    this.#hub.dispose();
    this.#portal.dispose();
    this.#store.dispose();
    this.#actions.clear();
  }

  async #connect(): Promise<Snapshot> {
    this.#store.connecting();
    this.#log({kind: 'connection', status: 'connecting'});
    // Listened to before the connection is opened, so that not even the first event is missed.
    this.#hub.open();
    try {
      const session = await this.#portal.connect();
      this.#hub.keepOnly(session.placement.kind);
      this.#store.ready(session);
      this.#log({kind: 'connection', status: 'ready'});
      if (session.placement.kind === 'call-card') this.#catchUp();
    } catch (thrown) {
      const error = toCallCardError(thrown, 'connect');
      // First, since whoever hears of the failure may start again.
      this.#started = undefined;
      this.#store.failed(error);
      this.#log({kind: 'connection', status: 'failed', code: error.code});
    }
    return this.snapshot;
  }

  async #send(command: CardCommand): Promise<unknown> {
    this.#counter.add('commands');
    let order = 0;
    try {
      if (this.#mayBeOfferedNow(command.name)) await this.#readOffer();
      const rejection = rejectionOf(command, this.snapshot.commands[command.name]);
      if (rejection !== undefined) throw rejection;
      order = this.#ledger.sent(command);
      this.#log({kind: 'command', command, status: 'sent'});
      const value = await runCommand(this.#portal, command, this.#timeLimit);
      this.#ledger.confirmed(command, order);
      this.#autoClose.confirmed(command);
      this.#log({kind: 'command', command, status: 'done'});
      return value;
    } catch (thrown) {
      const error = toCallCardError(thrown, CARD_COMMANDS[command.name].wire);
      this.#counter.add('failedCommands');
      this.#ledger.failed(command, error.code, order);
      this.#log({kind: 'command', command, status: 'failed', code: error.code});
      throw error;
    }
  }

  /** A placement may offer a command later than the page was loaded: it is asked before a refusal. */
  #mayBeOfferedNow(name: CardCommandName): boolean {
    const availability = this.snapshot.commands[name];
    return availability.status === 'unavailable' && availability.reason === 'unsupported';
  }

  async #readOffer(): Promise<void> {
    try {
      this.#store.offer(await this.#portal.readInterface());
    } catch {
      // Silence is no offer: what was known before decides.
    }
  }

  #receive({event, action, problems}: ReceivedEvent): void {
    this.#counter.add('events');
    this.#counter.add('unreadableValues', problems.length);
    this.#store.note(CARD_EVENTS[event.name].wire, problems);
    this.#log({kind: 'event', event, problems});
    if (event.name === 'initialized') this.#ledger.cardOpened();
    const {call, card} = this.snapshot;
    this.#store.update({call: callAfter(call, event), card: cardAfter(card, event, action)});
    if (event.name === 'beforeClose') this.#autoClose.beforeClose();
    if (event.name === 'entityChanged' || event.name === 'callStateChanged') this.#follow(event);
    if (action !== null) this.#tellAction({action, source: 'card'});
  }

  /** A change brings no bindings, and one before the call is known changes nothing: both are read. */
  #follow({name}: ReceivedEvent['event']): void {
    if (this.snapshot.status !== 'ready') this.#isBehind = true;
    else if (name === 'entityChanged') void this.#readStatus();
  }

  #catchUp(): void {
    if (this.#isBehind) void this.#readStatus();
    this.#isBehind = false;
  }

  /** When the status can't be read, what is known stays right: that is a problem, no failure. */
  async #readStatus(): Promise<void> {
    try {
      await this.#status.refresh();
    } catch (error) {
      this.#store.note('getStatus', [problem('', 'an answer', toCallCardError(error).message)]);
    }
  }

  #takeStatus(status: unknown): void {
    const {value, problems} = readCall(asObject(Array.isArray(status) ? status[0] : status) ?? {});
    this.#counter.add('unreadableValues', problems.length);
    this.#store.note('getStatus', problems);
    if (value !== null) this.#store.update({call: value});
  }

  #tellAction(request: ActionRequest): void {
    this.#log({kind: 'action', ...request});
    this.#actions.emit(request);
  }

  #log(entry: LogEntry): void {
    try {
      this.#logger?.({at: this.#clock.now(), ...entry});
    } catch (error) {
      // The logger's own fault: what is logged has happened all the same.
      reportError(error);
    }
  }
}

function readUiStates(answer: unknown): readonly UiState[] {
  const list: readonly unknown[] = Array.isArray(answer) ? answer.flat() : [];
  return list.filter(isUiState);
}
