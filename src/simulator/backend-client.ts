/** The control of one simulated portal's backend from a page: makes it, breaks it, looks into it. */
import type {EntityRef} from '../model/entity/entity-ref.js';
import {asObject, asText, type JsonObject} from '../model/parse/reading.js';
import type {
  CreatedPortal,
  Fault,
  IssuedToken,
  LimitSetting,
  LoggedRequest,
  MethodAnswers,
  PageAnswers,
  SeedName,
  TimelineComment,
  TokenOptions,
} from './rest/contract.js';
import type {ControlActionName} from './rest/control/control-actions.js';
import type {UserFieldSeed} from './rest/crm/field.js';

export type {
  CreatedPortal,
  Fault,
  IssuedToken,
  LimitSetting,
  LoggedCall,
  LoggedRequest,
  MethodAnswer,
  MethodAnswers,
  SeedName,
  TimelineComment,
  TokenOptions,
} from './rest/contract.js';

export interface PortalBackendOptions {
  /** Where the simulator is served. Defaults to the page's own origin. */
  readonly origin?: string;
  /** Whose tokens it issues when nothing else is said. Defaults to an ordinary operator, user 6. */
  readonly userId?: number;
  readonly scopes?: readonly string[];
  /** What it knows. Defaults to the sample firm. */
  readonly seed?: SeedName;
  /** How long tokens are good for, in seconds. */
  readonly expiresIn?: number;
  /** In which it names fields, stages and types when nothing else is said. Defaults to English. */
  readonly language?: string;
  /** REST methods of one's own with what they answer, see `addMethods`. */
  readonly methods?: MethodAnswers;
}

export class PortalBackend {
  readonly id: string;
  readonly memberId: string;
  readonly origin: string;

  /** The control of a portal that is there already; `create` makes one. */
  constructor(origin: string, {id, memberId}: CreatedPortal) {
    this.origin = origin;
    this.id = id;
    this.memberId = memberId;
  }

  /** A new portal with its own records, users, tokens, faults and log. */
  static async create(options: PortalBackendOptions = {}): Promise<PortalBackend> {
    const {origin = location.origin, methods, ...defaults} = options;
    const created = asObject(await post(origin, '', defaults));
    const id = asText(created?.['id']);
    const memberId = asText(created?.['memberId']);
    if (id === undefined || memberId === undefined) {
      throw new Error(`No simulated portal was made at ${origin}`);
    }
    const backend = new PortalBackend(origin, {id, memberId});
    if (methods !== undefined) await backend.addMethods(methods);
    return backend;
  }

  issueToken(options: TokenOptions = {}): Promise<IssuedToken> {
    return this.#ask<IssuedToken>('issue-token', {...options});
  }

  /** A new token for the same user and scopes; `null` when the refresh is refused. */
  refreshToken(refreshId: string): Promise<IssuedToken | null> {
    return this.#ask<IssuedToken | null>('refresh-token', {refreshId});
  }

  /** Every token issued so far is expired from now on. */
  async expireTokens(): Promise<void> {
    await this.#ask('expire-tokens');
  }

  async refuseRefresh(refuse: boolean): Promise<void> {
    await this.#ask('refuse-refresh', {refuse});
  }

  async addFault(fault: Fault): Promise<void> {
    await this.#ask('add-fault', {...fault});
  }

  /** Forgets every fault and lets go of the requests that are held. */
  async clearFaults(): Promise<void> {
    await this.#ask('clear-faults');
  }

  /** Resolves as soon as a request is held under this key. */
  async held(key: string): Promise<void> {
    await this.#ask('held', {key});
  }

  /** Ends the faults that hold requests under this key. */
  async release(key: string): Promise<void> {
    await this.#ask('release', {key});
  }

  /** What was asked so far, those that are still being answered too. */
  requests(): Promise<readonly LoggedRequest[]> {
    return this.#ask<readonly LoggedRequest[]>('requests');
  }

  async clearRequests(): Promise<void> {
    await this.#ask('clear-requests');
  }

  /** The record with original names of user fields, whoever may read it; `null` for none. */
  record(typeId: number, id: number): Promise<JsonObject | null> {
    return this.#ask<JsonObject | null>('record', {typeId, id} satisfies EntityRef);
  }

  /** Sets fields by any of their names; makes the record when it is not there. */
  async putRecord(typeId: number, id: number, fields: JsonObject): Promise<void> {
    await this.#ask('put-record', {typeId, id, fields});
  }

  async deleteRecord(typeId: number, id: number): Promise<void> {
    await this.#ask('delete-record', {typeId, id});
  }

  async denyRecord(typeId: number, id: number, userId: number): Promise<void> {
    await this.#ask('deny-record', {typeId, id, userId});
  }

  /** Adds user fields to a type, each in place of the one with the same code. */
  async putUserFields(typeId: number, fields: readonly UserFieldSeed[]): Promise<void> {
    await this.#ask('put-user-fields', {typeId, fields});
  }

  /**
   * What the server of an app's page answers to POST and to GET; `null` where it is none of this machine,
   * or the simulator is served by another server than this page.
   */
  async probePage(url: string): Promise<PageAnswers | null> {
    try {
      const body = JSON.stringify({url});
      const response = await fetch(`${this.origin}/simulator/probe`, {method: 'POST', body});
      return response.ok ? ((await response.json()) as PageAnswers) : null;
    } catch {
      return null;
    }
  }

  /** The names of the REST methods that the portal has, those that were added too. */
  methods(): Promise<readonly string[]> {
    return this.#ask<readonly string[]>('methods');
  }

  /**
   * Adds REST methods, each in place of the one with the same name. What is answered travels to the
   * server, so it is data; functions are an option of `SimulatorBackend` there.
   */
  async addMethods(methods: MethodAnswers): Promise<void> {
    await this.#ask('add-methods', {methods});
  }

  timelineComments(): Promise<readonly TimelineComment[]> {
    return this.#ask<readonly TimelineComment[]>('timeline-comments');
  }

  /** `true` is the cloud's ordinary limit: fifty at once, two a second. Off in a new portal. */
  async setLimit(limit: LimitSetting): Promise<void> {
    await this.#ask('set-limit', {limit});
  }

  /** Ends the portal: its tokens are unknown from now on. */
  async dispose(): Promise<void> {
    await post(this.origin, `/${this.id}/dispose`, {});
  }

  /** The other side is the same code base, so its answers are taken as they are typed. */
  async #ask<T>(action: ControlActionName, input: JsonObject = {}): Promise<T> {
    return (await post(this.origin, `/${this.id}/${action}`, input)) as T;
  }
}

async function post(origin: string, path: string, input: JsonObject): Promise<unknown> {
  const response = await fetch(`${origin}/simulator/portals${path}`, {
    method: 'POST',
    body: JSON.stringify(input),
  });
  const answer = asObject(await response.json());
  if (response.ok) return answer?.['value'];
  throw new Error(`The simulator refused ${path}: ${asText(answer?.['error']) ?? response.status}`);
}
