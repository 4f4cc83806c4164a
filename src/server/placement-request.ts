/** Reads the form with which a portal opens a page of the app (reference: window protocol, section 1). */
import {readPlacement, type Placement} from '../model/portal/placement.js';
import {
  asObject,
  parseJson,
  type JsonObject,
  type Problem,
  type Reading,
} from '../model/parse/reading.js';
import {FieldReader} from './field-reader.js';
import {cleaned} from './form-fields.js';
import {
  readHost,
  readEndpoint,
  readLanguage,
  readScopes,
  readStatus,
  readTokens,
  type AppStatus,
  type PortalTokens,
} from './portal-fields.js';
import {readFields, type RequestInput} from './request-input.js';

/** What was posted. Nothing of it is proved: anybody can post it. */
export interface PlacementRequest {
  /** The portal's host, `example.bitrix24.com`. `null` if the address has none. */
  readonly domain: string | null;
  /** Whether the portal says that it is on https. */
  readonly isSecure: boolean;
  /** The portal's language code: `en`, `br`, `ua` … */
  readonly language: string;
  /** The id of this rendering of the frame. */
  readonly sid: string | null;
  /** Identifies the portal across its domains. */
  readonly memberId: string | null;
  readonly status: AppStatus | null;
  /** `null` for a page that was opened without them, such as by GET. */
  readonly tokens: PortalTokens | null;
  /** Where tokens are renewed, in the portal's words: a secret goes only to an address that the app knows. */
  readonly serverEndpoint: string | null;
  /** In newer portals: the same token that events have. */
  readonly applicationToken: string | null;
  /** In newer portals: what the app may do. */
  readonly scopes: readonly string[];
  /** Where in the portal the page is shown, with the call or the record. Read as in the browser. */
  readonly placement: Placement;
  /** The placement's options as the portal wrote them. */
  readonly options: JsonObject;
}

const ADDRESS_NAMES = ['DOMAIN', 'PROTOCOL', 'LANG', 'APP_SID'];
const BODY_NAMES = [
  ...['AUTH_ID', 'AUTH_EXPIRES', 'REFRESH_ID', 'member_id', 'status', 'SERVER_ENDPOINT'],
  ...['APPLICATION_TOKEN', 'APPLICATION_SCOPE', 'PLACEMENT', 'PLACEMENT_OPTIONS'],
];

/**
 * Reads how a portal has opened a page. Never rejects: what can't be read is left out and named in `problems`,
 * without the tokens.
 */
export async function readPlacementRequest(
  input: RequestInput,
): Promise<Reading<PlacementRequest>> {
  const read = await readFields(input, [...ADDRESS_NAMES, ...BODY_NAMES]);
  const problems: Problem[] = [...read.problems];
  const reader = new FieldReader(read.value, problems);
  const options = readOptions(reader);
  const placement = readPlacement(reader.text('PLACEMENT'), options.raw);
  const value: PlacementRequest = {
    domain: readHost(reader, 'DOMAIN'),
    isSecure: reader.flag('PROTOCOL', true),
    language: readLanguage(reader, 'LANG'),
    sid: reader.token('APP_SID'),
    memberId: reader.token('member_id'),
    status: readStatus(reader, 'status'),
    tokens: readTokens(reader, ['AUTH_ID', 'REFRESH_ID', 'AUTH_EXPIRES']),
    serverEndpoint: readEndpoint(reader, 'SERVER_ENDPOINT'),
    applicationToken: reader.token('APPLICATION_TOKEN'),
    scopes: readScopes(reader, 'APPLICATION_SCOPE'),
    placement: placement.value,
    options: options.value,
  };
  reader.report(placement.problems);
  reader.expect('DOMAIN', value.domain, 'a host');
  reader.expect('member_id', value.memberId, 'an id');
  reader.expect('AUTH_ID', value.tokens, 'an access token');
  return {value, problems};
}

/** A portal sends JSON; a server's parser may have read it already. */
function readOptions(reader: FieldReader): {readonly raw: unknown; readonly value: JsonObject} {
  const value = reader.value('PLACEMENT_OPTIONS');
  const raw = typeof value === 'string' ? (reader.text('PLACEMENT_OPTIONS') ?? undefined) : value;
  const parsed = typeof raw === 'string' ? parseJson(raw)?.value : raw;
  return {raw, value: asObject(cleaned(parsed)) ?? {}};
}
