/**
 * Properties as tests, with a seed of their own in every run. Node tries all the cases of a short run, a
 * browser a part of them. A failure says how to see it again; in a browser, `?seed=…&path=…` behind the
 * page's address does the same.
 */
import {reportFault} from './conversation/faults.js';
import type {NamedProperty, RunOptions} from './property.js';

const isInBrowser = 'location' in globalThis;
/** One of so many cases is tried by a browser: an engine's own mistake is in most of them. */
const PART = 20;

// In Node, Mocha hears of them and lets the test fail.
if (isInBrowser) {
  addEventListener('error', ({error}) => reportFault(error));
  addEventListener('unhandledrejection', ({reason}) => reportFault(reason));
}

export function testProperties(title: string, properties: readonly NamedProperty[]): void {
  describe(title, () => {
    for (const {name, runs, check} of properties) {
      it(name, async function () {
        // Shrinking a counterexample takes longer than to find it.
        this.timeout(60_000);
        const options = isInBrowser ? {runs: Math.ceil(runs.short / PART), ...replay()} : {};
        const {failure} = await check(options);
        if (failure !== undefined) throw new Error(failure);
      });
    }
  });
}

function replay(): RunOptions {
  const query = new URLSearchParams(location.search);
  const [seed, path] = [query.get('seed'), query.get('path')];
  return {...(seed === null ? {} : {seed: Number(seed)}), ...(path === null ? {} : {path})};
}
