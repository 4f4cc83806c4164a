/** Locks and answers from the network that reach a frozen frame only when it runs again. */
import type {Gate} from './gate.js';
import {replace} from './replace.js';

type LockCallback = (lock: unknown) => unknown;
type Ask = (...given: readonly unknown[]) => Promise<unknown>;

export function gatePromises(gate: Gate): void {
  replace(window, 'fetch', (native) => gated(gate, native.bind(window) as Ask));
  for (const name of ['text', 'json', 'arrayBuffer', 'blob'] as const) {
    replace(Response.prototype, name, (native) => {
      return function (this: Response) {
        return gate.settle<unknown>(native.call(this));
      };
    });
  }
  gateLocks(gate);
}

/** A frozen frame may be given a lock, which it then has and does nothing with. */
function gateLocks(gate: Gate): void {
  const locks: LockManager | undefined = 'locks' in navigator ? navigator.locks : undefined;
  if (locks === undefined) return;
  replace(locks, 'query', (native) => gated(gate, native.bind(locks) as Ask));
  replace(locks, 'request', (native) => {
    const request = gated(gate, native.bind(locks) as Ask);
    return (...given: readonly unknown[]) => {
      const callback = given.at(-1);
      if (!isCallback(callback)) return request(...given);
      return request(...given.slice(0, -1), (lock: unknown) => gate.enter(() => callback(lock)));
    };
  });
}

function gated(gate: Gate, ask: Ask): Ask {
  return (...given) => gate.settle(ask(...given));
}

function isCallback(value: unknown): value is LockCallback {
  return typeof value === 'function';
}
