/** A simulated portal without HTTP: requests go straight into the backend. */
import {asObject, type JsonObject} from '../../../src/model/parse/reading.js';
import type {IssuedToken, LoggedRequest} from '../../../src/simulator/rest/contract.js';
import type {ControlActionName} from '../../../src/simulator/rest/control/control-actions.js';
import {SimulatorBackend} from '../../../src/simulator/rest/simulator-backend.js';

export const ORIGIN = 'https://portal.example';

export interface Answer {
  readonly status: number;
  readonly body: JsonObject;
}

export class TestPortal {
  readonly backend: SimulatorBackend;
  readonly id: string;
  token: string;

  constructor(backend: SimulatorBackend, id: string, token: string) {
    this.backend = backend;
    this.id = id;
    this.token = token;
  }

  /** A call in the JSON dialect. */
  async rest(method: string, parameters: JsonObject = {}): Promise<Answer> {
    const response = await this.backend.handle(
      new Request(`${ORIGIN}/rest/${method}`, {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({...parameters, auth: this.token}),
      }),
    );
    return {status: response.status, body: asObject(await response.json()) ?? {}};
  }

  /** A call whose result is wanted; fails for an error. */
  async result(method: string, parameters: JsonObject = {}): Promise<unknown> {
    const {body} = await this.rest(method, parameters);
    if ('error' in body) throw new Error(`${method}: ${JSON.stringify(body)}`);
    return body['result'];
  }

  /** The record that `crm.item.get` answers. */
  async item(entityTypeId: number, id: number, parameters: JsonObject = {}): Promise<JsonObject> {
    const result = await this.result('crm.item.get', {entityTypeId, id, ...parameters});
    return asObject(asObject(result)?.['item']) ?? {};
  }

  /** The body of a batch's answer: its results, errors and counts. */
  async batch(cmd: unknown, halt = 0): Promise<JsonObject> {
    return asObject(await this.result('batch', {halt, cmd})) ?? {};
  }

  control(action: ControlActionName | 'dispose', input: JsonObject = {}): Promise<unknown> {
    return control(this.backend, `/${this.id}/${action}`, input);
  }

  async requests(): Promise<readonly LoggedRequest[]> {
    return (await this.control('requests')) as readonly LoggedRequest[];
  }

  /** Makes calls with a token of this user or these scopes from now on. */
  async useToken(options: JsonObject): Promise<IssuedToken> {
    const token = (await this.control('issue-token', options)) as IssuedToken;
    this.token = token.AUTH_ID;
    return token;
  }
}

export async function testPortal(
  options: JsonObject = {},
  backend = new SimulatorBackend(),
): Promise<TestPortal> {
  const {id} = (await control(backend, '', options)) as {readonly id: string};
  const portal = new TestPortal(backend, id, '');
  await portal.useToken({});
  return portal;
}

async function control(
  backend: SimulatorBackend,
  path: string,
  input: JsonObject,
): Promise<unknown> {
  const response = await backend.handle(
    new Request(`${ORIGIN}/simulator/portals${path}`, {
      method: 'POST',
      body: JSON.stringify(input),
    }),
  );
  const answer = asObject(await response.json()) ?? {};
  if (!response.ok) throw new Error(String(answer['error']));
  return answer['value'];
}

/** A clock that stands still until a test moves it. */
export class StoppedClock {
  now = Date.UTC(2026, 2, 10, 9);
  readonly read = (): number => this.now;

  advanceSeconds(seconds: number): void {
    this.now += seconds * 1000;
  }
}
