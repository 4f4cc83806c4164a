/**
 * Hears what goes through the page to where others can read it: console, channels, locks, storage.
 * Must be imported before the kit is.
 */
import {readable} from './readable.js';

export const HEARD = {
  console: [] as string[],
  channels: [] as string[],
  locks: [] as string[],
  written: [] as string[],
  databases: [] as string[],
};

// A browser keeps 250 addresses, which are fewer than the modules of this page.
performance.setResourceTimingBufferSize(10_000);

for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table'] as const) {
  const {[name]: speak} = console;
  const hear = (...words: unknown[]): void => {
    HEARD.console.push(readable(words));
    speak(...words);
  };
  Object.assign(console, {[name]: hear});
}

const post = BroadcastChannel.prototype.postMessage;
BroadcastChannel.prototype.postMessage = function (this: BroadcastChannel, message: unknown) {
  HEARD.channels.push(this.name, readable(message));
  post.call(this, message);
};

const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (this: Storage, key: string, value: string) {
  HEARD.written.push(key, value);
  setItem.call(this, key, value);
};

const {request} = LockManager.prototype;
LockManager.prototype.request = function (this: LockManager, name: string, ...rest: unknown[]) {
  HEARD.locks.push(name);
  return Reflect.apply(request, this, [name, ...rest]) as Promise<never>;
};

const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
  HEARD.databases.push(name);
  return open.call(this, name, version);
};
