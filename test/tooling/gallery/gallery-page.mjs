/**
 * The gallery in Chromium, for the tests of its pictures and for taking them. Own, because it knows the
 * gallery; the browser is Playwright's.
 */
import {createServer} from 'node:http';
import {basename, extname} from 'node:path';
import {launchChromium} from '../chromium.mjs';
import {galleryFiles} from '../../../scripts/lib/docs/gallery-files.mjs';

/** The time in every picture. */
const NOW = new Date('2026-03-02T10:00:00Z');

/** The gallery's modules that tests call. */
const MODULES = /** @type {const} */ ([
  'several-pictures',
  'picture-checks',
  'text-fit',
  'layout-checks',
  'whole-call',
]);

/** @typedef {import('playwright-core').Page} Page */

/** Starts a server and a browser. The test that opens it closes it. */
export async function openGallery() {
  const files = await galleryFiles(MODULES);
  const server = createServer(({url = ''}, response) => {
    const name = basename(new URL(url, 'http://host').pathname);
    const text = files.get(name);
    response.writeHead(text === undefined ? 404 : 200, {'content-type': typeOf(name)}).end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const bound = server.address();
  const port = typeof bound === 'object' ? bound?.port : 0;
  const browser = await launchChromium();
  const address = `http://127.0.0.1:${port}/index.html`;
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
      server.close();
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
   * @param {(typeof MODULES)[number]} module
   * @param {string} name
   * @param {unknown[]} values
   * @returns {Promise<any>}
   */
  call(module, name, ...values) {
    return this.page.evaluate(
      async ([path, exported, given]) => (await import(path))[exported](...given),
      /** @type {const} */ ([`/${module}.js`, name, values]),
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

/** @param {string} name of a file */
function typeOf(name) {
  const types = /** @type {Record<string, string>} */ ({'.html': 'text/html', '.css': 'text/css'});
  return `${types[extname(name)] ?? 'text/javascript'}; charset=utf-8`;
}
