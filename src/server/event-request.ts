/** Reads what a portal posts to the app's server: an event, or its complaint about the worker. */
import type {Problem, Reading} from '../model/parse/reading.js';
import {FieldReader} from './field-reader.js';
import {readEvent, type PortalEvent} from './portal-event.js';
import {
  readEndpoint,
  readHost,
  readScopes,
  readStatus,
  readTokens,
  type AppStatus,
  type PortalTokens,
} from './portal-fields.js';
import {readFields, type RequestInput} from './request-input.js';

/** What was posted. Only `verifyApplicationToken` tells whether a portal has posted it. */
export interface EventRequest {
  readonly event: PortalEvent;
  readonly auth: EventAuth;
  /** When the portal has sent it, in milliseconds since the epoch. */
  readonly sentAt: number | null;
  /** The id of the handler that `event.bind` has made. */
  readonly handlerId: number | null;
}

/** What an event says of its portal and of whoever raised it. */
export interface EventAuth {
  readonly domain: string | null;
  readonly memberId: string | null;
  /** The proof that the portal has sent the event, for `verifyApplicationToken`. */
  readonly applicationToken: string | null;
  /** Of the user who raised the event; `null` for one that no user has raised. */
  readonly tokens: PortalTokens | null;
  readonly userId: number | null;
  readonly status: AppStatus | null;
  readonly scopes: readonly string[];
  /** Where the portal's REST is, in its own words. */
  readonly clientEndpoint: string | null;
  /** Where tokens are renewed, in the portal's words. */
  readonly serverEndpoint: string | null;
}

const NAMES = ['event', 'event_handler_id', 'data', 'ts', 'auth', 'error', 'error_description'];

/**
 * Reads an event of a portal, or its complaint about the worker. Never rejects: what can't be read is left out and
 * named in `problems`, without the tokens.
 */
export async function readEventRequest(input: RequestInput): Promise<Reading<EventRequest>> {
  const read = await readFields(input, NAMES);
  const problems: Problem[] = [...read.problems];
  const reader = new FieldReader(read.value, problems);
  const event = readEvent(reader);
  const auth = readAuth(reader.object('auth'));
  const seconds = reader.seconds('ts');
  const value: EventRequest = {
    event,
    auth,
    sentAt: seconds === null ? null : seconds * 1000,
    handlerId: reader.id('event_handler_id'),
  };
  // A complaint about the worker has no proof; without one, any other request is nobody's.
  const hasProof = event.kind === 'worker-error' || auth.applicationToken !== null;
  if (!hasProof) reader.object('auth').expect('application_token', null, 'a token');
  return {value, problems};
}

function readAuth(auth: FieldReader): EventAuth {
  return {
    domain: readHost(auth, 'domain'),
    memberId: auth.token('member_id'),
    applicationToken: auth.token('application_token'),
    tokens: readTokens(auth, ['access_token', 'refresh_token', 'expires_in']),
    userId: auth.id('user_id'),
    status: readStatus(auth, 'status'),
    scopes: readScopes(auth, 'scope'),
    clientEndpoint: readEndpoint(auth, 'client_endpoint'),
    serverEndpoint: readEndpoint(auth, 'server_endpoint'),
  };
}
