/**
 * The one shared object between the portal and everything on the page: holds the snapshot, runs the
 * commands, tells the events. Knows no DOM and no Lit.
 */
import {CrmStore} from '../crm/crm-store.js';
import {toCallCardError, type CallCardError} from '../model/call-card-error.js';
import {readCall, withEntityChange, type EntityChange} from '../model/call.js';
import {
  CARD_COMMANDS,
  type CardCommand,
  type CardCommandName,
  type CardCommandResults,
} from '../model/card-command.js';
import {
  CARD_EVENTS,
  type CardEvent,
  type CardEventName,
  type CardEventValues,
  type ReceivedEvent,
} from '../model/card-event.js';
import type {OperatorAction} from '../model/operator-action.js';
import {asObject, problem, type Problem} from '../model/reading.js';
import type {PortalSession} from '../model/session.js';
import {isUiState, type AnyUiState, type UiState} from '../model/ui-state.js';
import type {Portal} from '../portal/portal.js';
import {commandsIn, noCommands} from './availability.js';
import {afterCommand, afterSilence, OPENED_CARD} from './card-reducer.js';
import {rejectionOf, runCommand} from './command-runner.js';
import {Emitter} from './emitter.js';
import {EventHub} from './event-hub.js';
import type {ConnectingSnapshot, ReadySnapshot, Snapshot} from './snapshot.js';
import {StatusReader} from './status-reader.js';

export interface CallCardControllerOptions {
  /** How long the portal may take to answer a command, in milliseconds. Default: 2 000. */
  readonly timeLimit?: number;
  /** The present time in milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Where an action was asked for: in the portal's own card, or in an element of this kit. */
export interface ActionRequest {
  readonly action: OperatorAction;
  readonly source: 'card' | 'controls';
}

/** How long one `disableAutoClose` keeps the card after the end of the call, in milliseconds. */
export const AUTO_CLOSE_HOLD_MS = 65_000;

/** A portal that sends the same nonsense all day must not fill the memory. */
const MOST_PROBLEMS = 20;

const CONNECTING: ConnectingSnapshot = {
  status: 'connecting',
  placement: null,
  call: null,
  card: {status: 'unseen'},
  autoClose: {status: 'normal'},
  commands: noCommands('connecting'),
  problems: [],
};

export class CallCardController {
  /** The CRM records of this portal. */
  readonly crm: CrmStore;

  readonly #portal: Portal;
  readonly #timeLimit: number | undefined;
  readonly #now: () => number;
  readonly #hub: EventHub;
  readonly #status: StatusReader;
  readonly #snapshots = new Emitter<Snapshot>();
  readonly #actions = new Emitter<ActionRequest>();
  #snapshot: Snapshot = CONNECTING;
  #session: PortalSession | null = null;
  #started: Promise<Snapshot> | undefined;

