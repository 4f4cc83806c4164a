/** Replaces a method or class of the platform by one that is made from it. */
export function replace<T extends object, K extends keyof T>(
  owner: T,
  name: K,
  make: (native: T[K]) => unknown,
): void {
  const value = make(owner[name]);
  Object.defineProperty(owner, name, {value, configurable: true, writable: true});
}
