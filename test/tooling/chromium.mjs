/** Chromium by Playwright, as the tests of tools open it. */
import {chromium} from 'playwright-core';
import {findChromium} from '../../scripts/lib/browsers/find-browsers.mjs';
import {chromiumArgs} from '../../scripts/lib/browsers/launchers.mjs';

/** The test that launches it closes it. */
export async function launchChromium() {
  return chromium.launch({executablePath: await findChromium(), args: chromiumArgs});
}