  constructor(portal: Portal, options: CallCardControllerOptions = {}) {
    this.#portal = portal;
    this.#timeLimit = options.timeLimit;
    this.#now = options.now ?? Date.now;
    this.crm = new CrmStore(portal);
    this.#hub = new EventHub(portal, (received) => this.#receive(received));
    this.#status = new StatusReader(
      () => this.#run({name: 'getStatus', parameters: {}}),
      (status) => this.#takeStatus(status),
    );
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /**
   * Connects to the portal. Resolves with the snapshot that came of it, `ready` or `failed`; never
   * rejects. Asking again after a failure tries again.
   */
  start(): Promise<Snapshot> {
    this.#started ??= this.#connect().then((snapshot) => {
      if (snapshot.status === 'failed') this.#started = undefined;
      return snapshot;
    });
    return this.#started;
  }

  /** Hears every new snapshot, the present one at once. Returns the undo. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void {
    const undo = this.#snapshots.add(listener);
    listener(this.#snapshot);
    return undo;
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
    this.#actions.emit({action, source: 'controls'});
  }

  /**
   * Runs any command; the methods below are the same with names.
   *
   * Rejects with a `CallCardError`: `missing-field` and `invalid-ui-state` before anything is sent,
   * `unsupported` where the placement does not offer it, `no-card`, `timeout`, `disconnected`.
   */
  async run<N extends CardCommandName>(
    command: Extract<CardCommand, {name: N}>,
  ): Promise<CardCommandResults[N]>;
  async run(command: CardCommand): Promise<unknown> {
    const value = await this.#run(command);
    if (command.name === 'listUiStates') return readUiStates(value);
    if (command.name !== 'getStatus') return undefined;
    this.#takeStatus(value);
    return value;
  }

  /** `autoStartTimer: false` leaves the timer stopped, reset and hidden when talking begins. */
  setUiState(uiState: AnyUiState, options: {autoStartTimer?: boolean} = {}): Promise<undefined> {
    const disable = options.autoStartTimer === false;
    const parameters = disable ? {uiState, disableAutoStartTimer: true} : {uiState};
    return this.run({name: 'setUiState', parameters});
  }

  setTitle(title: string): Promise<undefined> {
    return this.run({name: 'setTitle', parameters: {title}});
  }

  setStatusText(statusText: string): Promise<undefined> {
    return this.run({name: 'setStatusText', parameters: {statusText}});
  }

  setMute(muted: boolean): Promise<undefined> {
    return this.run({name: 'setMute', parameters: {muted}});
  }

  setHold(held: boolean): Promise<undefined> {
    return this.run({name: 'setHold', parameters: {held}});
  }

  startTimer(): Promise<undefined> {
    return this.run({name: 'startTimer', parameters: {}});
  }

  stopTimer(): Promise<undefined> {
    return this.run({name: 'stopTimer', parameters: {}});
  }

  /** Closes the card. */
  close(): Promise<undefined> {
    return this.run({name: 'close', parameters: {}});
  }

  listUiStates(): Promise<readonly UiState[]> {
    return this.run({name: 'listUiStates', parameters: {}});
  }

  /** Reads the call again and resolves with the snapshot that has it. */
  async getStatus(): Promise<Snapshot> {
    await this.#status.refresh();
    return this.#snapshot;
  }

  /** Keeps the card open for 65 s after the end of the conversation; again renews that time. */
  disableAutoClose(): Promise<undefined> {
    return this.run({name: 'disableAutoClose', parameters: {}});
  }

  /** Lets the card close; one that is already waiting closes at once. */
  enableAutoClose(): Promise<undefined> {
    return this.run({name: 'enableAutoClose', parameters: {}});
  }

  /** Opens a page of the portal in a slider; resolves when it was closed. */
  openPath(path: string): Promise<void> {
    return this.#portal.openPath(path);
  }

  /** Ends everything: the portal's connection and every subscription. */
  dispose(): void {
    this.#hub.dispose();
    this.#portal.dispose();
    this.#change({...CONNECTING, commands: noCommands('not-connected')});
    this.#snapshots.clear();
    this.#actions.clear();
  }

  async #connect(): Promise<Snapshot> {
    this.#change(CONNECTING);
    // Listened to before the connection is opened, so that not even the first event is missed.
    this.#hub.open();
    try {
      this.#takeSession(await this.#portal.connect());
    } catch (thrown) {
      const error = toCallCardError(thrown, 'connect');
      const commands = noCommands('not-connected');
      this.#change({...CONNECTING, status: 'failed', error, commands});
    }
    return this.#snapshot;
  }

  #takeSession(session: PortalSession): void {
    this.#session = session;
    const {placement, language, origin} = session;
    this.#hub.keepOnly(placement.kind);
    const {card, call, autoClose, problems} = this.#snapshot;
    this.#change({
      status: 'ready',
      placement,
      language,
      origin,
      // An event may have told of the call already, and then knows better.
      call: call ?? (placement.kind === 'call-card' ? placement.call : null),
      card,
      autoClose,
      commands: commandsIn(placement, session.interface, card),
      problems: [...problems, ...session.problems],
    });
  }

  async #run(command: CardCommand): Promise<unknown> {
    const rejection = rejectionOf(command, this.#snapshot.commands[command.name]);
    if (rejection !== undefined) throw rejection;
    try {
      const value = await runCommand(this.#portal, command, this.#timeLimit);
      this.#afterSuccess(command);
      return value;
    } catch (thrown) {
      const error = toCallCardError(thrown, CARD_COMMANDS[command.name].wire);
      this.#afterFailure(command, error);
      throw error;
    }
  }

  #afterSuccess(command: CardCommand): void {
    const now = this.#now();
    const card = afterCommand(this.#snapshot.card, command, now);
    if (command.name === 'enableAutoClose') this.#update({card, autoClose: {status: 'normal'}});
    else if (command.name === 'disableAutoClose') {
      this.#update({card, autoClose: {status: 'held', until: now + AUTO_CLOSE_HOLD_MS}});
    } else this.#update({card});
  }

  #afterFailure(command: CardCommand, error: CallCardError): void {
    if (error.code === 'no-card') this.#update({card: {status: 'closed'}});
    if (error.code === 'timeout') this.#update({card: afterSilence(this.#snapshot.card, command)});
  }

  #receive({event, action, problems}: ReceivedEvent): void {
    if (problems.length > 0) this.#note(CARD_EVENTS[event.name].wire, problems);
    this.#apply(event);
    if (action !== null) this.#actions.emit({action, source: 'card'});
  }

  #apply(event: CardEvent): void {
    switch (event.name) {
      case 'initialized':
        this.#update({call: event.value, card: OPENED_CARD});
        return;
      case 'entityChanged':
        this.#changeEntity(event.value);
        // The event has no bindings. When reading them fails, the record is right all the same.
        this.#status.refresh().catch((error: unknown) => {
          this.#note('getStatus', [problem('', 'an answer', toCallCardError(error).message)]);
        });
        return;
      case 'cardEntityChanged':
        this.#changeEntity(event.value);
        return;
      case 'callStateChanged': {
        const {call} = this.#snapshot;
        if (call === null || event.value === null) return;
        this.#update({call: {...call, progress: event.value}});
        return;
      }
      case 'beforeClose':
        this.#update({autoClose: {status: 'closing'}});
        return;
      default:
      // Every other event is a click, which changes nothing until the app answers it.
    }
  }

  #changeEntity(change: EntityChange): void {
    const {call} = this.#snapshot;
    // The first change comes before the call is known; `initialized` brings the same record.
    if (call !== null) this.#update({call: withEntityChange(call, change)});
  }

  #takeStatus(status: unknown): void {
    const reading = readCall(asObject(Array.isArray(status) ? status[0] : status) ?? {});
    if (reading.problems.length > 0) this.#note('getStatus', reading.problems);
    if (reading.value !== null) this.#update({call: reading.value});
  }

  #note(source: string, problems: readonly Problem[]): void {
    const named = problems.map((item) => ({...item, path: `${source} ${item.path}`.trim()}));
    this.#update({problems: [...this.#snapshot.problems, ...named].slice(-MOST_PROBLEMS)});
  }

  #update(part: Partial<Pick<ReadySnapshot, 'call' | 'card' | 'autoClose' | 'problems'>>): void {
    const present = this.#snapshot;
    if (present.status !== 'ready' || this.#session === null) {
      this.#change({...present, ...part});
      return;
    }
    const card = part.card ?? present.card;
    const commands = commandsIn(present.placement, this.#session.interface, card);
    this.#change({...present, ...part, commands});
  }

  #change(snapshot: Snapshot): void {
    this.#snapshot = Object.freeze(snapshot);
    this.#snapshots.emit(snapshot);
  }
}

function readUiStates(answer: unknown): readonly UiState[] {
  const list: readonly unknown[] = Array.isArray(answer) ? answer.flat() : [];
  return list.filter(isUiState);
}
