/** Runs the card's commands: at this frame's own portal, or in the frames of the app that can. */
import {CallCardError, toCallCardError} from '../../model/errors/call-card-error.js';
import {
  CARD_COMMANDS,
  type CardCommand,
  type CardCommandName,
} from '../../model/card/card-command.js';
import {readCall, type Call} from '../../model/call/call.js';
import type {HubCall} from '../../model/hub/hub-call.js';
import {asObject} from '../../model/parse/reading.js';
import {isUiState, type UiState} from '../../model/card/ui-state.js';
import type {Portal} from '../../portal/portal.js';
import type {Clock} from '../../model/clock.js';
import {CommandSequencer, needsCard} from './command-sequencer.js';
import {faultOf, hasCardOfApp, rejectionOf, runCommand} from './run-command.js';
import {MISSED_CARD} from '../../model/card/card-reducer.js';
import {syncCommands} from './sync-commands.js';
import type {HubClient} from '../hub-client.js';
import type {Telemetry} from '../telemetry/telemetry.js';
import type {SnapshotStore} from '../snapshot-store.js';

export interface CommandExecutorOptions {
  readonly portal: Portal;
  readonly store: SnapshotStore;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** The other frames. A function, because the hub's client needs the commands first. */
  readonly hub: () => HubClient;
  /** How long the portal may take to answer, in milliseconds. */
  readonly timeLimit: number | undefined;
  /** The portal has confirmed a command. */
  readonly confirmed: (command: CardCommand) => void;
  readonly takeStatus: (status: unknown) => void;
}

export class CommandExecutor {
  readonly #options: CommandExecutorOptions;
  readonly #sequencer: CommandSequencer;

