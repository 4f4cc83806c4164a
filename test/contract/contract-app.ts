/** The test's end of an app of the contract: its page, its frame, and what the portal sees of it. */
import type {Diagnostics} from '../../src/controller/telemetry/diagnostics.js';
import type {Snapshot} from '../../src/controller/snapshot.js';
import type {CallCardErrorCode} from '../../src/model/errors/call-card-error.js';
import {
  CARD_COMMANDS,
  SILENT_SUCCESS_MS,
  type CardCommand,
} from '../../src/model/card/card-command.js';
import {isObject} from '../../src/model/parse/reading.js';
import type {FrameOptions, PortalFrame, SimulatedPortal} from '../../src/simulator/index.js';
import {
  decodeHostMessage,
  type HostMessage,
} from '../../src/simulator/portal/commands/host-wire.js';
import {APP_ORIGIN, nextPort, pageOf} from '../simulator/portal/remote-app.js';
import {ProbedPage} from '../support/probed-page.js';

/** How a request of the app ended, as data. */
export type Outcome =
  | {readonly status: 'done'; readonly value?: unknown}
  | {readonly status: 'failed'; readonly error: ToldError};

/** What a `CallCardError` says. `not-a-call-card-error`: a client library threw one of its own. */
export interface ToldError {
  readonly code: CallCardErrorCode | 'not-a-call-card-error';
  readonly message: string;
  readonly request?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly retryable?: boolean;
  readonly portal?: {
    readonly code: string;
    readonly description: string;
    readonly status?: number;
  };
}

let marks = 0;

export class ContractApp {
  readonly frame: PortalFrame;
  readonly #portal: SimulatedPortal;
  readonly #page: ProbedPage;

  constructor(portal: SimulatedPortal, frame: PortalFrame, port: MessagePort) {
    this.frame = frame;
    this.#portal = portal;
    this.#page = new ProbedPage(port);
  }

  /** Opens the page of an adapter in a placement. Nothing is connected yet. */
  static async open(
    portal: SimulatedPortal,
    page: string,
    options: Omit<FrameOptions, 'url'>,
  ): Promise<ContractApp> {
    const ports = nextPort();
    const frame = await portal.openFrame({url: pageOf(page), container: document.body, ...options});
    return new ContractApp(portal, frame, (await ports).port);
  }

  /** Loads the client library anew, with a portal and a controller over it that rest yet. */
  load(): Promise<Outcome> {
    return this.ask('open');
  }

  /** Loads and starts the controller; resolves when the portal has every binding, too. */
  async ready(): Promise<Snapshot> {
    valueIn(await this.load());
    const snapshot = await this.start();
    await this.settle();
    return snapshot;
  }

  /** Loads and connects the portal alone. */
  async connected(): Promise<void> {
    valueIn(await this.load());
    valueIn(await this.ask('connect'));
  }

