/**
 * The one shared object between the portal and everything on the page: it holds the snapshot, runs the
 * card's commands and tells of its events. Knows no DOM and no Lit.
 */
import type {Telephone} from '../crm/actions/click-to-call.js';
import {CrmStore} from '../crm/crm-store.js';
import {disconnected, toCallCardError} from '../model/errors/call-card-error.js';
import type {CardCommand, CardCommandName, CardCommandResults} from '../model/card/card-command.js';
import type {CardEventName, CardEventValues} from '../model/card/card-event.js';
import type {OperatorAction} from '../model/card/operator-action.js';
import type {Placement} from '../model/portal/placement.js';
import type {ActionOutcome} from '../model/hub/hub-message.js';
import type {PortalSession} from '../model/portal/session.js';
import type {Portal} from '../portal/portal.js';
import {
  ActionDispatcher,
  type ActionListenerOptions,
  type ActionRequest,
} from './actions/action-dispatcher.js';
import type {Hold, HoldOptions} from './card/auto-close.js';
import {
  fetchCardService,
  LazyCardService,
  type CardServiceSource,
} from './card/lazy-card-service.js';
import {CallCommands, CardCommands} from './commands/card-commands.js';
import {Telemetry} from './telemetry/telemetry.js';
import {SYSTEM_CLOCK, type Clock} from '../model/clock.js';
import type {Diagnostics} from './telemetry/diagnostics.js';
import {CardEvents} from './card/card-events.js';
import type {Lead} from './actions/engine.js';
import {HubClient, type OpenHub} from './hub-client.js';
import type {DraftLine} from '../hub/sharing/shared-drafts.js';
import type {Logger} from './telemetry/log-record.js';
import {SnapshotStore} from './snapshot-store.js';
import type {Snapshot} from './snapshot.js';

export interface CallCardControllerOptions {
  /** How long the portal may take to answer a command, in milliseconds. Default: 2 000. */
  readonly timeLimit?: number;
  readonly clock?: Clock;
  /** Hears of every command, event and notice; never of a token. */
  readonly logger?: Logger;
  /** Joins the app's other frames. Without it this frame does everything alone. */
  readonly openHub?: OpenHub;
  /**
   * Whether no other frame of the app is there, as far as can be told at once: then the first picture
   * does not wait for what they know. Without it they are waited for.
   */
  readonly isAlone?: () => Promise<boolean>;
  /**
   * The placement that the page is made for. Its events are listened to from the start, those of
   * another when the portal has named it. Without it all are, each with a message to the portal.
   */
  readonly expected?: Placement['kind'];
}

/** How long the first picture waits for what other frames know, in milliseconds. */
const JOIN_MS = 300;

export class CallCardController extends CardCommands {
  /** The CRM records of this portal. */
  readonly crm: CrmStore;

