/** Reads the HTTP request of a REST call: JSON, or a form with any other content type. */
import {asObject, asText, parseJson, type JsonObject} from '../../../model/parse/reading.js';
import {parsePhpQuery} from '../php-data.js';

export interface RestRequest {
  /** The method's name as the app wrote it, without `.json`. */
  readonly method: string;
  readonly path: string;
  /** The parameters without the token. */
  readonly parameters: JsonObject;
  readonly accessToken: string | null;
  readonly contentType: string;
}

/** Names that belong to the transport, not to the method. Tokens must not reach a log. */
const TRANSPORT_NAMES: ReadonlySet<string> = new Set([
  'auth',
  'access_token',
  'refresh_token',
  // b24jssdk adds these to every address, for tracing.
  'bx24_request_id',
  'bx24_sdk_ver',
  'bx24_sdk_type',
]);

export async function readRestRequest(request: Request): Promise<RestRequest> {
  const url = new URL(request.url);
  const contentType = request.headers.get('content-type') ?? '';
  const body = request.method === 'POST' ? readBody(await request.text(), contentType) : {};
  const sent = {...parsePhpQuery(url.search.slice(1)), ...body};
  return {
    method: methodIn(url.pathname),
    path: url.pathname,
    parameters: withoutTransportNames(sent),
    accessToken: asText(sent['auth']) ?? asText(sent['access_token']) ?? null,
    contentType,
  };
}

export function withoutTransportNames(sent: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !TRANSPORT_NAMES.has(name)));
}

/** `/rest/crm.item.get.json` → `crm.item.get`. */
function methodIn(path: string): string {
  const name = path.replace(/^\/rest\/+/, '').replace(/\/+$/, '');
  return name.replace(/\.json$/i, '');
}

function readBody(text: string, contentType: string): JsonObject {
  if (!/^application\/json\b/i.test(contentType)) return parsePhpQuery(text);
  // A malformed body has no parameters, and so no token.
  return asObject(parseJson(text)?.value) ?? {};
}
