/** Web Locks in memory, with owners that can vanish. */
import type {HubLocks} from '../../src/hub/hub-environment.js';

interface Request {
  readonly name: string;
  readonly owner: object;
  readonly mode: LockMode;
  readonly grant: () => void;
  readonly steal: () => void;
}

type Callback = (lock: Lock | null) => unknown;

export class FakeLocks {
  readonly #held: Request[] = [];
  readonly #waiting: Request[] = [];

  /** The names that are held. */
  get held(): readonly string[] {
    return this.#held.map(({name}) => name);
  }

  /** The lock manager of one page. */
  forOwner(owner: object): HubLocks {
    const request = (
      name: string,
      ...rest: [LockOptions, Callback] | [Callback]
    ): Promise<unknown> => {
      const [options, callback] = rest.length === 1 ? [{}, rest[0]] : rest;
      return this.#request(owner, name, options, callback);
    };
    return {
      request: request,
      query: () => {
        const held = this.#held.map(({name, mode}) => ({name, mode, clientId: ''}));
        return Promise.resolve({held, pending: []});
      },
    };
  }

  /** Releases the locks of a page that has gone. */
  dropOwner(owner: object): void {
    for (const list of [this.#held, this.#waiting]) {
      for (const each of list.filter((one) => one.owner === owner)) remove(list, each);
    }
    this.#grant();
  }

  #request(
    owner: object,
    name: string,
    {mode = 'exclusive', signal, steal = false, ifAvailable = false}: LockOptions,
    callback: Callback,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const abort = (): void => reject(new DOMException('Aborted.', 'AbortError'));
      const request: Request = {
        name,
        owner,
        mode,
        steal: abort,
        grant: () => {
          this.#held.push(request);
          const over = (): void => {
            remove(this.#held, request);
            this.#grant();
          };
          void Promise.resolve()
            .then(() => callback({name, mode}))
            .then(resolve, reject)
            .finally(over);
        },
      };
      if (ifAvailable && !this.#isFree(request)) {
        void Promise.resolve()
          .then(() => callback(null))
          .then(resolve, reject);
        return;
      }
      if (steal) this.#steal(request);
      else this.#waiting.push(request);
      signal?.addEventListener('abort', () => {
        if (remove(this.#waiting, request)) abort();
      });
      this.#grant();
    });
  }

  #steal(request: Request): void {
    for (const held of this.#held.filter(({name}) => name === request.name)) {
      remove(this.#held, held);
      held.steal();
    }
    this.#waiting.unshift(request);
  }

  #grant(): void {
    for (const request of [...this.#waiting]) {
      if (this.#isFree(request) && remove(this.#waiting, request)) request.grant();
    }
  }

  #isFree(request: Request): boolean {
    const holders = this.#held.filter(({name}) => name === request.name);
    return holders.every(({mode}) => mode === 'shared' && request.mode === 'shared');
  }
}

function remove<T>(list: T[], item: T): boolean {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}
