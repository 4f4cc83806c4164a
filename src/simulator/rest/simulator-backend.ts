/**
 * The server half of the simulator, on `Request` and `Response` alone: REST with a small CRM, and the
 * control API of tests and of the portal's page.
 */
import {CanaryEndpoint} from './endpoint/canary-endpoint.js';
import {ControlEndpoint} from './control/control-endpoint.js';
import type {PortalSeed} from './crm/crm-seed.js';
import {addedMethods, type OwnMethods} from './methods/own-methods.js';
import {PhotoEndpoint} from './endpoint/photo-endpoint.js';
import {PortalRegistry} from './portal/portal-registry.js';
import {ProbeEndpoint} from './endpoint/probe-endpoint.js';
import {jsonResponse} from './endpoint/rest-answer.js';
import {RestEndpoint} from './endpoint/rest-endpoint.js';
import {HOSTILE_SEED} from './seed/hostile/hostile-seed.js';
import {SAMPLE_SEED} from './seed/sample-seed.js';

export interface SimulatorBackendOptions {
  /** The data of every new portal; the sample firm's by default. */
  readonly seed?: PortalSeed;
  /** The time in milliseconds since the epoch; the system's by default. */
  readonly clock?: () => number;
  /** Additional REST methods of every portal. One with the name of a simulator's method replaces it. */
  readonly methods?: OwnMethods;
}

interface Endpoint {
  handle(request: Request): Promise<Response>;
}

/** Answers the requests of portals' pages, apps and tests. */
export class SimulatorBackend {
  readonly #endpoints: readonly (readonly [path: RegExp, endpoint: Endpoint])[];

  constructor({seed = SAMPLE_SEED, clock = Date.now, methods = {}}: SimulatorBackendOptions = {}) {
    const portals = new PortalRegistry();
    this.#endpoints = [
      [/^\/rest\//, new RestEndpoint(portals, clock)],
      [
        /^\/simulator\/portals(?:\/|$)/,
        new ControlEndpoint(
          portals,
          {sample: seed, hostile: HOSTILE_SEED},
          clock,
          addedMethods(methods),
        ),
      ],
      [/^\/simulator\/photos\//, new PhotoEndpoint(seed.users)],
      [/^\/simulator\/canary\//, new CanaryEndpoint()],
      [/^\/simulator\/probe$/, new ProbeEndpoint()],
    ];
  }

  /** Whether this backend answers the path. */
  serves(path: string): boolean {
    return this.#endpointOf(path) !== undefined;
  }

  /** Answers a request. Rejects with `ConnectionDropped` when a fault drops the connection. */
  async handle(request: Request): Promise<Response> {
    const endpoint = this.#endpointOf(new URL(request.url).pathname);
    if (endpoint === undefined) return jsonResponse({error: 'Not found'}, 404);
    return endpoint.handle(request);
  }

  #endpointOf(path: string): Endpoint | undefined {
    return this.#endpoints.find(([pattern]) => pattern.test(path))?.[1];
  }
}
