/** The test's end of an app on the other origin, and a portal to put it into. */
import {isObject} from '../../../src/model/parse/reading.js';
import {
  SimulatedPortal,
  type CredentialSource,
  type FrameOptions,
  type PortalFrame,
  type SimulatedPortalOptions,
} from '../../../src/simulator/index.js';

/** The other origin of the same server. */
export const APP_ORIGIN = `http://localhost:${location.port}`;

/** The page of an app, e.g. `protocol-app.html`. */
export function pageOf(name: string): string {
  return `${APP_ORIGIN}/test/pages/${name}`;
}

/** Tokens without a REST behind them, numbered in the order in which they were issued. */
export function numberedTokens(): CredentialSource & {refuses: boolean} {
  let issued = 0;
  const issue = () => {
    issued += 1;
    return {AUTH_ID: `token-${issued}`, AUTH_EXPIRES: '3600', REFRESH_ID: `refresh-${issued}`};
  };
  const source = {
    memberId: 'member',
    origin: location.origin,
    refuses: false,
    issueToken: () => Promise.resolve(issue()),
    refreshToken: () => Promise.resolve(source.refuses ? null : issue()),
  };
  return source;
}

/** Makes portals and takes each of them away again after its test. */
export function portalsOfATest(): (options?: Partial<SimulatedPortalOptions>) => SimulatedPortal {
  const portals: SimulatedPortal[] = [];
  afterEach(() => {
    for (const portal of portals.splice(0)) portal.dispose();
  });
  return (options = {}) => {
    const portal = new SimulatedPortal({
      backend: numberedTokens(),
      appOrigin: APP_ORIGIN,
      ...options,
    });
    portals.push(portal);
    return portal;
  };
}

export interface OpenedApp {
  readonly app: RemoteApp;
  readonly frame: PortalFrame;
}

/** Opens `protocol-app.html` in a placement. */
export async function openApp(
  portal: SimulatedPortal,
  placement: string,
  more: Partial<FrameOptions> = {},
): Promise<OpenedApp> {
  const apps = nextApp();
  const frame = await portal.openFrame({
    url: pageOf('protocol-app.html'),
    placement,
    container: document.body,
    ...more,
  });
  return {app: await apps, frame};
}

/** The next app page that reports to this test. */
export function nextApp(): Promise<RemoteApp> {
  return nextPort().then(({port, sid}) => new RemoteApp(port, sid));
}

/** The channel that the next app page opens. */
export function nextPort(): Promise<{readonly port: MessagePort; readonly sid: string}> {
  return new Promise((resolve) => {
    const receive = ({data, ports}: MessageEvent<unknown>): void => {
      const [port] = ports;
      if (port === undefined || !isObject(data) || typeof data['app'] !== 'string') return;
      window.removeEventListener('message', receive);
      resolve({port, sid: data['app']});
    };
    window.addEventListener('message', receive);
  });
}

export class RemoteApp {
  readonly sid: string;
  /** Everything that arrived, in order. */
  readonly received: unknown[] = [];
  readonly #port: MessagePort;
  #arrived = (): void => undefined;
  #callbacks = 0;

  constructor(port: MessagePort, sid: string) {
    this.sid = sid;
    this.#port = port;
    port.addEventListener('message', ({data}: MessageEvent<unknown>) => {
      this.received.push(data);
      this.#arrived();
    });
    port.start();
  }

  /** Sends exactly this to the portal. */
  sendRaw(message: unknown): void {
    this.#port.postMessage(message);
  }

  /** Sends a command as b24jssdk would, and returns the callback id. */
  send(command: string, parameters?: unknown): string {
    this.#callbacks += 1;
    const callback = `callback-${this.#callbacks}`;
    const slots = parameters === undefined ? [] : [JSON.stringify(parameters)];
    this.sendRaw([command, ...slots, callback, this.sid].join(':'));
    return callback;
  }

  /** What has arrived for a callback so far: the texts after the first colon. */
  answersTo(callback: string): readonly string[] {
    return this.received
      .filter((data): data is string => typeof data === 'string')
      .filter((data) => data.startsWith(`${callback}:`))
      .map((data) => data.slice(callback.length + 1));
  }

  /** Waits until so many messages came for a callback, and returns them. */
  async waitFor(callback: string, count = 1): Promise<readonly string[]> {
    while (this.answersTo(callback).length < count) {
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
    return this.answersTo(callback);
  }

  /** Runs a command and returns its answer. */
  async ask(command: string, parameters?: unknown): Promise<unknown> {
    const [text = ''] = await this.waitFor(this.send(command, parameters));
    return valueIn(text);
  }

  /** Runs a command and returns all that had come by the time a later command was answered. */
  async allAnswers(command: string, parameters?: unknown): Promise<readonly unknown[]> {
    const callback = this.send(command, parameters);
    await this.settle();
    return this.answersTo(callback).map(valueIn);
  }

  /** Binds an event; resolved once the portal has seen it. */
  async bind(event: string): Promise<string> {
    const callback = this.send('placementBindEvent', {event});
    await this.settle();
    return callback;
  }

  /** Messages stay in order: when this is answered, everything before it has been. */
  async settle(): Promise<void> {
    await this.ask('getInterface');
  }
}

function valueIn(text: string): unknown {
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
