/** The globals of a browser that pure logic meets in its tests, and that Node 20 lacks. */

/** Its items are its own properties, as those of a browser's storage are. */
class MemoryStorage {
  [name: string]: unknown;

  getItem(name: string): unknown {
    return Object.hasOwn(this, name) ? this[name] : null;
  }

  setItem(name: string, text: string): void {
    this[name] = text;
  }

  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}

const target = new EventTarget();

Object.assign(globalThis, {
  window: globalThis,
  document: new EventTarget(),
  sessionStorage: new MemoryStorage(),
  localStorage: new MemoryStorage(),
  addEventListener: target.addEventListener.bind(target),
  removeEventListener: target.removeEventListener.bind(target),
  dispatchEvent: target.dispatchEvent.bind(target),
  reportError: (error: unknown) => {
    throw error;
  },
});
