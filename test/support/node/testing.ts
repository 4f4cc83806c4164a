/** What the tests of pure logic use of `@open-wc/testing`, for Node: its other half needs a page. */
export {expect} from '@esm-bundle/chai';

/** Looks every `interval` milliseconds; rejects with the message when the time is over. */
export async function waitUntil(
  condition: () => unknown,
  message: string,
  {timeout, interval}: {readonly timeout: number; readonly interval: number},
): Promise<void> {
  const end = performance.now() + timeout;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Timeout: ${message}`);
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}
