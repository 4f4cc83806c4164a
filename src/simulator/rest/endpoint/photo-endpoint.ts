/** `/simulator/photos/{id}.svg`: a drawn photo of a user, so that the simulator needs no network. */
import type {UserSeed} from '../crm/crm-seed.js';
import {CORS_HEADERS} from './rest-answer.js';

export class PhotoEndpoint {
  readonly #users: readonly UserSeed[];

  constructor(users: readonly UserSeed[]) {
    this.#users = users;
  }

  handle(request: Request): Promise<Response> {
    const id = Number(/(\d+)\.svg$/.exec(new URL(request.url).pathname)?.[1]);
    const user = this.#users.find((one) => one.id === id);
    const headers = {...CORS_HEADERS, 'Content-Type': 'image/svg+xml'};
    const response =
      user === undefined
        ? new Response(null, {status: 404, headers})
        : new Response(portrait(user), {headers});
    return Promise.resolve(response);
  }
}

function portrait({name, lastName}: UserSeed): string {
  const initials = name.charAt(0) + lastName.charAt(0);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
  <rect width="100" height="100" fill="#2fc6f6"/>
  <text x="50" y="65" font-family="sans-serif" font-size="44" text-anchor="middle" fill="#0b3b52">${initials}</text>
</svg>`;
}
