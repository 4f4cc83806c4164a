/** Puts something else into the place of a part of the platform. */
export function replace<T extends object, K extends keyof T>(
  owner: T,
  name: K,
  make: (native: T[K]) => unknown,
): void {
  const value = make(owner[name]);
  Object.defineProperty(owner, name, {value, configurable: true, writable: true});
}
