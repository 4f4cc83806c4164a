/** A portal inside the gallery's page: it has the simulator's records, and sends no request. */
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import {CARD_COMMANDS} from '../../src/model/card/card-command.js';
import {CARD_EVENTS} from '../../src/model/card/card-event.js';
import type {Credentials} from '../../src/model/portal/portal-answers.js';
import {readPlacement} from '../../src/model/portal/placement.js';
import {asObject, asText, type JsonObject} from '../../src/model/parse/reading.js';
import {PortalClient} from '../../src/portal/portal-client.js';
import type {OpenedTransport, PortalTransport} from '../../src/portal/portal-transport.js';
import type {Fault} from '../../src/simulator/rest/contract.js';
import type {ControlActionName} from '../../src/simulator/rest/control/control-actions.js';
import {SimulatorBackend} from '../../src/simulator/rest/simulator-backend.js';
import {CALL, type GalleryState, type PlayedPortal} from './gallery-state.js';

const ORIGIN = 'https://portal.example';
const INTERFACE = {
  command: Object.values(CARD_COMMANDS).map(({wire}) => wire),
  event: Object.values(CARD_EVENTS).map(({wire}) => wire),
};

const backend = new SimulatorBackend();

export class GalleryPortal implements PortalTransport, PlayedPortal {
  readonly silent = new Set<string>();
  /** The answers of commands, in place of the default `[]`. */
  readonly answers = new Map<string, unknown>();
  readonly #state: GalleryState;
  #id = '';
  readonly #language: string;
  readonly #listeners = new Map<string, ((value: unknown) => void)[]>();

  /** @param language - the portal's code of the operator's language */
  constructor(state: GalleryState, language = 'en') {
    this.#state = state;
    this.#language = language;
  }

  /** The port that a controller connects to. */
  static port(link: GalleryPortal): PortalClient {
    return new PortalClient(() => link, {fetch: answer});
  }

  async open(): Promise<OpenedTransport> {
    const {connection, placement = 'CALL_CARD', options = CALL, seed = 'sample'} = this.#state;
    if (connection === 'never') return new Promise(() => undefined);
    if (connection !== undefined) throw new CallCardError(connection, 'Connecting has failed.');
    const created = asObject(await control('', {seed}));
    this.#id = asText(created?.['id']) ?? '';
    const {scopes, userId, fault} = this.#state;
    if (fault !== undefined) await this.addFault(fault);
    const whose = {
      ...(scopes && {scopes}),
      ...(userId !== undefined && {userId}),
      language: this.#language,
    };
    const token = asObject(await act(this.#id, 'issue-token', whose));
    const credentials = {accessToken: asText(token?.['AUTH_ID']) ?? '', expiresIn: 3600};
    return {
      init: {
        language: this.#language,
        restPath: '/rest',
        // A unique id, so that no data is cached from one picture to the next.
        memberId: asText(created?.['memberId']) ?? '',
        isAdmin: false,
        placement: readPlacement(placement, options).value,
      },
      origin: ORIGIN,
      problems: [],
      credentials,
      renew: () => Promise.resolve<Credentials>(credentials),
    };
  }

  async addFault(fault: Fault): Promise<void> {
    await act(this.#id, 'add-fault', {...fault});
  }

  async whenHeld(key: string): Promise<void> {
    await act(this.#id, 'held', {key});
  }

  ask(command: string): Promise<unknown> {
    if (this.silent.has(command)) {
      return Promise.reject(new CallCardError('timeout', `${command} was not answered.`));
    }
    if (command === 'getInterface') return Promise.resolve(INTERFACE);
    return Promise.resolve(this.answers.get(command) ?? []);
  }

  bind(event: string, deliver: (value: unknown) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), deliver]);
  }

  emit(event: string, value: unknown): void {
    for (const deliver of this.#listeners.get(event) ?? []) deliver(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

/** REST without a network. A dropped connection rejects as `fetch` does. */
const answer: typeof fetch = async (input, init) => {
  try {
    return await backend.handle(new Request(input, init));
  } catch (cause) {
    throw new TypeError('Failed to fetch', {cause});
  }
};

function act(id: string, action: ControlActionName, input: JsonObject): Promise<unknown> {
  return control(`/${id}/${action}`, input);
}

async function control(path: string, input: JsonObject): Promise<unknown> {
  const request = new Request(`${ORIGIN}/simulator/portals${path}`, {
    method: 'POST',
    body: JSON.stringify(input),
  });
  const response = await backend.handle(request);
  return asObject(await response.json())?.['value'];
}
