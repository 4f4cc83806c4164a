/**
 * `/simulator/canary/…`: addresses that nobody asks for unless a hostile text has been interpreted.
 * `GET /simulator/canary/heard` tells which were asked for, `POST` also forgets them.
 */
import {CORS_HEADERS, jsonResponse} from './rest-answer.js';

export class CanaryEndpoint {
  #heard: string[] = [];

  handle(request: Request): Promise<Response> {
    const {pathname, search} = new URL(request.url);
    if (pathname !== '/simulator/canary/heard') {
      this.#heard.push(pathname + search);
      return Promise.resolve(new Response(null, {status: 204, headers: CORS_HEADERS}));
    }
    const heard = this.#heard;
    if (request.method === 'POST') this.#heard = [];
    return Promise.resolve(jsonResponse(heard));
  }
}