  constructor(options: CommandExecutorOptions) {
    this.#options = options;
    const {store, clock} = options;
    this.#sequencer = new CommandSequencer(
      () => store.ownCard,
      (card) => store.update({card}),
      clock,
    );
  }

  /** Runs a command in whichever frames can, and resolves with its value as it is told. */
  async perform(command: CardCommand, callId: string | null): Promise<unknown> {
    const hub = this.#options.hub();
    const {store} = this.#options;
    const {status} = store.snapshot;
    const {cardNumber} = store;
    // Who could run it in this frame's stead is not known before the others have been met.
    const mustMeet = status === 'ready' && !this.#isOffered(command.name);
    const meeting = mustMeet ? hub.whenMet() : undefined;
    if (meeting !== undefined) await meeting;
    if (hub.routeCommand(command, callId) === 'here') {
      return this.#runFor(command, callId, cardNumber);
    }
    return this.#recorded(command, () => {
      const fault = faultOf(command);
      if (fault !== undefined) throw fault;
      return hub.relayCommand(command, callId);
    });
  }

  /** Runs a command that another frame asks for. */
  runFor(command: CardCommand, callId: string | null): Promise<unknown> {
    return this.#runFor(command, callId, this.#options.store.cardNumber);
  }

  async #runFor(command: CardCommand, callId: string | null, cardNumber: number): Promise<unknown> {
    const {store, hub} = this.#options;
    const known = callId === null ? undefined : hub().elsewhere(callId);
    const value = await this.#runHere(command, cardNumber);
    const isLost = store.call === null && command.name !== 'close';
    // By now they may know more: other commands have come while the portal was at this one.
    if (isLost && known !== undefined) this.#restoreCard(hub().elsewhere(known.call.id) ?? known);
    return value;
  }

  /**
   * Runs a command here and resolves with the portal's raw answer.
   *
   * @param cardNumber - of the card for which it was asked: on another one it is not run
   */
  async send(command: CardCommand, cardNumber = this.#options.store.cardNumber): Promise<unknown> {
    const {store, portal, timeLimit, confirmed} = this.#options;
    let order = 0;
    return this.#recorded(command, async (sent) => {
      try {
        if (this.#mayBeOfferedNow(command.name)) await this.#readOffer();
        const rejection = rejectionOf(command, store.ownCommands[command.name]);
        if (rejection !== undefined) throw rejection;
        if (needsCard(command) && cardNumber !== store.cardNumber) throw cardHasGone(command);
        order = this.#sequencer.sent(command);
        sent();
        const value = await runCommand(portal, command, timeLimit);
        this.#sequencer.confirmed(command, order);
        confirmed(command);
        return value;
      } catch (thrown) {
        const error = toCallCardError(thrown, CARD_COMMANDS[command.name].wire);
        this.#sequencer.failed(command, error.code, order);
        throw error;
      }
    });
  }

  /** A new card has opened: what was asked until now was meant for the one before. */
  cardOpened(): void {
    const {store, clock} = this.#options;
    store.cardOpened(clock.now());
    this.#sequencer.cardOpened();
  }

  /** The same call in one more portal tab: its new card comes to show what the others show. */
  async catchUpWithOthers(): Promise<void> {
    const {store, hub} = this.#options;
    const {call, ownCard} = store;
    const other = call === null ? undefined : hub().elsewhere(call.id)?.card;
    if (ownCard.status !== 'open' || !other) return;
    await this.#sendAll(syncCommands(ownCard, other));
  }

  /**
   * Recovers the card of a call that was opened before this worker was loaded. Other frames may have been
   * told what it shows. Where none was, the portal is asked: the call goes on when the tab in the card is
   * told so, and there is a card for this app's commands.
   */
  async recall(callId: string): Promise<void> {
    const {store, hub} = this.#options;
    const isKnown = (): boolean => store.call !== null || store.ownCard.status === 'closed';
    const told = (): HubCall | undefined => (isKnown() ? undefined : hub().elsewhere(callId));
    if (told() === undefined) {
      const [call, hasCard] = await Promise.all([this.#callInTab(callId), this.#hasCard()]);
      const goesOn = call?.id === callId && call.progress !== 'idle' && hasCard;
      // By now it may have been told.
      if (goesOn && !isKnown() && told() === undefined) {
        const {ownCard} = store;
        store.update({call, card: ownCard.status === 'open' ? ownCard : MISSED_CARD});
      }
    }
    const known = told();
    if (known !== undefined) this.#restoreCard(known);
  }

  /** The call as the portal tells it to the tab in the card. */
  async #callInTab(callId: string): Promise<Call | null> {
    try {
      const status = await this.#options
        .hub()
        .relayCommand({name: 'getStatus', parameters: {}}, callId);
      return readCall(asObject(Array.isArray(status) ? status[0] : status) ?? {}).value;
    } catch {
      // The tab has gone, or its portal is silent: then nothing is known.
      return null;
    }
  }

  async #hasCard(): Promise<boolean> {
    const {portal, store, timeLimit} = this.#options;
    const {status} = store.ownCommands.setUiState;
    return status === 'available' && hasCardOfApp(portal, timeLimit);
  }

  /**
   * Takes what other frames know of a card that was opened before this worker was loaded, and sends the
   * card what was set while it had no worker.
   */
  #restoreCard({call, card}: HubCall): void {
    if (card === null) return;
    this.#options.store.update({call, card});
    void this.#sendAll(syncCommands(null, card));
  }

  async #sendAll(commands: readonly CardCommand[]): Promise<void> {
    // At once, so that whatever is asked for from now on comes after them. What fails is in the log
    // and in the diagnostics.
    await Promise.allSettled(commands.map((command) => this.send(command)));
  }

  async #runHere(command: CardCommand, cardNumber: number): Promise<unknown> {
    const value = await this.send(command, cardNumber);
    if (command.name === 'listUiStates') return readUiStates(value);
    if (command.name !== 'getStatus') return undefined;
    this.#options.takeStatus(value);
    return value;
  }

  /** Counts and logs the command. @param run - calls its parameter when it is really sent */
  async #recorded(
    command: CardCommand,
    run: (sent: () => void) => Promise<unknown>,
  ): Promise<unknown> {
    const {telemetry} = this.#options;
    telemetry.count('commands');
    try {
      const value = await run(() => telemetry.log({kind: 'command', command, status: 'sent'}));
      telemetry.log({kind: 'command', command, status: 'done'});
      return value;
    } catch (thrown) {
      const {code} = toCallCardError(thrown);
      telemetry.count('failedCommands');
      telemetry.log({kind: 'command', command, status: 'failed', code});
      throw thrown;
    }
  }

  #isOffered(name: CardCommandName): boolean {
    return this.#options.store.ownCommands[name].status === 'available';
  }

  /** A placement may offer a command later than the page was loaded: it is asked before a refusal. */
  #mayBeOfferedNow(name: CardCommandName): boolean {
    const availability = this.#options.store.ownCommands[name];
    return availability.status === 'unavailable' && availability.reason === 'unsupported';
  }

  async #readOffer(): Promise<void> {
    const {store, portal} = this.#options;
    try {
      store.offer(await portal.readInterface());
    } catch {
      // Silence is no offer: what was known before decides.
    }
  }
}

function cardHasGone({name, parameters}: CardCommand): CallCardError {
  const text = `${name} was not sent: another card was opened since it was asked for.`;
  return new CallCardError('no-card', text, {request: CARD_COMMANDS[name].wire, parameters});
}

function readUiStates(answer: unknown): readonly UiState[] {
  const list: readonly unknown[] = Array.isArray(answer) ? answer.flat() : [];
  return list.filter(isUiState);
}
