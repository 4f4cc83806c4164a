/** Delays the promises of a frozen frame: Web Locks and network answers settle when it runs again. */
import type {Gate} from './gate.js';
import {replace} from './replace.js';

type LockCallback = (lock: unknown) => unknown;

export function gatePromises(gate: Gate): void {
  replace(window, 'fetch', (native) => {
    return (...given: Parameters<typeof fetch>) => gate.delay(native.call(window, ...given));
  });
  for (const name of ['text', 'json', 'arrayBuffer', 'blob'] as const) {
    replace(Response.prototype, name, (native) => {
      return function (this: Response) {
        return gate.delay<unknown>(native.call(this));
      };
    });
  }
  gateLocks(gate);
}

/**
 * A frozen frame may be granted a lock; it then holds the lock without running. The prototype is patched:
 * WebKit may discard `navigator.locks`, and with it the properties that were set on it.
 */
function gateLocks(gate: Gate): void {
  if (!('locks' in navigator)) return;
  replace(LockManager.prototype, 'query', (native) => {
    return function (this: LockManager) {
      return gate.delay(native.call(this));
    };
  });
  replace(LockManager.prototype, 'request', (native) => {
    return function (this: LockManager, ...given: readonly unknown[]) {
      const callback = given.at(-1);
      const wrapped = isCallback(callback)
        ? [...given.slice(0, -1), (lock: unknown) => gate.runWhenOpen(() => callback(lock))]
        : given;
      return gate.delay(Reflect.apply(native, this, wrapped) as Promise<unknown>);
    };
  });
}

function isCallback(value: unknown): value is LockCallback {
  return typeof value === 'function';
}
