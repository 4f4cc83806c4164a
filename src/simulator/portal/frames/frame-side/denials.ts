/** Denies the frame what a browser may deny it. Each denial is one entry of a table. */
import type {Denial} from '../frame-conditions.js';
import {replace} from './replace.js';

/**
 * The prototypes are patched: WebKit may discard a platform object without references, and with it the
 * properties that were set on it.
 */
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

/** Works as a function and, with `new`, as a constructor. */
function refuse(): never {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
}

function refuseLater(): Promise<never> {
  return new Promise(refuse);
}

/** A channel class whose names are unique to this frame; `name` is still the one that was asked for. */
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

/** Removes a property with its name, as in a browser that does not know it. */
function remove(owner: object, name: string): void {
  Reflect.deleteProperty(owner, name);
}
