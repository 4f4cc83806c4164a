/**
 * Notices that the npm which started a script has been ended; npm passes on no signal that it gets. Own, because it is nine lines.
 */

const lookEveryMs = 500;

/** @param {() => void} end called once */
export function whenNpmIsGone(end) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    end();
  }, lookEveryMs).unref();
}