  readonly #portal: Portal;
  readonly #clock: Clock;
  readonly #options: CallCardControllerOptions;
  readonly #telemetry: Telemetry;
  readonly #store = new SnapshotStore();
  readonly #actions = new ActionDispatcher(() => {
    this.#store.handle(this.#actions.handles);
    this.#hub.follow();
  });
  readonly #events: CardEvents;
  readonly #hub: HubClient;
  readonly #card: LazyCardService;
  #started: Promise<Snapshot> | undefined;
  #isOver = false;

  /** @param makeCardService - makes what only matters once there is a card; by default it is fetched */
  constructor(
    portal: Portal,
    options: CallCardControllerOptions = {},
    makeCardService: CardServiceSource = fetchCardService,
  ) {
    super();
    this.#portal = portal;
    this.#clock = options.clock ?? SYSTEM_CLOCK;
    this.#options = options;
    this.#telemetry = new Telemetry(this.#clock, options.logger);
    this.crm = new CrmStore(portal, () => this.#hub);
    this.#card = new LazyCardService(() =>
      makeCardService({
        portal,
        store: this.#store,
        clock: this.#clock,
        telemetry: this.#telemetry,
        hub: () => this.#hub,
        commands: this,
        timeLimit: options.timeLimit,
      }),
    );
    this.#events = new CardEvents(portal, (name, raw) => {
      this.#card.notify((card) => this.#events.tell(card.receive(name, raw)));
    });
    this.#hub = new HubClient({
      store: this.#store,
      actions: this.#actions,
      telemetry: this.#telemetry,
      openHub: options.openHub,
      runHere: (command, callId) =>
        this.#card.request(({commands}) => commands.runFor(command, callId)),
      recall: (callId) => this.#card.notify(({commands}) => void commands.recall(callId)),
    });
    this.#store.subscribe(() => this.#hub.follow());
    portal.observe((notice) => this.#telemetry.notice(notice));
  }

  get snapshot(): Snapshot {
    return this.#store.snapshot;
  }

  /** What went by unseen, counted: late answers, foreign messages, unreadable values. */
  get diagnostics(): Diagnostics {
    return this.#telemetry.counts;
  }

  /**
   * Connects to the portal. Resolves with the snapshot that came of it, `ready` or `failed`; never
   * rejects. After a failure, another call tries again.
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
    return this.#events.on(name, listener);
  }

  /**
   * Hears what the operator asks for, wherever it was clicked, in the one frame of the app that leads.
   * A listener may return a promise: the action is done when it is fulfilled. When it rejects, or the
   * listener throws, the action has failed: that is reported here as any uncaught error, and the frame
   * in which the operator clicked shows it. What not every app does it names in `handles`. Returns the
   * undo.
   */
  onAction(
    listener: (request: ActionRequest) => unknown,
    options?: ActionListenerOptions,
  ): () => void {
    return this.#actions.addListener(listener, options);
  }

  /**
   * Runs a telephony engine in this frame while it leads; exactly one frame of the app does. What
   * `lead` returns, or its promise resolves with, is called when it stops. Returns the undo.
   */
  lead(lead: Lead): () => void {
    return this.#actions.addEngine(lead);
  }

  /**
   * Passes on what the operator asked for in an element of this kit. Resolves with how it ended:
   * `interrupted` when the frame that had begun it vanished and the next one was told, `no-leader` when
   * no frame leads. Rejects with what `start` fails with where the portal can't be reached, with
   * `disconnected` when this controller is disposed before that is known, and with `app-failed` when
   * the app fails, in whichever frame: with the words of what its listener has thrown.
   */
  requestAction(action: OperatorAction): Promise<ActionOutcome> {
    return this.#hub.requestAction({action, source: 'controls'});
  }

  /** The card's commands for a certain call of the app; `this` is for the one that it shows. */
  forCall(callId: string): CardCommands {
    return new CallCommands((command) => this.#perform(command, callId));
  }

  override run<N extends CardCommandName>(
    command: Extract<CardCommand, {name: N}>,
  ): Promise<CardCommandResults[N]>;
  override run(command: CardCommand): Promise<unknown> {
    return this.#perform(command, this.#hub.callId());
  }

  /** Reads the call again and resolves with the snapshot that has it. */
  async getStatus(): Promise<Snapshot> {
    await this.#card.request((card) => card.refresh());
    return this.snapshot;
  }

  /**
   * Keeps the card open until the hold is released, for as long as that takes. Holds may overlap;
   * the last release lets the card close.
   *
   * @param reason - why, in words: it is in the snapshot while the hold lasts
   */
  holdOpen(reason: string, options?: HoldOptions): Promise<Hold> {
    return this.#card.request(({autoClose}) => autoClose.hold(reason, options));
  }

  /**
   * The way to the notes of the app's other frames, for the elements of this kit. Resolves when those
   * are known; with nothing where there is no way to them.
   */
  whenDrafts(): Promise<DraftLine | undefined> {
    return this.#hub.whenDrafts();
  }

  /**
   * Calls a number, however it is written. The portal then tells the app's server by `ONEXTERNALCALLSTART`. Where
   * the portal can't, the device is asked with a `tel:` link. Resolves with what was asked; whether it calls, neither
   * says. Rejects with `missing-field` for a text without a number.
   */
  async callNumber(number: string): Promise<Telephone> {
    return (await this.crm.prepare()).callNumber(number);
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
    // In the call's own tab the card's service is there since the start.
    if (this.snapshot.placement?.kind === 'call-card') await this.#card.present?.readStatus();
  }

  /** Ends everything: the portal's connection and every subscription. */
  dispose(): void {
    this.#isOver = true;
    this.#card.dispose();
    this.#events.dispose();
    this.#hub.dispose();
    this.#portal.dispose();
    this.#actions.clear();
    this.#store.dispose();
  }

  async #connect(): Promise<Snapshot> {
    this.#store.connecting();
    this.#telemetry.log({kind: 'connection', status: 'connecting'});
    // Listened to before the connection is opened, so that not even the first event is missed.
    this.#events.follow(this.#options.expected);
    try {
      const session = await this.#portal.connect();
      this.#events.follow(session.placement.kind);
      // A call is shown with all that has become of it, so what reads that has to be there.
      if (session.placement.kind === 'call-card') await this.#card.ready();
      this.#store.connected(session);
      await this.#joinOthers(session);
      this.#store.ready(session);
      this.#telemetry.log({kind: 'connection', status: 'ready'});
      this.#card.present?.catchUp();
    } catch (thrown) {
      const error = toCallCardError(thrown, 'connect');
      // First, since a listener that hears of the failure may start again.
      this.#started = undefined;
      this.#store.failed(error);
      this.#telemetry.log({kind: 'connection', status: 'failed', code: error.code});
    }
    return this.snapshot;
  }

  /** The first snapshot has what the other frames know; it waits for them shortly, and not where there are none. */
  async #joinOthers(session: PortalSession): Promise<void> {
    const joined = this.#hub.open(session);
    const limit = new Promise<void>((resolve) => this.#clock.after(JOIN_MS, resolve));
    if (!(await this.#options.isAlone?.())) await Promise.race([joined, limit]);
    if (this.#isOver) throw disconnected('connect');
  }

  #perform(command: CardCommand, callId: string | null): Promise<unknown> {
    return this.#card.request(({commands}) => commands.perform(command, callId));
  }
}
