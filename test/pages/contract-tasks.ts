/** What the contract's test asks of an app: a portal, and a controller over it, whatever the adapter. */
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import type {Hold} from '../../src/controller/card/auto-close.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import type {CardCommand} from '../../src/model/card/card-command.js';
import {CARD_EVENT_NAMES} from '../../src/model/card/card-event.js';
import type {PlacementInterface} from '../../src/model/portal/portal-answers.js';
import type {PortalNotice} from '../../src/model/portal/portal-notice.js';
import type {BatchCalls, Portal, RequestParameters} from '../../src/portal/portal.js';
import {pass} from './contract-time.js';
import {serveTasks, type ProbeTasks} from './probe.js';
import {controllerOver} from '../support/controller-over.js';

/** A client library that was just loaded, and the portal over it. */
export interface ContractClient {
  readonly portal: Portal;
  /** Ends the library. */
  end(): void;
}

/** How a request ended. An error travels as the data that it is. */
type Outcome =
  | {readonly status: 'done'; readonly value: unknown}
  | {readonly status: 'failed'; readonly error: object};

interface OpenedClient extends ContractClient {
  readonly controller: CallCardController;
  readonly notices: PortalNotice[];
  readonly holds: Map<string, Hold>;
  readonly listeners: Map<string, () => void>;
}

/** Mistakes that nobody caught; there must be none. */
const uncaught: string[] = [];
window.addEventListener('error', ({message}) => uncaught.push(message));
window.addEventListener('unhandledrejection', ({reason}) => uncaught.push(String(reason)));

/**
 * @param load - loads the client library as a page that has just been opened does
 * @param more - tasks of this adapter's page alone
 */
export function serveContract(
  load: () => Promise<ContractClient>,
  more: (tell: (event: unknown) => void) => ProbeTasks = () => ({}),
): void {
  let opened: OpenedClient | undefined;
  const client = (): OpenedClient => {
    if (opened === undefined) throw new Error('No client was opened.');
    return opened;
  };
  const open = async (): Promise<void> => {
    opened?.controller.dispose();
    opened?.end();
    opened = undefined;
    const {portal, end} = await load();
    const controller = controllerOver(portal);
    const notices: PortalNotice[] = [];
    portal.observe((notice) => notices.push(notice));
    opened = {portal, end, controller, notices, holds: new Map(), listeners: new Map()};
    for (const name of CARD_EVENT_NAMES) {
      controller.on(name, (value) => tell({event: name, value}));
    }
    controller.onAction(({action, source}) => tell({action, source}));
  };
  const tell = serveTasks({
    pass,
    open: () => outcomeOf(open()),
    ...portalTasks(client, (event) => tell(event)),
    ...controllerTasks(client, (event) => tell(event)),
    anotherClient: async () => {
      const other = await load();
      await other.portal.connect();
      other.portal.dispose();
      other.end();
    },
    uncaught: () => uncaught,
    mark: (text: string) => window.parent.postMessage(text, '*'),
    postToSelf: (message: unknown) => window.postMessage(message, '*'),
    ...more((event) => tell(event)),
  });
}

function portalTasks(client: () => OpenedClient, tell: (event: unknown) => void): ProbeTasks {
  return {
    connect: () =>
      outcomeOf(
        client()
          .portal.connect()
          .then((session) => ({...session, interface: told(session.interface)})),
      ),
    call: ({command, parameters}: {command: string; parameters: RequestParameters}) =>
      outcomeOf(client().portal.call(command, parameters)),
    // Messages stay in order: when this is answered, all that the portal sent before has come.
    settle: async () => {
      await client().portal.call('getInterface', {}, {timeLimit: 3_600_000});
    },
    readInterface: () => outcomeOf(client().portal.readInterface().then(told)),
    listen: ({event, as}: {event: string; as: string}) => {
      const {portal, listeners} = client();
      const leave = portal.listen(event, (value) => tell({listener: as, value}));
      listeners.set(as, leave);
    },
    leave: (as: string) => client().listeners.get(as)?.(),
    rest: ({method, parameters}: {method: string; parameters: RequestParameters}) =>
      outcomeOf(client().portal.rest(method, parameters)),
    cancelledRest: (method: string) => {
      const cancelling = new AbortController();
      const answer = client().portal.rest(method, {}, {signal: cancelling.signal});
      cancelling.abort();
      return outcomeOf(answer);
    },
    batch: (calls: BatchCalls) =>
      outcomeOf(
        client()
          .portal.batch(calls)
          .then((outcomes) => Object.fromEntries(outcomes)),
      ),
    openPath: (path: string) => outcomeOf(client().portal.openPath(path)),
    resize: (size: {width: number; height: number}) => outcomeOf(client().portal.resize(size)),
    dispose: () => client().portal.dispose(),
    notices: () => client().notices,
  };
}

function controllerTasks(client: () => OpenedClient, tell: (event: unknown) => void): ProbeTasks {
  return {
    start: () => client().controller.start(),
    run: (command: CardCommand) => outcomeOf(client().controller.run(command)),
    getStatus: () => outcomeOf(client().controller.getStatus()),
    holdOpen: (reason: string) =>
      outcomeOf(
        client()
          .controller.holdOpen(reason, {onBeforeClose: () => tell({beforeClose: reason})})
          .then((hold) => {
            client().holds.set(reason, hold);
          }),
      ),
    release: (reason: string) => outcomeOf(releaseOf(client(), reason)),
    snapshot: () => client().controller.snapshot,
    diagnostics: () => client().controller.diagnostics,
    disposeController: () => client().controller.dispose(),
  };
}

async function releaseOf({holds}: OpenedClient, reason: string): Promise<void> {
  await holds.get(reason)?.release();
}

/** Sets do not travel as JSON. */
function told(offered: PlacementInterface | null): unknown {
  return offered && {commands: [...offered.commands], events: [...offered.events]};
}

async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  try {
    return {status: 'done', value: await work};
  } catch (thrown) {
    if (!(thrown instanceof CallCardError)) return {status: 'failed', error: notOurs(thrown)};
    const {code, message, request, parameters, portal, retryable} = thrown;
    return {status: 'failed', error: {code, message, request, parameters, portal, retryable}};
  }
}

/** What a client library threw itself. Of the kit only a `CallCardError` may ever come. */
function notOurs(thrown: unknown): object {
  return {code: 'not-a-call-card-error', message: String(thrown)};
}
