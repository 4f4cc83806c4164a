/**
 * The gallery in Chromium, for the tests of its pictures and for taking them. Own, because it knows the
 * gallery; the browser is Playwright's.
 */
import {chromium} from 'playwright-core';
import {findBrowsers} from '../../../scripts/lib/browsers/find-browsers.mjs';
import {chromiumArgs} from '../../../scripts/lib/browsers/launchers.mjs';
import {serve} from '../../../scripts/lib/server/serve.mjs';

/** The time in every picture. */
const NOW = new Date('2026-03-02T10:00:00Z');

/**
 * @typedef {import('playwright-core').Page} Page
 */

/** Starts a server and a browser. Whoever opens it must `close` it. */
export async function openGallery() {
  const {found, missing} = await findBrowsers();
  const engine = found.find(({name}) => name === 'chromium');
  if (engine === undefined) {
    const reason = missing.find(({name}) => name === 'chromium')?.reason ?? '';
    throw new Error(`The gallery's pictures need Chromium: ${reason}. See CHROME_PATH.`);
  }
  const server = await serve(0, {watch: false});
  const browser = await chromium.launch({executablePath: engine.path, args: chromiumArgs});
  const address = `${server.address}/demo/gallery/index.html`;
  return {
    address,
    /**
     * An empty page of the gallery.
     * @param {import('playwright-core').BrowserContextOptions} [options]
     */
    openPage: async (options) => {
      const context = await browser.newContext({
        viewport: {width: 1000, height: 800},
        locale: 'en',
        timezoneId: 'UTC',
        ...options,
      });
      return GalleryPage.open(await context.newPage(), address);
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/** A page on which pictures are shown, one after another or several at once. */
export class GalleryPage {
  /** @type {Set<import('playwright-core').Request>} */
  #requests = new Set();

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    page.on('request', (request) => this.#requests.add(request));
    page.on('requestfinished', (request) => this.#requests.delete(request));
    page.on('requestfailed', (request) => this.#requests.delete(request));
  }

  /**
   * @param {Page} page
   * @param {string} address
   */
  static async open(page, address) {
    const opened = new GalleryPage(page);
    await page.clock.setFixedTime(NOW);
    await page.goto(address);
    await opened.call('picture-checks', 'preparePage', await page.$('#gallery'));
    return opened;
  }

  /**
   * Shows pictures, and waits until nothing changes any more. What was shown before goes away.
   * @param {readonly string[]} addresses as in the gallery's address bar, without the question mark
   */
  async show(addresses) {
    await this.call('several-pictures', 'showPictures', addresses, await this.page.$('#gallery'));
    do {
      await this.call('several-pictures', 'whenQuiet');
      // Words and other modules may still be on their way.
    } while (this.#requests.size > 0);
  }

  /**
   * Calls what a module of the gallery exports, in the page.
   * @param {'several-pictures' | 'picture-checks' | 'text-fit' | 'layout-checks' | 'whole-call'} module
   * @param {string} name
   * @param {unknown[]} values
   * @returns {Promise<any>}
   */
  call(module, name, ...values) {
    return this.page.evaluate(
      async ([path, exported, given]) => (await import(path))[exported](...given),
      /** @type {const} */ ([`/demo/gallery/${module}.ts`, name, values]),
    );
  }

  /**
   * The addresses of all pictures, by their elements.
   * @returns {Promise<Record<string, readonly string[]>>}
   */
  pictures() {
    return this.call('several-pictures', 'allPictures');
  }
}
