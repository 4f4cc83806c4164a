/** Every portal that is played at the moment; the one that was used least recently makes room. */
import type {RestPortal} from './rest-portal.js';
import type {Token} from './tokens.js';

const CAPACITY = 200;

export class PortalRegistry {
  readonly #portals = new Map<string, RestPortal>();

  add(portal: RestPortal): void {
    this.#portals.set(portal.id, portal);
    if (this.#portals.size <= CAPACITY) return;
    const [eldest] = this.#portals.keys();
    if (eldest !== undefined) this.remove(eldest);
  }

  find(id: string): RestPortal | undefined {
    const portal = this.#portals.get(id);
    if (portal !== undefined) this.#use(portal);
    return portal;
  }

  /** The portal that issued a token, expired or not. */
  byToken(accessToken: string): {portal: RestPortal; token: Token} | undefined {
    for (const portal of this.#portals.values()) {
      const token = portal.tokens.find(accessToken);
      if (token === undefined) continue;
      this.#use(portal);
      return {portal, token};
    }
    return undefined;
  }

  /** Forgets a portal and lets go of the requests that it holds. */
  remove(id: string): void {
    this.#portals.get(id)?.faults.clear();
    this.#portals.delete(id);
  }

  /** A map keeps its order, so what is put in last is evicted last. */
  #use(portal: RestPortal): void {
    this.#portals.delete(portal.id);
    this.#portals.set(portal.id, portal);
  }
}
