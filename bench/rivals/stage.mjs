/**
 * A portal's tab in a slow browser, into which pages are put one after another. The app's frames run
 * in one process, apart from the portal's page, as they do in a browser of a portal's user: a first,
 * empty frame of the app, in the place of its background worker, brings it about.
 *
 * No tool is attached to the measured frame: it reports its measurements to the portal's page.
 */
import {readFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {tsImport} from 'tsx/esm/api';
import {bundle} from './bundle.mjs';
import {LONGEST_MS, Targets} from './targets.mjs';

/** Addresses of what the stage itself needs. */
const PORTAL_PAGE = '/portal/page.html';
export const PROBE = '/portal/probe.js';
const EMPTY_PAGE = '/portal/empty.html';

const SCRIPT = 'text/javascript; charset=utf-8';
const PAGE = 'text/html; charset=utf-8';
/** A browser that was just started is busy with itself; an operator's is not. */
const SETTLING_MS = 1000;

/**
 * @param {import('./stage-server.mjs').StageServer} server
 */
export async function putStage(server) {
  const {SHOWN} = await tsImport('./record/firm.ts', import.meta.url);
  const probe = readFileSync(new URL('probe.js', import.meta.url), 'utf8');
  const body = '<!doctype html><title>Portal</title><script type="module" src="page.js"></script>';
  server.put(PORTAL_PAGE, {type: PAGE, body});
  server.put('/portal/page.js', {type: SCRIPT, body: await bundle('bench/rivals/portal.ts')});
  server.put(PROBE, {type: SCRIPT, body: `var recordToShow = ${JSON.stringify(SHOWN)};\n${probe}`});
  server.put(EMPTY_PAGE, {type: PAGE, body: '<!doctype html>'});
}

/**
 * @typedef {{campaign?: boolean, tabAfter?: number}} CardOptions
 * `tabAfter`: milliseconds from the card, of which a worker is told at once, to its tab
 * @typedef {{paint: number, fields: number, record: number, stores: boolean}} CardTimes
 * milliseconds since the navigation; `stores`: whether the frame has storage
 */

export class Stage {
  #profile;
  #server;
  #rate;
  #targets;
  #page = '';
  /** The address of the frame that was opened last, and the line to it, where there is one. */
  #path = '';
  /** @type {Promise<string> | undefined} */
  #line;

  /**
   * @param {import('./profiles.mjs').Profile} profile
   * @param {import('./stage-server.mjs').StageServer} server
   * @param {number} rate
   */
  constructor(profile, server, rate) {
    this.#profile = profile;
    this.#server = server;
    this.#rate = rate;
    this.#targets = new Targets(profile.browser);
  }

  /**
   * A new tab with nothing in its cache.
   * @param {import('./profiles.mjs').Profiles} profiles
   * @param {import('./stage-server.mjs').StageServer} server
   * @param {number} rate of the browser's brake, 1 for none
   * @param {boolean} [stores] whether the app's frames have storage
   */
  static async open(profiles, server, rate, stores = true) {
    const stage = new Stage(profiles.open(stores), server, rate);
    await stage.#begin();
    await pause(SETTLING_MS);
    return stage;
  }

  /** Opens a new tab in place of this one: the browser has its files, and the session is new. */
  async reopen() {
    const before = await this.#targets.all();
    await this.#profile.browser.send('Target.createTarget', {url: 'about:blank'});
    const tabs = before.filter(({type}) => type === 'page');
    for (const {targetId} of tabs) {
      await this.#profile.browser.send('Target.closeTarget', {targetId});
    }
    await this.#targets.gone(tabs);
    await this.#begin();
  }

  /**
   * Opens a page as the tab of a call's card and waits until its record is on the screen.
   * @param {{page: string, name: string}} candidate
   * @param {CardOptions} [options]
   * @returns {Promise<CardTimes>}
   */
  async openCard({page, name}, options = {}) {
    this.#opened(page);
    const url = JSON.stringify(this.#server.appOrigin + page);
    await this.run(`stage.open(${url}, ${JSON.stringify(options)})`);
    const times = await this.#report();
    if (times !== undefined) return times;
    const difference = await this.runInFrame('probe.difference()');
    throw new Error(`${name} does not show the record as it should: ${difference}`);
  }

  /**
   * Opens a page in a placement and waits for what it says of itself.
   * @param {string} page
   * @param {string} placement
   * @returns {Promise<any>}
   */
  async openIn(page, placement) {
    await this.#show(page, placement);
    const report = await this.#report();
    if (report === undefined) throw new Error(`${page} said nothing`);
    return report;
  }

  /** Closes the card with the page in it. */
  async closeCard() {
    const target = await this.#targets.find(this.#path);
    await this.run('stage.close()');
    // Its successor has the same address.
    await this.#targets.gone([target]);
    this.#line = undefined;
  }

  /**
   * Runs code on the portal's page.
   * @param {string} code
   * @returns {Promise<any>} what it resolves with
   */
  run(code) {
    return this.#targets.evaluate(code, this.#page);
  }

  /**
   * Runs code in the frame that was opened last.
   * @param {string} code
   * @returns {Promise<any>} what it resolves with
   */
  async runInFrame(code) {
    return this.#targets.evaluate(code, await this.#frame());
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

  /** Opens the portal's page in the browser's only tab. */
  async #begin() {
    const {browser} = this.#profile;
    const {targetId = ''} = (await this.#targets.all()).find(({type}) => type === 'page') ?? {};
    this.#page = await this.#targets.attach(targetId);
    await browser.send('Page.navigate', {url: this.#server.portalOrigin + PORTAL_PAGE}, this.#page);
    // The page that was there may still answer, or be gone.
    await this.#targets.until(
      () => this.run('"stage" in globalThis').catch(() => false),
      'the portal is not open',
    );
    await this.#show(EMPTY_PAGE, 'PAGE_BACKGROUND_WORKER');
    for (const session of [this.#page, await this.#frame()]) {
      await browser.send('Emulation.setCPUThrottlingRate', {rate: this.#rate}, session);
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

  /** @returns {Promise<any>} nothing when the page has said nothing for long */
  #report() {
    const late = pause(LONGEST_MS, undefined, {ref: false});
    return Promise.race([this.run('stage.report()'), late]);
  }

  #frame() {
    return (this.#line ??= this.#targets
      .find(this.#path)
      .then(({targetId}) => this.#targets.attach(targetId)));
  }
}
