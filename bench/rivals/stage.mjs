/**
 * A portal's tab in a slow browser, into which pages are put one after another. The app's frames run
 * in one process, apart from the portal's page, as they do in a browser of a portal's user: a first,
 * empty frame of the app, in the place of its background worker, brings it about.
 *
 * No tool is attached to the measured frame: it reports its measurements to the portal's page.
 */
import {readFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {bundle} from './bundle.mjs';

/** Addresses of what the stage itself needs. */
const PORTAL_PAGE = '/portal/page.html';
export const PROBE = '/portal/probe.js';
const EMPTY_PAGE = '/apps/empty/page.html';

const SCRIPT = 'text/javascript; charset=utf-8';
const PAGE = 'text/html; charset=utf-8';
const LONGEST_MS = 20_000;
/** A browser that was just started is busy with itself; an operator's is not. */
const SETTLING_MS = 1000;
/** Until the browser is asked again whether something is there. */
const AGAIN_MS = 20;

/**
 * @param {import('./stage-server.mjs').StageServer} server
 */
export async function putStage(server) {
  const body = '<!doctype html><title>Portal</title><script type="module" src="page.js"></script>';
  server.put(PORTAL_PAGE, {type: PAGE, body});
  server.put('/portal/page.js', {type: SCRIPT, body: await bundle('bench/rivals/portal.ts')});
  server.put(PROBE, {type: SCRIPT, body: readFileSync(new URL('probe.js', import.meta.url))});
  server.put(EMPTY_PAGE, {type: PAGE, body: '<!doctype html>'});
}

/** @typedef {{targetId: string, type: string, url: string}} Target */

export class Stage {
  #profile;
  #server;
  #page = '';
  /** The address of the frame that was opened last, and the line to it, where there is one. */
  #path = '';
  /** @type {Promise<string> | undefined} */
  #line;

  /**
   * @param {import('./profiles.mjs').Profile} profile
   * @param {import('./stage-server.mjs').StageServer} server
   */
  constructor(profile, server) {
    this.#profile = profile;
    this.#server = server;
  }

  /**
   * A new tab with nothing in its cache.
   * @param {import('./profiles.mjs').Profiles} profiles
   * @param {import('./stage-server.mjs').StageServer} server
   * @param {number} rate of the browser's brake, 1 for none
   */
  static async open(profiles, server, rate) {
    const stage = new Stage(profiles.open(), server);
    await stage.#begin(rate);
    return stage;
  }

  /**
   * Opens a page as the tab of a call's card and waits until its record is on the screen.
   * @param {{page: string, name: string}} candidate
   * @param {boolean} [campaign]
   * @returns {Promise<{paint: number, record: number}>} milliseconds since the navigation
   */
  async openCard({page, name}, campaign = false) {
    this.#opened(page);
    await this.run(`stage.open(${JSON.stringify(this.#server.appOrigin + page)}, ${campaign})`);
    return this.#report(`${name}: no record came on the screen`);
  }

  /**
   * Opens a page in a placement and waits for what it says of itself.
   * @param {string} page
   * @param {string} placement
   * @returns {Promise<any>}
   */
  async openIn(page, placement) {
    await this.#show(page, placement);
    return this.#report(`${page} said nothing`);
  }

  /** Closes the card with the page in it. */
  async closeCard() {
    const {targetId} = await this.#target();
    await this.run('stage.close()');
    // Its successor has the same address.
    await this.#until(
      async () => !(await this.#targets()).some((one) => one.targetId === targetId),
    );
    this.#line = undefined;
  }

  /**
   * Runs code on the portal's page.
   * @param {string} code
   * @returns {Promise<any>} what it resolves with
   */
  run(code) {
    return this.#evaluate(code, this.#page);
  }

  /**
   * Runs code in the frame that was opened last.
   * @param {string} code
   * @returns {Promise<any>} what it resolves with
   */
  async runInFrame(code) {
    return this.#evaluate(code, await this.#frame());
  }

  /**
   * A DevTools command for the frame that was opened last.
   * @param {string} method
   * @returns {Promise<any>} its result
   */
  async tellFrame(method) {
    return this.#profile.browser.send(method, {}, await this.#frame());
  }

  close() {
    return this.#profile.close();
  }

  /** @param {number} rate */
  async #begin(rate) {
    const {browser} = this.#profile;
    const {targetId = ''} = (await this.#targets()).find(({type}) => type === 'page') ?? {};
    this.#page = await this.#attach(targetId);
    await browser.send('Page.navigate', {url: this.#server.portalOrigin + PORTAL_PAGE}, this.#page);
    // The page that was there may still answer, or be gone.
    await this.#until(() => this.run('"stage" in globalThis').catch(() => false));
    await pause(SETTLING_MS);
    await this.#show(EMPTY_PAGE, 'PAGE_BACKGROUND_WORKER');
    for (const session of [this.#page, await this.#frame()]) {
      await browser.send('Emulation.setCPUThrottlingRate', {rate}, session);
    }
  }

  /**
   * @param {string} page
   * @param {string} placement
   */
  async #show(page, placement) {
    this.#opened(page);
    const url = this.#server.appOrigin + page;
    await this.run(`stage.show(${JSON.stringify(url)}, ${JSON.stringify(placement)})`);
  }

  /** @param {string} path */
  #opened(path) {
    this.#path = path;
    this.#line = undefined;
  }

  /** @param {string} otherwise */
  async #report(otherwise) {
    const late = pause(LONGEST_MS, undefined, {ref: false});
    const report = await Promise.race([this.run('stage.report()'), late]);
    if (report === undefined) throw new Error(otherwise);
    return report;
  }

  #frame() {
    return (this.#line ??= this.#target().then(({targetId}) => this.#attach(targetId)));
  }

  /** @returns {Promise<Target>} the frame that was opened last */
  async #target() {
    /** @type {Target | undefined} */
    let found;
    await this.#until(async () => {
      found = (await this.#targets()).find(({url}) => url.includes(this.#path));
      return found !== undefined;
    });
    if (found === undefined) throw new Error(`${this.#path} is not open`);
    return found;
  }

  /** @returns {Promise<readonly Target[]>} */
  async #targets() {
    return (await this.#profile.browser.send('Target.getTargets')).targetInfos;
  }

  /**
   * @param {string} targetId
   * @returns {Promise<string>} the session
   */
  async #attach(targetId) {
    const options = {targetId, flatten: true};
    return (await this.#profile.browser.send('Target.attachToTarget', options)).sessionId;
  }

  /**
   * @param {string} expression
   * @param {string} session
   */
  async #evaluate(expression, session) {
    const asked = {expression, awaitPromise: true, returnByValue: true};
    const {browser} = this.#profile;
    const {result, exceptionDetails} = await browser.send('Runtime.evaluate', asked, session);
    if (exceptionDetails === undefined) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  /** @param {() => Promise<boolean>} isSo */
  async #until(isSo) {
    const end = performance.now() + LONGEST_MS;
    while (!(await isSo())) {
      if (performance.now() > end) throw new Error(`${this.#path}: waited in vain`);
      await pause(AGAIN_MS);
    }
  }
}
