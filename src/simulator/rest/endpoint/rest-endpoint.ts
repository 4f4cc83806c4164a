/** `/rest/…`: finds the portal by the token, applies its faults, and calls the method. */
import {batchCommands, runBatch} from './batch.js';
import {faultResponse} from '../portal/rest-faults.js';
import {callMethod} from './method-table.js';
import type {RestPortal} from '../portal/rest-portal.js';
import type {PortalRegistry} from '../portal/portal-registry.js';
import {Preflights} from './preflights.js';
import {singleCall, type LogFinish} from '../portal/request-log.js';
import {answerTime, CORS_HEADERS, errorResponse, successResponse} from './rest-answer.js';
import {RestError} from './rest-error.js';
import {readRestRequest, type RestRequest} from './rest-request.js';
import type {Token} from '../portal/tokens.js';

interface Caller {
  readonly portal: RestPortal;
  readonly token: Token;
}

export class RestEndpoint {
  readonly #portals: PortalRegistry;
  readonly #clock: () => number;
  readonly #preflights = new Preflights();

  /** @param clock - returns milliseconds since the epoch */
  constructor(portals: PortalRegistry, clock: () => number) {
    this.#portals = portals;
    this.#clock = clock;
  }

  async handle(request: Request): Promise<Response> {
    if (request.method === 'OPTIONS') return this.#answerPreflight(request);
    const rest = await readRestRequest(request);
    if (rest.accessToken === null) {
      return errorResponse(new RestError('NO_AUTH_FOUND', 'Wrong authorization data'));
    }
    const caller = this.#portals.byToken(rest.accessToken);
    if (caller === undefined) {
      return errorResponse(new RestError('invalid_token', 'Unable to get application by token'));
    }
    const finishLog = this.#log(request, rest, caller.portal);
    const response = await this.#answer(rest, caller, new URL(request.url).origin);
    finishLog(response.status);
    return response;
  }

  async #answer(rest: RestRequest, caller: Caller, origin: string): Promise<Response> {
    const startedAt = this.#clock();
    try {
      this.#checkAccess(caller, startedAt);
      const fault = await caller.portal.faults.applyTo(rest.method, false);
      if (fault !== null) return faultResponse(fault);
      const call = {
        ...caller,
        user: userOf(caller),
        parameters: rest.parameters,
        origin,
        now: startedAt,
      };
      const result = isBatch(rest)
        ? await runBatch(call, this.#clock)
        : await callMethod(rest.method, call);
      return successResponse(result, answerTime(startedAt, this.#clock()));
    } catch (error) {
      if (error instanceof RestError) return errorResponse(error);
      throw error;
    }
  }

  #checkAccess({portal, token}: Caller, now: number): void {
    if (!portal.admitRequest(now)) throw new RestError('QUERY_LIMIT_EXCEEDED', 'Too many requests');
    if (token.expiresAt <= now) {
      throw new RestError('expired_token', 'The access token provided has expired.');
    }
  }

  #answerPreflight(request: Request): Response {
    this.#preflights.add(addressOf(request), request.headers, this.#clock());
    return new Response(null, {status: 204, headers: CORS_HEADERS});
  }

  #log(request: Request, rest: RestRequest, portal: RestPortal): LogFinish {
    const preflight = this.#preflights.takeFor(addressOf(request), request.headers);
    const {path, method, contentType} = rest;
    if (preflight !== undefined) {
      const announced = {
        at: preflight.at,
        httpMethod: 'OPTIONS',
        path,
        method,
        contentType: '',
        calls: [],
      };
      portal.log.addRequest(announced)(204);
    }
    const calls = isBatch(rest)
      ? batchCommands(rest.parameters)
      : singleCall(method, rest.parameters);
    return portal.log.addRequest({
      at: this.#clock(),
      httpMethod: request.method,
      path,
      method,
      contentType,
      calls,
    });
  }
}

function userOf({portal, token}: Caller): NonNullable<ReturnType<RestPortal['user']>> {
  const user = portal.user(token.userId);
  if (user === undefined)
    throw new RestError('user_access_error', 'The user does not have access to the application.');
  return user;
}

function isBatch({method}: RestRequest): boolean {
  return method.toLowerCase() === 'batch';
}

/** The whole URL: b24jssdk adds a unique id to that of every request. */
function addressOf(request: Request): string {
  return request.url;
}
