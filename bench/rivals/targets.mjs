/** The tabs and frames of one browser, and the lines to them. */
import {setTimeout as pause} from 'node:timers/promises';

/** How long anything is waited for. */
export const LONGEST_MS = 20_000;
/** Until the browser is asked again whether something is there. */
const AGAIN_MS = 20;

/** @typedef {{targetId: string, type: string, url: string}} Target */

export class Targets {
  #browser;

  /** @param {import('./devtools-pipe.mjs').DevtoolsPipe} browser */
  constructor(browser) {
    this.#browser = browser;
  }

  /** @returns {Promise<readonly Target[]>} */
  async all() {
    return (await this.#browser.send('Target.getTargets')).targetInfos;
  }

  /**
   * Waits for the frame or tab with such an address.
   * @param {string} address a part of it
   * @returns {Promise<Target>}
   */
  async find(address) {
    /** @type {Target | undefined} */
    let found;
    await this.until(async () => {
      found = (await this.all()).find(({url}) => url.includes(address));
      return found !== undefined;
    }, `${address} is not open`);
    return /** @type {Target} */ (/** @type {unknown} */ (found));
  }

  /**
   * Waits until none of these is there.
   * @param {readonly Target[]} targets
   */
  async gone(targets) {
    const ids = new Set(targets.map(({targetId}) => targetId));
    await this.until(
      async () => !(await this.all()).some(({targetId}) => ids.has(targetId)),
      'a page or frame stays open',
    );
  }

  /**
   * @param {string} targetId
   * @returns {Promise<string>} the session
   */
  async attach(targetId) {
    const options = {targetId, flatten: true};
    return (await this.#browser.send('Target.attachToTarget', options)).sessionId;
  }

  /**
   * @param {string} expression
   * @param {string} session
   * @returns {Promise<any>} what it resolves with
   */
  async evaluate(expression, session) {
    const asked = {expression, awaitPromise: true, returnByValue: true};
    const {result, exceptionDetails} = await this.#browser.send('Runtime.evaluate', asked, session);
    if (exceptionDetails === undefined) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  /**
   * @param {() => Promise<boolean>} isSo
   * @param {string} otherwise what is wrong if it never is
   */
  async until(isSo, otherwise) {
    const end = performance.now() + LONGEST_MS;
    while (!(await isSo())) {
      if (performance.now() > end) throw new Error(otherwise);
      await pause(AGAIN_MS);
    }
  }
}
