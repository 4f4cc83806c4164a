/**
 * One server for both sides: the portal's page with its REST on `127.0.0.1`, the apps' pages on
 * `localhost`. What an app loads comes over the slow network; what the portal's page does is not
 * slowed. All bodies are gzipped, as portals and static hosts do.
 */
import {createServer} from 'node:http';
import {gzipSync} from 'node:zlib';
import {tsImport} from 'tsx/esm/api';
import {projectPath} from '../../scripts/lib/project-path.mjs';
import {Network} from './network.mjs';

/**
 * @typedef {{type: string, body: string | Uint8Array}} StaticFile
 * @typedef {{requests: number, bytes: number, paths: string[]}} Traffic
 */

/** What only the portal's page asks for. */
const PORTALS_OWN = /^\/(portal|simulator)\//;

export class StageServer {
  network = new Network();
  /** Of the apps only, since the last `resetTraffic`. @type {Traffic} */
  traffic = {requests: 0, bytes: 0, paths: []};
  /** @type {Map<string, {type: string, body: Uint8Array}>} */
  #files = new Map();
  #server = createServer((request, response) => {
    this.#answer(request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  #backend;
  #port = 0;

  /** @param {{serves: (path: string) => boolean, handle: (request: Request) => Promise<Response>}} backend */
  constructor(backend) {
    this.#backend = backend;
  }

  static async start() {
    const path = projectPath('src/simulator/rest/simulator-backend.ts');
    const {SimulatorBackend} = await tsImport(path, import.meta.url);
    const {FIRM} = await tsImport('./record/firm.ts', import.meta.url);
    const server = new StageServer(new SimulatorBackend({seed: FIRM}));
    await server.#listen();
    return server;
  }

  get portalOrigin() {
    return `http://127.0.0.1:${this.#port}`;
  }

  get appOrigin() {
    return `http://localhost:${this.#port}`;
  }

  /**
   * @param {string} path
   * @param {StaticFile} file
   */
  put(path, {type, body}) {
    this.#files.set(path, {type, body: gzipSync(body, {level: 9})});
  }

  resetTraffic() {
    this.traffic = {requests: 0, bytes: 0, paths: []};
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** @returns {Promise<void>} */
  #listen() {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => {
        const address = this.#server.address();
        this.#port = typeof address === 'object' && address !== null ? address.port : 0;
        resolve();
      });
    });
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #answer(request, response) {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const isApps = !PORTALS_OWN.test(url.pathname);
    if (isApps) this.#count(request, response, url.pathname);
    // A preflight is answered by the portal's web server: no code of the portal's runs for it.
    const isRest = url.pathname.startsWith('/rest/') && request.method !== 'OPTIONS';
    if (isApps) await this.network.travel(isRest);
    const {status, headers, body} = this.#backend.serves(url.pathname)
      ? await this.#ask(request, url)
      : this.#file(url.pathname);
    response.writeHead(status, {...headers, 'content-length': body.length});
    if (isApps) await this.network.send(response, body);
    else response.end(body);
  }

  /**
   * What really passes the socket, heads included; a connection has one request at a time.
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @param {string} path
   */
  #count({socket}, response, path) {
    const {traffic} = this;
    const before = socket.bytesWritten;
    response.once('finish', () => {
      traffic.requests += 1;
      traffic.bytes += socket.bytesWritten - before;
      traffic.paths.push(path);
    });
  }

  /** @param {string} path */
  #file(path) {
    const file = this.#files.get(path);
    if (file === undefined) return {status: 404, headers: {}, body: new Uint8Array()};
    // A page is asked for anew each time; what it loads has a year, as with names that have a hash.
    const isPage = file.type.startsWith('text/html');
    const headers = {
      'content-type': file.type,
      'content-encoding': 'gzip',
      'cache-control': isPage ? 'no-store' : 'public, max-age=31536000, immutable',
    };
    return {status: 200, headers, body: file.body};
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {URL} url
   */
  async #ask(request, url) {
    const method = request.method ?? 'GET';
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    const body = method === 'POST' ? {body: Buffer.concat(chunks)} : {};
    const asked = new Request(url, {method, headers: Object.fromEntries(headers), ...body});
    const answer = await this.#backend.handle(asked);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const own = {...Object.fromEntries(answer.headers), 'cache-control': 'no-store'};
    if (bytes.length === 0) return {status: answer.status, headers: own, body: bytes};
    const packed = {...own, 'content-encoding': 'gzip'};
    return {status: answer.status, headers: packed, body: gzipSync(bytes, {level: 5})};
  }
}
