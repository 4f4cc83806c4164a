/**
 * Properties as tests of the browser, with a seed of their own in every run. A failure says how to
 * see it again; in a browser, `?seed=…&path=…` behind the page's address does the same.
 */
import {reportFault} from './conversation/faults.js';
import type {NamedProperty, RunOptions} from './property.js';

addEventListener('error', ({error}) => reportFault(error));
addEventListener('unhandledrejection', ({reason}) => reportFault(reason));

export function testProperties(title: string, properties: readonly NamedProperty[]): void {
  describe(title, () => {
    for (const {name, check} of properties) {
      it(name, async function () {
        // Shrinking a counterexample takes longer than to find it.
        this.timeout(60_000);
        const {failure} = await check(replay());
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
