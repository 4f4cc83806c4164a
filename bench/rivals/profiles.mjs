/**
 * New profiles of the browser, as an operator's is: with nothing in them, kept on the disk, and with
 * storage and locks for frames of other sites, which a private window denies.
 */
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DevtoolsPipe} from './devtools-pipe.mjs';

/** Where a Chromium denies frames of other sites their storage from the start, as some builds do. */
const PREFERENCES = {profile: {cookie_controls_mode: 0, block_third_party_cookies: false}};
const ARGUMENTS = ['--headless', '--window-size=800,900'];

/** @typedef {{browser: DevtoolsPipe, close: () => Promise<void>}} Profile */

export class Profiles {
  #options;

  /** @param {{executablePath: string, args: readonly string[]}} options of the browser */
  constructor(options) {
    this.#options = options;
  }

  /** @returns {Profile} a browser with an empty page, whose profile goes when it is closed */
  open() {
    const folder = mkdtempSync(join(tmpdir(), 'call-card-kit-bench-'));
    mkdirSync(join(folder, 'Default'));
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
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
