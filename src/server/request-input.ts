/** The fields of a portal's request, from whatever a server has of it. */
import {
  isObject,
  parseJson,
  problem,
  type JsonObject,
  type Problem,
  type Reading,
} from '../model/parse/reading.js';
import {FormFields} from './form-fields.js';

/** A request as Express and Fastify give it, with the parsed address and the parsed body. */
export interface ParsedRequest {
  readonly query?: unknown;
  readonly body?: unknown;
}

/**
 * What a portal has sent: a `Request` of the web, its form, or what a server has parsed. A form or an object
 * alone has the fields of the address beside those of the body, or none of them.
 */
export type RequestInput = Request | FormData | URLSearchParams | ParsedRequest | JsonObject;

/** The longest body that is read, in bytes. A portal's has a few thousand. */
export const MOST_BODY_BYTES = 2 * 1024 * 1024;

type Pairs = Iterable<readonly [string, unknown]>;

/**
 * The fields of those names. Where the address and the body have a field, the body's is the first. Never rejects.
 *
 * @param names - the outermost names of fields; all others are skipped
 */
export async function readFields(
  input: unknown,
  names: readonly string[],
): Promise<Reading<JsonObject>> {
  const form = new FormFields(names);
  const problems: Problem[] = [];
  for (const source of await sourcesOf(input, problems)) {
    for (const [key, value] of source) form.add(key, value);
  }
  return {value: form.fields, problems: [...problems, ...form.problems]};
}

async function sourcesOf(input: unknown, problems: Problem[]): Promise<readonly Pairs[]> {
  if (isRequest(input)) {
    return [await bodyOf(input, problems), pairsOf(queryIn(input.url), 'address', problems)];
  }
  if (isPairs(input) || !isObject(input)) return [pairsOf(input, 'request', problems)];
  // Frameworks have both as accessors of a class.
  if (!('query' in input) && !('body' in input)) return [Object.entries(input)];
  return [pairsOf(input['body'], 'body', problems), pairsOf(input['query'], 'address', problems)];
}

/** The fields of a part that a server has parsed, or has left as text. */
function pairsOf(part: unknown, path: string, problems: Problem[]): Pairs {
  if (isPairs(part)) return part;
  if (isObject(part)) return Object.entries(part);
  if (typeof part === 'string') return textPairs(part, path, problems);
  if (part !== undefined && part !== null) problems.push(problem(path, 'fields', typeof part));
  return [];
}

function textPairs(text: string, path: string, problems: Problem[]): Pairs {
  if (!/^\s*\{/.test(text)) return new URLSearchParams(text);
  const parsed = parseJson(text)?.value;
  if (isObject(parsed)) return Object.entries(parsed);
  // Not the text: it may have a token.
  problems.push(problem(path, 'JSON', `${text.length} characters`));
  return [];
}

async function bodyOf(request: Request, problems: Problem[]): Promise<Pairs> {
  const type = request.headers.get('content-type') ?? '';
  // No portal sends a form in parts, and engines have readers of parts that wait for ever for the last one.
  if (/^\s*multipart\//i.test(type)) {
    problems.push(problem('body', 'a form without parts', type));
    return [];
  }
  try {
    const bytes = await bytesOf(request);
    if (bytes === undefined) {
      problems.push(problem('body', `at most ${MOST_BODY_BYTES} bytes`, 'more'));
      return [];
    }
    return textPairs(new TextDecoder().decode(bytes), 'body', problems);
  } catch {
    // It was read before, or the connection broke.
    problems.push(problem('body', 'a body that can be read', type));
    return [];
  }
}

/** The body. `undefined` for one that is too long, of which the rest is not read. */
async function bytesOf(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // An engine may have no streams of requests.
  if (!request.body) return new Uint8Array(await request.arrayBuffer());
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return joined(chunks, size);
    size += value.length;
    if (size > MOST_BODY_BYTES) {
      // How that ends matters to nobody.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Of a request that names no host, too. */
function queryIn(address: string): URLSearchParams {
  return new URLSearchParams(/\?([^#]*)/.exec(address)?.[1] ?? '');
}

/** By what it can do: servers bring classes of their own. */
function isRequest(input: unknown): input is Request {
  return (
    isObject(input) &&
    typeof input['arrayBuffer'] === 'function' &&
    typeof input['url'] === 'string'
  );
}

function isPairs(input: unknown): input is Pairs {
  return isObject(input) && typeof input['getAll'] === 'function';
}
