/**
 * Simulates an office whose operators share one address, and so one request limit. All calls begin within
 * ten seconds, and each loads its record, by the kit's code or by that of the page by hand. The portal is
 * the simulator's REST with its limit; only the time is virtual.
 */
import {RecordLoader} from '../../src/crm/request/record-loader.js';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {readPlacement} from '../../src/model/portal/placement.js';
import {PortalClient} from '../../src/portal/portal-client.js';
import type {PortalTransport} from '../../src/portal/portal-transport.js';
import {SimulatorBackend} from '../../src/simulator/rest/simulator-backend.js';
import type {CreatedPortal, IssuedToken} from '../../src/simulator/rest/contract.js';
import {batchByHand} from '../rivals/by-hand-rest.js';
import {RecordSource} from '../rivals/record-source.js';
import {VirtualTime} from './virtual-time.js';

export interface Tariff {
  readonly burst: number;
  readonly drainPerSecond: number;
}

export interface OfficeDay {
  /** Milliseconds from the call to the record, for each loaded record. */
  readonly times: readonly number[];
  /** The number of records that were never loaded. */
  readonly lost: number;
  readonly requests: number;
  readonly refused: number;
}

const ORIGIN = 'https://portal.example';
const CALLS_WITHIN_MS = 10_000;
/** The round-trip time in milliseconds, without the portal's own work. */
const LATENCY_MS = 40;
const WHOM = {typeId: CONTACT, id: 17};

/** Loads the record of one call. */
type Load = (office: Office, accessToken: string) => Promise<unknown>;

const LOADS: Readonly<Record<string, Load>> = {
  kit: async (office, accessToken) => {
    const portal = new PortalClient(() => linkTo(office.memberId, accessToken), {
      fetch: office.fetch,
    });
    await portal.connect();
    return new RecordLoader(portal, office.time).record(WHOM);
  },
  'by-hand': async ({fetch, time, memberId}, token) => {
    const access = {
      address: `${ORIGIN}/rest`,
      token,
      renew: () => Promise.resolve(token),
      fetch,
      pause: (milliseconds: number) => time.pause(milliseconds),
    };
    const source = new RecordSource((calls) => batchByHand(access, calls), memberId);
    const view = await source.load(WHOM);
    if (view === null) throw new Error('the record did not come');
    return view;
  },
};

/** The loaders by the names that `officeDay` takes. */
export const LOADERS: readonly string[] = Object.keys(LOADS);

export async function officeDay(
  loader: string,
  operators: number,
  tariff: Tariff,
): Promise<OfficeDay> {
  const load = LOADS[loader];
  if (load === undefined) throw new Error(`nobody loads as ${loader}`);
  const office = await Office.open(tariff);
  const times: number[] = [];
  let lost = 0;
  const call = async (index: number): Promise<void> => {
    const accessToken = await office.token();
    await office.time.pause(((index + office.time.random()) / operators) * CALLS_WITHIN_MS);
    const began = office.time.now();
    try {
      await load(office, accessToken);
      times.push(office.time.now() - began);
    } catch {
      lost += 1;
    }
  };
  await office.time.until(Promise.all(Array.from({length: operators}, (_, index) => call(index))));
  return {times, lost, requests: office.requests, refused: office.refused};
}

/** The portal with its limit, and the way to it. */
class Office {
  readonly time = new VirtualTime(numbers());
  requests = 0;
  refused = 0;
  readonly #backend = new SimulatorBackend({clock: () => this.time.now()});
  #portal: CreatedPortal = {id: '', memberId: ''};

  static async open(limit: Tariff): Promise<Office> {
    const office = new Office();
    office.#portal = (await office.#control('')) as CreatedPortal;
    await office.#control(`/${office.#portal.id}/set-limit`, {limit});
    return office;
  }

  get memberId(): string {
    return this.#portal.memberId;
  }

  async token(): Promise<string> {
    const token = (await this.#control(`/${this.#portal.id}/issue-token`)) as IssuedToken;
    return token.AUTH_ID;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    await this.time.pause(LATENCY_MS / 2);
    const response = await this.time.atOnce(() => this.#backend.handle(new Request(input, init)));
    this.requests += 1;
    if (response.status === 503) this.refused += 1;
    await this.time.pause(LATENCY_MS / 2);
    return response;
  };

  async #control(path: string, input: object = {}): Promise<unknown> {
    const address = `${ORIGIN}/simulator/portals${path}`;
    const request = new Request(address, {method: 'POST', body: JSON.stringify(input)});
    const response = await this.time.atOnce(() => this.#backend.handle(request));
    return ((await response.json()) as {value?: unknown}).value;
  }
}

function linkTo(memberId: string, accessToken: string): PortalTransport {
  const credentials = {accessToken, expiresIn: 3600};
  const init = {
    language: 'en',
    restPath: '/rest',
    memberId,
    isAdmin: false,
    placement: readPlacement('DEFAULT', {}).value,
  };
  const renew = (): Promise<typeof credentials> => Promise.resolve(credentials);
  return {
    open: () => Promise.resolve({init, origin: ORIGIN, problems: [], credentials, renew}),
    ask: () => Promise.resolve([]),
    bind: () => undefined,
    dispose: () => undefined,
  };
}

/** The same numbers from 0 to 1 in each run. */
function numbers(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
