/**
 * A portal's tab in a slow browser, into which pages are put one after another. The app's frames run
 * in one process, apart from the portal's page, as they do in a browser of a portal's user: a first,
 * empty frame of the app, in the place of its background worker, brings it about.
 */
import {bundle} from './candidates.mjs';

export const SLOWER = 4;

/** Addresses of what the stage itself needs. */
const PORTAL_PAGE = '/portal/page.html';
const EMPTY_PAGE = '/apps/empty/page.html';

/**
 * @param {import('./stage-server.mjs').StageServer} server
 */
export async function putStage(server) {
  const portal = await bundle('bench/rivals/portal.ts');
  const page = '<!doctype html><title>Portal</title><script type="module" src="page.js"></script>';
  server.put(PORTAL_PAGE, {type: 'text/html; charset=utf-8', body: page});
  server.put('/portal/page.js', {type: 'text/javascript', body: portal});
  server.put(EMPTY_PAGE, {type: 'text/html; charset=utf-8', body: '<!doctype html>'});
}

export class Stage {
  #context;
  #page;
  #server;

  /**
   * @param {import('playwright-core').BrowserContext} context
   * @param {import('playwright-core').Page} page
   * @param {import('./stage-server.mjs').StageServer} server
   */
  constructor(context, page, server) {
    this.#context = context;
    this.#page = page;
    this.#server = server;
  }

  /**
   * A new tab with nothing in its cache.
   * @param {import('./profiles.mjs').Profiles} profiles
   * @param {import('./stage-server.mjs').StageServer} server
   * @param {{slower?: number}} [options]
   */
  static async open(profiles, server, {slower = SLOWER} = {}) {
    const context = await profiles.open();
    const [page = await context.newPage()] = context.pages();
    await page.addInitScript({path: new URL('./probe.js', import.meta.url).pathname});
    await page.goto(server.portalOrigin + PORTAL_PAGE);
    await page.waitForFunction('"stage" in globalThis');
    const stage = new Stage(context, page, server);
    await stage.#prime(slower);
    return stage;
  }

  /** The frame that was opened last. */
  get frame() {
    const frame = this.#page.frames().at(-1);
    if (frame === undefined || frame === this.#page.mainFrame()) throw new Error('no app is open');
    return frame;
  }

  /**
   * Opens a page as the tab of a call's card and waits until its record is on the screen.
   * @param {{page: string, name: string}} candidate
   * @param {boolean} [campaign]
   * @returns {Promise<{paint: number, record: number}>} milliseconds since the navigation
   */
  async openCard({page, name}, campaign = false) {
    await this.run(`stage.open(${JSON.stringify(this.#server.appOrigin + page)}, ${campaign})`);
    const frame = await this.#frameOf(page);
    try {
      await frame.waitForFunction('probe.record > 0', undefined, {timeout: 20_000});
    } catch (error) {
      throw new Error(`${name}: no record came on the screen`, {cause: error});
    }
    return await frame.evaluate('({paint: probe.paint(), record: probe.record})');
  }

  /**
   * Opens a page in a placement.
   * @param {string} page
   * @param {string} placement
   */
  async show(page, placement) {
    const url = this.#server.appOrigin + page;
    await this.run(`stage.show(${JSON.stringify(url)}, ${JSON.stringify(placement)})`);
    return this.#frameOf(page);
  }

  /** Closes the card with the page in it. */
  async closeCard() {
    const {frame} = this;
    await this.run('stage.close()');
    // Its successor has the same address.
    while (!frame.isDetached()) await this.#page.waitForEvent('framedetached');
  }

  /**
   * Runs code on the portal's page.
   * @param {string} code
   * @returns {Promise<any>}
   */
  run(code) {
    return this.#page.evaluate(code);
  }

  /**
   * A line to the browser about the process of the app's frames.
   * @param {import('playwright-core').Frame} frame
   */
  devtools(frame) {
    return this.#context.newCDPSession(frame);
  }

  close() {
    return this.#context.close();
  }

  /** @param {number} slower */
  async #prime(slower) {
    const url = JSON.stringify(this.#server.appOrigin + EMPTY_PAGE);
    await this.run(`stage.show(${url}, 'PAGE_BACKGROUND_WORKER')`);
    const frame = await this.#frameOf(EMPTY_PAGE);
    for (const target of [this.#page, frame]) {
      const session = await this.#context.newCDPSession(target);
      await session.send('Emulation.setCPUThrottlingRate', {rate: slower});
    }
  }

  /**
   * @param {string} path
   * @returns {Promise<import('playwright-core').Frame>}
   */
  async #frameOf(path) {
    for (;;) {
      const found = this.#page.frames().findLast((frame) => frame.url().includes(path));
      if (found !== undefined) return found;
      await this.#page.waitForEvent('framenavigated', {timeout: 20_000}).catch(() => undefined);
    }
  }
}
