/** What a browser denies the frame; each denial is one entry of a table. */
import type {Denial} from '../frame-conditions.js';
import {replace} from './replace.js';

/** On prototypes: WebKit may forget what an object of the platform was given that nobody holds. */
const EFFECTS = {
  storage: () => {
    define(window, 'localStorage', refuse);
    define(window, 'sessionStorage', refuse);
    for (const name of ['open', 'deleteDatabase', 'databases'] as const) {
      replace(IDBFactory.prototype, name, () => refuse);
    }
    if ('caches' in window) define(window, 'caches', refuse);
    if ('SharedWorker' in window) replace(window, 'SharedWorker', () => refuse);
  },
  'storage-missing': () => {
    define(window, 'localStorage', () => null);
    define(window, 'sessionStorage', () => null);
    define(window, 'indexedDB', () => undefined);
  },
  'broadcast-channel': () => replace(window, 'BroadcastChannel', () => refuse),
  'broadcast-channel-missing': () => remove(window, 'BroadcastChannel'),
  'broadcast-channel-alone': () => replace(window, 'BroadcastChannel', alone),
  locks: () => {
    replace(LockManager.prototype, 'request', () => refuseLater);
    replace(LockManager.prototype, 'query', () => refuseLater);
  },
  'locks-missing': () => remove(Navigator.prototype, 'locks'),
} satisfies Record<Denial, () => void>;

export function deny(denials: readonly Denial[]): void {
  for (const denial of denials) EFFECTS[denial]();
}

/** As a function and, with `new`, as a constructor. */
function refuse(): never {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
}

function refuseLater(): Promise<never> {
  return new Promise(refuse);
}

/** Another name for every frame, which calls it by the one that was asked for. */
function alone(Native: typeof BroadcastChannel): typeof BroadcastChannel {
  const partition = crypto.getRandomValues(new Uint32Array(2)).join('-');
  return class BroadcastChannel extends Native {
    readonly #name: string;

    constructor(name: string) {
      super(`${partition} ${name}`);
      this.#name = name;
    }

    override get name(): string {
      return this.#name;
    }
  };
}

function define(owner: object, name: string, get: () => unknown): void {
  Object.defineProperty(owner, name, {get, configurable: true});
}

/** As in a browser that has never heard of it: not even the name is there. */
function remove(owner: object, name: string): void {
  Reflect.deleteProperty(owner, name);
}
