/**
 * New profiles of the browser, as an operator's is: with nothing in them, kept on the disk, and with
 * storage and locks for frames of other sites, which a private window denies.
 */
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';

/** Where a Chromium denies frames of other sites their storage from the start, as some builds do. */
const PREFERENCES = {profile: {cookie_controls_mode: 0, block_third_party_cookies: false}};

export class Profiles {
  #options;

  /** @param {{executablePath: string, args: string[]}} options of the browser */
  constructor(options) {
    this.#options = options;
  }

  /** @returns {Promise<import('playwright-core').BrowserContext>} whose profile goes when it is closed */
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'call-card-kit-bench-'));
    mkdirSync(join(folder, 'Default'));
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
    const viewport = {width: 800, height: 900};
    const context = await chromium.launchPersistentContext(folder, {...this.#options, viewport});
    context.once('close', () => {
      // The browser's processes may still write; what stays is in the system's folder for such files.
      rm(folder, {recursive: true, force: true, maxRetries: 5}).catch(() => undefined);
    });
    return context;
  }
}
