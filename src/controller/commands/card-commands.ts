/** The card's commands as methods, over one `run`. */
import type {
  CardCommand,
  CardCommandName,
  CardCommandResults,
} from '../../model/card/card-command.js';
import type {AnyUiState, UiState} from '../../model/card/ui-state.js';

export abstract class CardCommands {
  /**
   * Runs any command; the methods below are the same with names.
   *
   * Rejects with a `CallCardError`: `missing-field` and `invalid-ui-state` before anything is sent,
   * `unsupported` where the placement does not offer it, `no-card`, `timeout`, `disconnected`.
   */
  abstract run<N extends CardCommandName>(
    command: Extract<CardCommand, {name: N}>,
  ): Promise<CardCommandResults[N]>;

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

  /** Keeps the card open for 65 s after the end of the conversation; again renews that time. */
  disableAutoClose(): Promise<undefined> {
    return this.run({name: 'disableAutoClose', parameters: {}});
  }

  /** Lets the card close; one that is already waiting closes at once. */
  enableAutoClose(): Promise<undefined> {
    return this.run({name: 'enableAutoClose', parameters: {}});
  }
}

/** The same commands, run by a function. */
export class CallCommands extends CardCommands {
  readonly #perform: (command: CardCommand) => Promise<unknown>;

  constructor(perform: (command: CardCommand) => Promise<unknown>) {
    super();
    this.#perform = perform;
  }

  override run<N extends CardCommandName>(
    command: Extract<CardCommand, {name: N}>,
  ): Promise<CardCommandResults[N]>;
  override run(command: CardCommand): Promise<unknown> {
    return this.#perform(command);
  }
}
