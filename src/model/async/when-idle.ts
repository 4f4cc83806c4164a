/** Work that can wait until the browser has nothing better to do. */

/** A busy page gets it done all the same, so many milliseconds later. */
const LONGEST_MS = 1000;

/** Resolves in an idle moment; where the browser does not tell of them, as Safari, in the next task. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    const {requestIdleCallback} = globalThis as Partial<typeof globalThis>;
    if (requestIdleCallback === undefined) setTimeout(resolve);
    else requestIdleCallback(() => resolve(), {timeout: LONGEST_MS});
  });
}
