/** The control of one simulated portal's backend from a page: its tokens, records, faults and log. */
import type {EntityRef} from '../model/entity/entity-ref.js';
import {asObject, asText, type JsonObject} from '../model/parse/reading.js';
import type {
  CreatedPortal,
  Fault,
  IssuedToken,
  LimitSetting,
  ApplicationFacts,
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
  /** The origin of the simulator's server; the page's own by default. */
  readonly origin?: string;
  /** The user of the tokens; user 6, an ordinary operator, by default. */
  readonly userId?: number;
  /** The scopes of the tokens; `crm`, `telephony`, `placement` and `user_brief` by default. */
  readonly scopes?: readonly string[];
  /** The portal's records and users; those of the sample firm by default. */
  readonly seed?: SeedName;
  /** The lifetime of tokens in seconds; 3,600 by default. */
  readonly expiresIn?: number;
  /** The language code of the names of fields, stages and types; `en` by default. */
  readonly language?: string;
  /** Additional REST methods with their answers, see `addMethods`. */
  readonly methods?: MethodAnswers;
}

/** Controls the backend of one portal. Every method rejects with an `Error` when the simulator refuses. */
export class PortalBackend {
  /** The portal's id in the control API. */
  readonly id: string;
  /** The portal's `member_id`. */
  readonly memberId: string;
  /** The token of the app's events and the app's scopes, which the form of a page has. */
  readonly application?: ApplicationFacts;
  /** The origin of the simulator's server. */
  readonly origin: string;

  /** Controls a portal that exists already. `PortalBackend.create` makes a new one. */
  constructor(origin: string, {id, memberId, application}: CreatedPortal) {
    this.origin = origin;
    this.id = id;
    this.memberId = memberId;
    if (application !== undefined) this.application = application;
  }

  /** Makes a portal with its own records, users, tokens, faults and log. */
  static async create(options: PortalBackendOptions = {}): Promise<PortalBackend> {
    const {origin = location.origin, methods, ...defaults} = options;
    const created = asObject(await post(origin, '', defaults));
    const id = asText(created?.['id']);
    const memberId = asText(created?.['memberId']);
    if (id === undefined || memberId === undefined) {
      throw new Error(`No simulated portal was made at ${origin}`);
    }
    const application = applicationIn(created?.['application']);
    const backend = new PortalBackend(origin, {
      id,
      memberId,
      ...(application === undefined ? {} : {application}),
    });
    if (methods !== undefined) await backend.addMethods(methods);
    return backend;
  }

  /** Issues a token. Facts that the options do not give are those of the portal. */
  issueToken(options: TokenOptions = {}): Promise<IssuedToken> {
    return this.#runAction<IssuedToken>('issue-token', {...options});
  }

  /** Renews a token for the same user and scopes; `null` when the refresh is refused. */
  refreshToken(refreshId: string): Promise<IssuedToken | null> {
    return this.#runAction<IssuedToken | null>('refresh-token', {refreshId});
  }

  /** Lets every token expire that was issued so far. */
  async expireTokens(): Promise<void> {
    await this.#runAction('expire-tokens');
  }

  /** Sets whether the portal refuses to renew tokens, as after the app was removed. */
  async refuseRefresh(refuse: boolean): Promise<void> {
    await this.#runAction('refuse-refresh', {refuse});
  }

  /** Adds a fault for REST requests. Several faults apply in the order in which they were added. */
  async addFault(fault: Fault): Promise<void> {
    await this.#runAction('add-fault', {...fault});
  }

  /** Removes all faults and lets the held requests go on. */
  async clearFaults(): Promise<void> {
    await this.#runAction('clear-faults');
  }

  /** Resolves when a request is held under the key, or at once without a fault that holds requests under it. */
  async held(key: string): Promise<void> {
    await this.#runAction('held', {key});
  }