  /** Runs a task that tells how it ended. */
  async ask(task: string, input?: unknown): Promise<Outcome> {
    return (await this.#page.do(task, input)) as Outcome;
  }

  async do(task: string, input?: unknown): Promise<void> {
    await this.#page.do(task, input);
  }

  async start(): Promise<Snapshot> {
    return (await this.#page.do('start')) as Snapshot;
  }

  async snapshot(): Promise<Snapshot> {
    return (await this.#page.do('snapshot')) as Snapshot;
  }

  async diagnostics(): Promise<Diagnostics> {
    return (await this.#page.do('diagnostics')) as Diagnostics;
  }

  /** Mistakes of the page that nobody caught. */
  async uncaught(): Promise<readonly string[]> {
    return (await this.#page.do('uncaught')) as readonly string[];
  }

  /** Runs a command. One that succeeds in silence is given the time that it needs. */
  async run(command: CardCommand): Promise<Outcome> {
    const outcome = this.ask('run', command);
    if (CARD_COMMANDS[command.name].answer === 'none') {
      await this.settle();
      await this.pass(SILENT_SUCCESS_MS);
    }
    return outcome;
  }

  /** Sends a command by its name on the wire, through the port. */
  call(command: string, parameters: object = {}): Promise<Outcome> {
    return this.ask('call', {command, parameters});
  }

  /** Lets the page's time pass, in milliseconds. */
  async pass(milliseconds: number): Promise<void> {
    await this.#page.do('pass', milliseconds);
  }

  /** Messages stay in order: everything that was sent in either direction has arrived. */
  async settle(): Promise<void> {
    await this.#page.do('settle');
  }

  /**
   * Resolves when the portal has got all that the page has sent: what is asked of the page and what
   * the page asks of the portal take different ways, which know no common order.
   */
  async leave(): Promise<void> {
    if (this.frame.element === null) return;
    marks += 1;
    const mark = `mark ${marks}`;
    const arrived = new Promise<void>((resolve) => {
      const listen = ({data}: MessageEvent<unknown>): void => {
        if (data !== mark) return;
        removeEventListener('message', listen);
        resolve();
      };
      addEventListener('message', listen);
    });
    await this.#page.do('mark', mark);
    await arrived;
  }

  /** What the page told by itself since the last time, in order. */
  takeEvents(): readonly unknown[] {
    return this.#page.events.splice(0);
  }

  /** The values of one event that the controller told since the last time; forgets the others. */
  takeValues(name: string): readonly unknown[] {
    return this.takeEvents()
      .filter(isObject)
      .filter(({event}) => event === name)
      .map(({value}) => value);
  }

  /** The commands of this name that the portal got from the app, oldest first. */
  sent(command: string): readonly HostMessage[] {
    return this.#portal.timeline.entries
      .filter(({frame, direction}) => frame === this.frame.name && direction === 'to-portal')
      .map(({text}) => decodeHostMessage(text))
      .flatMap((decoded) => (decoded.status === 'read' ? [decoded.message] : []))
      .filter((message) => message.command === command);
  }

  /** Resolves with the next command of this name that the portal gets; with one it has got, too. */
  whenSent(command: string): Promise<HostMessage> {
    return new Promise((resolve) => {
      const [first] = this.sent(command);
      if (first !== undefined) {
        resolve(first);
        return;
      }
      const leave = this.#portal.timeline.subscribe(() => {
        const [message] = this.sent(command);
        if (message === undefined) return;
        leave();
        resolve(message);
      });
    });
  }

  /** Resolves once the portal holds an answer or an event back under this key. */
  whenHeld(key: string): Promise<void> {
    return new Promise((resolve) => {
      const {faults, timeline} = this.#portal;
      if (faults.heldCount(key) > 0) {
        resolve();
        return;
      }
      const leave = timeline.subscribe(() => {
        if (faults.heldCount(key) === 0) return;
        leave();
        resolve();
      });
    });
  }

  /** The portal does what the next command asks and answers with these texts instead of its own. */
  answerWith(command: string, ...texts: readonly string[]): void {
    this.#portal.faults.plan(command, {kind: 'drop'});
    const before = this.sent(command).length;
    const leave = this.#portal.timeline.subscribe(() => {
      const message = this.sent(command)[before];
      if (message === undefined) return;
      leave();
      for (const text of texts) this.say(message.callback, text);
    });
  }

  /** Posts what stands for an answer or an event, exactly so. */
  say(callback: string, text: string): void {
    this.frame.postMessage(`${callback}:${text}`, APP_ORIGIN);
  }

  /** Raises an event by its wire name with this text for its value. */
  raise(event: string, text = ''): void {
    for (const callback of this.frame.callbacksFor(event)) this.say(callback, text);
  }

  /** By how much a counter of the diagnostics grows while something happens. */
  async counts(counter: keyof Diagnostics, happening: () => Promise<unknown>): Promise<number> {
    const before = (await this.diagnostics())[counter];
    await happening();
    return (await this.diagnostics())[counter] - before;
  }
}

/** The value of an outcome that must be good. */
export function valueIn(outcome: Outcome): unknown {
  if (outcome.status === 'done') return outcome.value;
  const {code, message} = outcome.error;
  throw new Error(`It should have succeeded, and failed with ${code}: ${message}`);
}

/** The error of an outcome that must be bad. */
export function errorIn(outcome: Outcome): ToldError {
  if (outcome.status === 'failed') return outcome.error;
  throw new Error(`It should have failed, and succeeded with ${JSON.stringify(outcome.value)}`);
}

/** Whether a promise has settled by the time all that was due is done. */
export function watch(promise: Promise<unknown>): {readonly isOver: boolean} {
  const watched = {isOver: false};
  void promise.then(() => {
    watched.isOver = true;
  });
  return watched;
}
