/** Locks and answers from the network that reach a frozen frame only when it runs again. */
import type {Gate} from './gate.js';
import {replace} from './replace.js';

type LockCallback = (lock: unknown) => unknown;

export function gatePromises(gate: Gate): void {
  replace(window, 'fetch', (native) => {
    return (...given: Parameters<typeof fetch>) => gate.settle(native.call(window, ...given));
  });
  for (const name of ['text', 'json', 'arrayBuffer', 'blob'] as const) {
    replace(Response.prototype, name, (native) => {
      return function (this: Response) {
        return gate.settle<unknown>(native.call(this));
      };
    });
  }
  gateLocks(gate);
}

/**
 * A frozen frame may be given a lock, which it then has and does nothing with. On the prototype: WebKit
 * may forget what `navigator.locks` itself was given, as nobody holds that object.
 */
function gateLocks(gate: Gate): void {
  if (!('locks' in navigator)) return;
  replace(LockManager.prototype, 'query', (native) => {
    return function (this: LockManager) {
      return gate.settle(native.call(this));
    };
  });
  replace(LockManager.prototype, 'request', (native) => {
    return function (this: LockManager, ...given: readonly unknown[]) {
      const callback = given.at(-1);
      const again = isCallback(callback)
        ? [...given.slice(0, -1), (lock: unknown) => gate.enter(() => callback(lock))]
        : given;
      return gate.settle(Reflect.apply(native, this, again) as Promise<unknown>);
    };
  });
}

function isCallback(value: unknown): value is LockCallback {
  return typeof value === 'function';
}
