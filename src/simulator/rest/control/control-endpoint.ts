/**
 * `/simulator/portals…`: the control API, which makes, changes and removes portals.
 *
 * `POST /simulator/portals` makes one, with `{"seed": "hostile"}` one full of hostile texts. `POST
 * /simulator/portals/{id}/{action}` runs an action on it, and `POST /simulator/portals/{id}/dispose` removes
 * it. Bodies are JSON sent as plain text, so that pages of other origins need no preflight.
 */
import {asObject, parseJson, type JsonObject} from '../../../model/parse/reading.js';
import type {CreatedPortal, SeedName} from '../contract.js';
import type {PortalSeed} from '../crm/crm-seed.js';
import type {AddedMethods} from '../methods/own-methods.js';
import {RestPortal} from '../portal/rest-portal.js';
import type {PortalRegistry} from '../portal/portal-registry.js';
import {CORS_HEADERS, jsonResponse} from '../endpoint/rest-answer.js';
import {RestError} from '../endpoint/rest-error.js';
import {controlActionNamed} from './control-actions.js';
import {ControlError, readSeedName, readTokenOptions} from './control-input.js';

export class ControlEndpoint {
  readonly #portals: PortalRegistry;
  readonly #seeds: Readonly<Record<SeedName, PortalSeed>>;
  readonly #clock: () => number;
  readonly #methods: AddedMethods;

  constructor(
    portals: PortalRegistry,
    seeds: Readonly<Record<SeedName, PortalSeed>>,
    clock: () => number,
    methods: AddedMethods,
  ) {
    this.#methods = methods;
    this.#portals = portals;
    this.#seeds = seeds;
    this.#clock = clock;
  }

  async handle(request: Request): Promise<Response> {
    if (request.method === 'OPTIONS')
      return new Response(null, {status: 204, headers: CORS_HEADERS});
    try {
      const input = asObject(parseJson((await request.text()) || '{}')?.value);
      if (input === undefined) throw new ControlError('The body must be a JSON object');
      const value = await this.#runAction(new URL(request.url).pathname, input);
      return jsonResponse({value: value ?? null});
    } catch (error) {
      if (!(error instanceof ControlError || error instanceof RestError)) throw error;
      return jsonResponse({error: error.message}, 400);
    }
  }

  #runAction(path: string, input: JsonObject): unknown {
    const [, , , id, action] = path.split('/');
    if (id === undefined) return this.#makePortal(input);
    const portal = this.#portals.find(id);
    if (portal === undefined) throw new ControlError(`There is no portal ${id}`);
    if (action === 'dispose') {
      this.#portals.remove(id);
      return null;
    }
    const run = controlActionNamed(action ?? '');
    if (run === undefined) throw new ControlError(`There is no action ${String(action)}`);
    return run(portal, input, this.#clock());
  }

  #makePortal(input: JsonObject): CreatedPortal {
    const seed = this.#seeds[readSeedName(input)];
    const portal = new RestPortal(seed, readTokenOptions(input), this.#methods);
    this.#portals.add(portal);
    const {id, memberId, application} = portal;
    return {id, memberId, application};
  }
}
