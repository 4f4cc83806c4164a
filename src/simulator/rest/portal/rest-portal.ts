/** The REST side of one simulated portal: users, records, tokens, faults, request limit and log. */
import type {ApplicationFacts, CreatedPortal, LimitSetting, TokenOptions} from '../contract.js';
import type {ActivitySeed, PortalSeed, UserSeed} from '../crm/crm-seed.js';
import {CrmStore} from '../crm/crm-store.js';
import {RestFaults} from './rest-faults.js';
import type {AddedMethod, AddedMethods} from '../methods/own-methods.js';
import {randomHex} from './random-id.js';
import {rateLimitOf, type RateLimit} from './rate-limit.js';
import {RequestLog} from './request-log.js';
import {TokenStore} from './tokens.js';
import type {IssuedToken} from '../contract.js';

const DEFAULT_SCOPES = ['crm', 'telephony', 'placement', 'user_brief'];
/** An ordinary operator of the sample firm. */
const DEFAULT_USER = 6;
/** Seconds. */
const TOKEN_LIFETIME = 3600;

export class RestPortal implements CreatedPortal {
  readonly id = randomHex(12);
  readonly memberId = randomHex(32);
  readonly application: ApplicationFacts;
  readonly seed: PortalSeed;
  readonly crm: CrmStore;
  readonly activities: Map<number, ActivitySeed>;
  readonly tokens = new TokenStore();
  readonly faults = new RestFaults();
  readonly log = new RequestLog();
  /** Added methods by their names in lower case. They precede the simulator's own. */
  readonly addedMethods: Map<string, AddedMethod>;
  #limit: RateLimit | null = null;
  readonly #defaults: Required<TokenOptions>;

  constructor(
    seed: PortalSeed,
    {userId, scopes, expiresIn, language}: TokenOptions = {},
    methods: AddedMethods = new Map(),
  ) {
    this.seed = seed;
    this.addedMethods = new Map(methods);
    this.crm = new CrmStore(seed);
    this.activities = new Map(seed.activities.map((activity) => [activity.id, activity]));
    this.application = {token: randomHex(32), scopes: scopes ?? DEFAULT_SCOPES};
    this.#defaults = {
      userId: userId ?? DEFAULT_USER,
      scopes: scopes ?? DEFAULT_SCOPES,
      expiresIn: expiresIn ?? TOKEN_LIFETIME,
      language: language ?? 'en',
    };
  }

  user(id: number): UserSeed | undefined {
    return this.seed.users.find((user) => user.id === id);
  }

  issueToken(options: TokenOptions, now: number): IssuedToken {
    return this.tokens.issue({...this.#defaults, ...options}, now);
  }

  refreshToken(refreshId: string, now: number): IssuedToken | null {
    return this.tokens.refresh(refreshId, this.#defaults.expiresIn, now);
  }

  setLimit(setting: LimitSetting): void {
    this.#limit = rateLimitOf(setting);
  }

  /** Counts a request. Returns false when the request limit is reached. */
  admitRequest(now: number): boolean {
    return this.#limit?.admitRequest(now) ?? true;
  }
}
