/**
 * The server half of the simulated portal, on the web's own types only: REST with a CRM behind it,
 * and the control API that tests and the portal's page use.
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
  /** What every new portal knows. Defaults to the sample firm. */
  readonly seed?: PortalSeed;
  /** Milliseconds since 1970; tests bring their own. */
  readonly clock?: () => number;
  /** REST methods of one's own, in every portal: beside the simulator's, or in their place. */
  readonly methods?: OwnMethods;
}

interface Endpoint {
  handle(request: Request): Promise<Response>;
}

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

  /** True for an address that this backend answers. */
  serves(path: string): boolean {
    return this.#endpointOf(path) !== undefined;
  }

  /** The answer. Rejects with `ConnectionDropped` where the connection is to break instead. */
  async handle(request: Request): Promise<Response> {
    const endpoint = this.#endpointOf(new URL(request.url).pathname);
    if (endpoint === undefined) return jsonResponse({error: 'Not found'}, 404);
    return endpoint.handle(request);
  }

  #endpointOf(path: string): Endpoint | undefined {
    return this.#endpoints.find(([pattern]) => pattern.test(path))?.[1];
  }
}
