/** A simulated portal that opens an app's built page in the tab of its call card, in Chromium. */
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {launchChromium} from '../chromium.mjs';

const TYPES = {'.html': 'text/html', '.js': 'text/javascript'};
const SIMULATOR = '/node_modules/call-card-kit/dist/simulator/index.js';

/**
 * The test that opens the stage closes it.
 * @param {string} root the folder with the app's files, with the package in its node_modules
 * @param {string} worker the page of the app's background worker
 */
export async function openStage(root, worker) {
  const {server, port} = await serve(root);
  const browser = await launchChromium();
  return {
    /** @param {string} path of the tab's page */
    open: (path) => openTab(browser, port, path, worker),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @param {string} root */
async function serve(root) {
  const entry = join(root, 'node_modules/call-card-kit/dist/simulator/node/index.js');
  const {createSimulatorMiddleware} = await import(pathToFileURL(entry).href);
  const simulate = createSimulatorMiddleware();
  const server = createServer((req, res) => {
    void simulate({req, res}, async () => {
      const {pathname} = new URL(req.url ?? '/', 'http://host');
      const type = Object.entries(TYPES).find(([ending]) => ending === extname(pathname))?.[1];
      try {
        const body = pathname === '/' ? '<!doctype html>' : await readFile(join(root, pathname));
        res.writeHead(200, {'content-type': `${type ?? 'text/html'}; charset=utf-8`}).end(body);
      } catch {
        res.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      }
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  return {server, port: address !== null && typeof address === 'object' ? address.port : 0};
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {number} port
 * @param {string} path
 * @param {string} worker
 */
async function openTab(browser, port, path, worker) {
  const context = await browser.newContext({locale: 'en', viewport: {width: 900, height: 1000}});
  const page = await context.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  const app = `http://localhost:${port}`;
  /** What the app's pages have asked their server for. @type {string[]} */
  const requested = [];
  page.on('request', (request) => {
    const {origin, pathname, search} = new URL(request.url());
    if (origin === app) requested.push(pathname + search);
  });
  await page.goto(`http://127.0.0.1:${port}/`);
  // The same server by its other name: an app's pages never have the portal's origin.
  await page.evaluate(callIn, {
    simulator: SIMULATOR,
    app,
    path,
    worker,
  });
  const tab = page.frameLocator('#card iframe');
  return {page, tab, errors, requested, close: () => context.close()};
}

/**
 * Runs in the portal's page: the app's worker is there, and then a call comes in.
 * @param {{simulator: string, app: string, path: string, worker: string}} options
 */
async function callIn({simulator, app, path, worker}) {
  const {PortalBackend, SimulatedPortal} = await import(simulator);
  const {document} = /** @type {any} */ (globalThis);
  const container = document.createElement('div');
  container.id = 'card';
  container.style.height = '960px';
  document.body.append(container);
  const portal = new SimulatedPortal({
    backend: await PortalBackend.create(),
    appOrigin: app,
    cardView: {container, tabs: [{title: 'Client', url: app + path}]},
  });
  Object.assign(globalThis, {portal});
  const phone = await portal.openFrame({url: app + worker, placement: 'PAGE_BACKGROUND_WORKER'});
  await portal.whenBound(phone, 'BackgroundCallCard::initialized');
  portal.startCall({phoneNumber: '+4930123456', entity: {typeId: 3, id: 17}});
}
