/** The simulator's backend as middleware for Koa and servers with the same kind of middleware. */
import type {IncomingMessage, ServerResponse} from 'node:http';
import {ConnectionDropped} from '../rest/portal/rest-faults.js';
import {SimulatorBackend} from '../rest/simulator-backend.js';

/** The part of Koa's context that the middleware uses. */
export interface MiddlewareContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** The middleware sets it to false, so that Koa leaves the answer to it. */
  respond?: boolean;
}

export type Middleware = (
  context: MiddlewareContext,
  next: () => Promise<unknown>,
) => Promise<void>;

/** The limit of a request's body. The form of a REST call is far below it. */
const MAX_BODY_BYTES = 1_000_000;

class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/**
 * Middleware that answers `/rest/…` and `/simulator/…` and passes all other requests on.
 *
 * @param backend - the portals; new ones by default
 */
export function createSimulatorMiddleware(backend = new SimulatorBackend()): Middleware {
  return async (context, next) => {
    const {req, res} = context;
    const url = addressOf(req);
    if (!backend.serves(url.pathname)) {
      await next();
      return;
    }
    // No other middleware may rewrite a body that is broken on purpose.
    context.respond = false;
    try {
      await send(res, await backend.handle(await webRequest(req, url)));
    } catch (error) {
      answerFailure(res, error);
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
    if (size > MAX_BODY_BYTES) throw new BodyTooLarge('The body is too large.');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function send(res: ServerResponse, response: Response): Promise<void> {
  res.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    // The answers of one address differ from request to request.
    'cache-control': 'no-store',
  });
  res.end(Buffer.from(await response.arrayBuffer()));
}

function answerFailure(res: ServerResponse, error: unknown): void {
  if (error instanceof BodyTooLarge) {
    res.writeHead(413, {connection: 'close'}).end();
    return;
  }
  if (error instanceof ConnectionDropped) {
    dropConnection(res);
    return;
  }
  console.error(error);
  res.destroy();
}

/**
 * Fails the request with a network error. Closing the connection is not enough: a browser repeats a request
 * whose kept-alive connection was closed. By the Fetch standard a redirect to a scheme that cannot be
 * fetched is a network error.
 */
function dropConnection(res: ServerResponse): void {
  res.writeHead(302, {location: 'dropped:connection', connection: 'close'}).end();
}
