/**
 * `/simulator/canary/…`: addresses that are requested only if a hostile text was interpreted.
 * `GET /simulator/canary/heard` lists the requests, `POST` also clears the list.
 */
import {CORS_HEADERS, jsonResponse} from './rest-answer.js';

export class CanaryEndpoint {
  #requested: string[] = [];

  handle(request: Request): Promise<Response> {
    const {pathname, search} = new URL(request.url);
    if (pathname !== '/simulator/canary/heard') {
      this.#requested.push(pathname + search);
      return Promise.resolve(new Response(null, {status: 204, headers: CORS_HEADERS}));
    }
    const requested = this.#requested;
    if (request.method === 'POST') this.#requested = [];
    return Promise.resolve(jsonResponse(requested));
  }
}
