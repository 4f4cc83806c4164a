/** The simulator's backend behind a Node server: one middleware, for Koa and what is shaped like it. */
import type {IncomingMessage, ServerResponse} from 'node:http';
import {ConnectionDropped} from '../rest/portal/rest-faults.js';
import {SimulatorBackend} from '../rest/simulator-backend.js';

/** What of Koa's context is used. */
export interface MiddlewareContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** Set to false, it leaves the answer to the middleware. */
  respond?: boolean;
}

export type Middleware = (
  context: MiddlewareContext,
  next: () => Promise<unknown>,
) => Promise<void>;

/** A form of a REST call is far below this. */
const MOST_BODY_BYTES = 1_000_000;

class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** Answers `/rest/…` and `/simulator/portals…` itself and passes everything else on. */
export function createSimulatorMiddleware(backend = new SimulatorBackend()): Middleware {
  return async (context, next) => {
    const {req, res} = context;
    const url = addressOf(req);
    if (!backend.serves(url.pathname)) {
      await next();
      return;
    }
    // Answered here to the end: nothing behind it may rewrite a body that is broken on purpose.
    context.respond = false;
    try {
      await send(res, await backend.handle(await webRequest(req, url)));
    } catch (error) {
      giveUp(res, error);
    }
  };
}

function addressOf(req: IncomingMessage): URL {
  return new URL(req.url ?? '/', `http://${req.headers.host ?? 'localhost'}`);
}

async function webRequest(req: IncomingMessage, url: URL): Promise<Request> {
  const headers = Object.entries(req.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  const method = req.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? {body: await readBody(req)} : {};
  return new Request(url, {method, headers, ...body});
}

async function readBody(req: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY_BYTES) throw new BodyTooLarge('The body is too large.');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function send(res: ServerResponse, response: Response): Promise<void> {
  res.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    // Answers of one address differ from moment to moment.
    'cache-control': 'no-store',
  });
  res.end(Buffer.from(await response.arrayBuffer()));
}

function giveUp(res: ServerResponse, error: unknown): void {
  if (error instanceof BodyTooLarge) {
    res.writeHead(413, {connection: 'close'}).end();
    return;
  }
  if (error instanceof ConnectionDropped) {
    drop(res);
    return;
  }
  console.error(error);
  res.destroy();
}

/**
 * Fails the request without an answer. Closing the connection would not do: a browser silently repeats
 * a request whose kept-alive connection was closed. A redirect to what can't be fetched is a network
 * error at once, in every browser, as the Fetch standard has it.
 */
function drop(res: ServerResponse): void {
  res.writeHead(302, {location: 'dropped:connection', connection: 'close'}).end();
}