  /** Removes the faults that hold requests under the key, and lets these requests go on. */
  async release(key: string): Promise<void> {
    await this.#runAction('release', {key});
  }

  /** The last 2,000 REST requests, including those that are not answered yet. */
  requests(): Promise<readonly LoggedRequest[]> {
    return this.#runAction<readonly LoggedRequest[]>('requests');
  }

  /** Empties the log of requests. */
  async clearRequests(): Promise<void> {
    await this.#runAction('clear-requests');
  }

  /** A record with the original names of user fields, regardless of rights; `null` if it does not exist. */
  record(typeId: number, id: number): Promise<JsonObject | null> {
    return this.#runAction<JsonObject | null>('record', {typeId, id} satisfies EntityRef);
  }

  /** Sets fields of a record by any of their names. Makes the record if it does not exist. */
  async putRecord(typeId: number, id: number, fields: JsonObject): Promise<void> {
    await this.#runAction('put-record', {typeId, id, fields});
  }

  /** Deletes a record. */
  async deleteRecord(typeId: number, id: number): Promise<void> {
    await this.#runAction('delete-record', {typeId, id});
  }

  /** Takes from a user the right to read a record. */
  async denyRecord(typeId: number, id: number, userId: number): Promise<void> {
    await this.#runAction('deny-record', {typeId, id, userId});
  }

  /**
   * Sets fields of an activity, as `crm.activity.get` answers them, and the records to which it is bound.
   * Makes the activity if it does not exist.
   */
  async putActivity(
    id: number,
    fields: JsonObject,
    more: {
      readonly bindings?: readonly {readonly entityTypeId: number; readonly entityId: number}[];
      readonly transcript?: string;
    } = {},
  ): Promise<void> {
    await this.#runAction('put-activity', {id, fields, ...more});
  }

  /** Deletes an activity. */
  async deleteActivity(id: number): Promise<void> {
    await this.#runAction('delete-activity', {id});
  }

  /** Adds user fields to a type. A field with the same code is replaced. */
  async putUserFields(typeId: number, fields: readonly UserFieldSeed[]): Promise<void> {
    await this.#runAction('put-user-fields', {typeId, fields});
  }

  /**
   * The statuses with which the server of an app's page answers POST and GET. `null` if that server is not
   * on this machine, or the simulator is served by another server than this page.
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

  /** The names of the portal's REST methods, including those that were added. */
  methods(): Promise<readonly string[]> {
    return this.#runAction<readonly string[]>('methods');
  }

  /**
   * Adds REST methods with fixed answers. A method with the same name is replaced. For methods that compute
   * their answer use the option `methods` of `SimulatorBackend` in the server.
   */
  async addMethods(methods: MethodAnswers): Promise<void> {
    await this.#runAction('add-methods', {methods});
  }

  /** The comments in the timelines of all records, the oldest first. */
  timelineComments(): Promise<readonly TimelineComment[]> {
    return this.#runAction<readonly TimelineComment[]>('timeline-comments');
  }

  /**
   * Sets the request limit, a leaky bucket. `true` is the cloud's ordinary limit: 50 requests at once, then
   * 2 a second. A new portal has no limit.
   */
  async setLimit(limit: LimitSetting): Promise<void> {
    await this.#runAction('set-limit', {limit});
  }

  /** Removes the portal; its tokens are unknown from then on. */
  async dispose(): Promise<void> {
    await post(this.origin, `/${this.id}/dispose`, {});
  }

  /** Runs an action of the control API. Its answers are not checked: the server is the same code base. */
  async #runAction<T>(action: ControlActionName, input: JsonObject = {}): Promise<T> {
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

function applicationIn(value: unknown): ApplicationFacts | undefined {
  const facts = asObject(value);
  const token = asText(facts?.['token']);
  const scopes = facts?.['scopes'];
  return token === undefined || !Array.isArray(scopes)
    ? undefined
    : {token, scopes: scopes.map(String)};
}
