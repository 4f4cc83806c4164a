/** What the app's own code throws: reported as any uncaught error of the page, and once. */

/** Errors that the console has already. */
const REPORTED = new WeakSet();

/** Shows it on the console and tells `window.onerror`, unless it was reported before. */
export function reportAppFault(thrown: unknown): void {
  if (!isReported(thrown)) reportError(thrown);
}

/** Whether it was reported before; from now on it counts as reported. */
export function isReported(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false;
  if (REPORTED.has(thrown)) return true;
  REPORTED.add(thrown);
  return false;
}

export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}
