/** The simulated portals of a server, as an LRU cache: the least recently used one makes room. */
import type {RestPortal} from './rest-portal.js';
import type {Token} from './tokens.js';

const CAPACITY = 200;

export class PortalRegistry {
  readonly #portals = new Map<string, RestPortal>();

  add(portal: RestPortal): void {
    this.#portals.set(portal.id, portal);
    if (this.#portals.size <= CAPACITY) return;
    const [oldest] = this.#portals.keys();
    if (oldest !== undefined) this.remove(oldest);
  }

  find(id: string): RestPortal | undefined {
    const portal = this.#portals.get(id);
    if (portal !== undefined) this.#markUsed(portal);
    return portal;
  }

  /** The portal that issued a token, expired or not. */
  byToken(accessToken: string): {portal: RestPortal; token: Token} | undefined {
    for (const portal of this.#portals.values()) {
      const token = portal.tokens.find(accessToken);
      if (token === undefined) continue;
      this.#markUsed(portal);
      return {portal, token};
    }
    return undefined;
  }

  /** Removes a portal and lets its held requests go on. */
  remove(id: string): void {
    this.#portals.get(id)?.faults.clear();
    this.#portals.delete(id);
  }

  /** Moves the portal to the end of the map, which keeps its order of insertion. */
  #markUsed(portal: RestPortal): void {
    this.#portals.delete(portal.id);
    this.#portals.set(portal.id, portal);
  }
}
