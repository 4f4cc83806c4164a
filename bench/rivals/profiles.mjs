/**
 * New profiles of the browser, as an operator's is: with nothing in them, kept on the disk, and with
 * storage and locks for frames of other sites, or without, as in a private window.
 */
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DevtoolsPipe} from './devtools-pipe.mjs';

/** Some builds deny frames of other sites their storage from the start. */
const ALLOWED = {cookie_controls_mode: 0, block_third_party_cookies: false};
/** As the operator denies it to the app's site: not even its locks are allowed, but its channels. */
const BLOCK = 2;
const DENIED = {content_settings: {exceptions: {cookies: {'[*.]localhost,*': {setting: BLOCK}}}}};
const ARGUMENTS = ['--headless', '--window-size=800,900'];

/** @typedef {{browser: DevtoolsPipe, close: () => Promise<void>}} Profile */

export class Profiles {
  #options;

  /** @param {{executablePath: string, args: readonly string[]}} options of the browser */
  constructor(options) {
    this.#options = options;
  }

  /**
   * @param {boolean} stores whether the app's frames have storage
   * @returns {Profile} a browser with an empty page, whose profile goes when it is closed
   */
  open(stores) {
    const folder = mkdtempSync(join(tmpdir(), 'call-card-kit-bench-'));
    const preferences = {profile: stores ? ALLOWED : {...ALLOWED, ...DENIED}};
    mkdirSync(join(folder, 'Default'));
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
    const {executablePath, args} = this.#options;
    const own = [...ARGUMENTS, `--user-data-dir=${folder}`, 'about:blank'];
    const browser = new DevtoolsPipe(executablePath, [...args, ...own]);
    const close = async () => {
      await browser.close();
      // The browser's processes may still write; what stays is in the system's folder for such files.
      await rm(folder, {recursive: true, force: true, maxRetries: 5}).catch(() => undefined);
    };
    return {browser, close};
  }
}
