/** What is reported as uncaught during a test, which the test runner would take for a failure of its own. */

/** Collects what is given to `reportError` until `restore` is called; the page's `error` event is spared. */
export function collectReported(): {readonly reported: unknown[]; readonly restore: () => void} {
  const {reportError} = globalThis;
  const reported: unknown[] = [];
  globalThis.reportError = (error) => reported.push(error);
  return {reported, restore: () => void (globalThis.reportError = reportError)};
}

/**
 * Collects the page's own `error` events, which the browser dispatches for what a listener throws, and
 * keeps them from the test runner.
 */
export async function uncaughtWhile(run: () => Promise<unknown>): Promise<readonly unknown[]> {
  const uncaught: unknown[] = [];
  const {onerror} = window;
  window.onerror = (_message, _source, _line, _column, error) => {
    uncaught.push(error);
    return true;
  };
  try {
    await run();
  } finally {
    window.onerror = onerror;
  }
  return uncaught;
}
