/** How web-test-runner starts each engine. */
import {puppeteerLauncher} from '@web/test-runner-puppeteer';
import {webdriverLauncher} from '@web/test-runner-webdriver';

/** @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher */

/** Puppeteer is not told of each request, which takes Firefox half of the time of a frame. */
const UNTOLD = {networkEnabled: false, issuesEnabled: false};

/** Root has no sandbox; the rest keeps Chromium from calling home, and from processes without a page. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess',
];

/**
 * How an engine starts. Firefox does it through WebDriver BiDi, which needs no geckodriver.
 * @param {import('./find-browsers.mjs').FoundEngine | import('./find-browsers.mjs').FoundWebKit} [engine]
 *   none lets Puppeteer look for its own Chromium
 * @param {number} [driverPort] of WebKit's driver
 * @returns {BrowserLauncher}
 */
export function launcherOf(engine, driverPort = 0) {
  if (engine && 'miniBrowser' in engine) return launchWebKit(engine.miniBrowser, driverPort);
  const launchOptions = {
    ...UNTOLD,
    ...(engine?.name === 'firefox'
      ? {browser: /** @type {const} */ ('firefox'), headless: true}
      : {args: chromiumArgs}),
    ...(engine && {executablePath: engine.path}),
  };
  return puppeteerLauncher({launchOptions});
}

/**
 * WebKitGTK's MiniBrowser through a driver that runs already.
 * @param {string} miniBrowser
 * @param {number} port the driver's
 * @returns {BrowserLauncher}
 */
function launchWebKit(miniBrowser, port) {
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    connectionRetryCount: 1,
    capabilities: /** @type {WebdriverIO.Capabilities} */ ({
      browserName: 'MiniBrowser',
      // WebKitGTK speaks classic WebDriver only; without this webdriverio waits for BiDi.
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': {binary: miniBrowser, args: ['--automation']},
    }),
  });
  // Its types call a value optional that they also give as undefined, which strict types tell apart.
  return /** @type {BrowserLauncher} */ (launcher);
}
