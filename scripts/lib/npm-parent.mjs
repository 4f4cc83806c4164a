/** Detects that the npm which started a script has ended: npm passes on no signal. Own, for nine lines. */

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
