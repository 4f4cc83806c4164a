/** How web-test-runner starts each engine. */
import {puppeteerLauncher} from '@web/test-runner-puppeteer';
import {webdriverLauncher} from '@web/test-runner-webdriver';

/** @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher */

/** Puppeteer is not told of each request, which takes Firefox half of the time of a frame. */
const UNTOLD = {networkEnabled: false, issuesEnabled: false};

/** Chromium's sandbox needs a user other than root; the rest keeps it from calling home. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/**
 * @param {string} [executablePath] none lets Puppeteer look for its own
 * @returns {BrowserLauncher}
 */
export function launchChromium(executablePath) {
  const launchOptions = {
    ...UNTOLD,
    args: chromiumArgs,
    ...(executablePath ? {executablePath} : {}),
  };
  return puppeteerLauncher({launchOptions});
}

/**
 * Firefox through WebDriver BiDi, which needs no geckodriver.
 * @param {string} executablePath
 * @returns {BrowserLauncher}
 */
export function launchFirefox(executablePath) {
  const launchOptions = {
    ...UNTOLD,
    browser: /** @type {const} */ ('firefox'),
    executablePath,
    headless: true,
  };
  return puppeteerLauncher({launchOptions});
}

/**
 * WebKitGTK's MiniBrowser through a driver that runs already.
 * @param {string} miniBrowser
 * @param {number} port the driver's
 * @returns {BrowserLauncher}
 */
export function launchWebKit(miniBrowser, port) {
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
