/** The site of the documentation, and the page that is written from the sources. */
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';
import {elementsPage, presentElementsPage} from '../../scripts/docs-elements.mjs';
import {LIVE} from '../../scripts/docs-live.mjs';
import {buildSite} from '../../scripts/docs.mjs';
import {findBrowsers} from '../../scripts/find-browsers.mjs';
import {chromiumArgs} from '../../scripts/launchers.mjs';
import {projectPath} from '../../scripts/project-path.mjs';

it('the page of the elements says what the sources say: npm run docs writes it anew', async () => {
  assert.equal(presentElementsPage(), await elementsPage());
});

describe('the site', () => {
  /** @type {string[]} */
  let pages = [];
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    pages = await buildSite();
    const engine = (await findBrowsers()).found.find(({name}) => name === 'chromium');
    browser = await chromium.launch({executablePath: engine?.path ?? '', args: chromiumArgs});
  });
  after(() => browser.close());

  it('has no link that leads nowhere', () => {
    const texts = new Map(
      pages.map((name) => [name, readFileSync(projectPath('dist-docs', name), 'utf8')]),
    );
    const broken = [...texts].flatMap(([name, text]) =>
      [...text.matchAll(/(?:href|src)="([^"]+)"/g)].flatMap(([, address = '']) => {
        if (/^(https?|data):/.test(address) || text.includes(`&lt;a href="${address}`)) return [];
        const [path = '', anchor] = address.replace(/\?.*/, '').split('#');
        const isThere = path === '' || existsSync(projectPath('dist-docs', path));
        const target = texts.get(path === '' ? name : path);
        const isNamed = anchor === undefined || target?.includes(`id="${anchor}"`) === true;
        return isThere && isNamed ? [] : [`${name}: ${address}`];
      }),
    );
    assert.deepEqual(broken, []);
  });

  it('shows each element alive, from the disk and without a request', async () => {
    const page = await browser.newPage();
    /** @type {string[]} */
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (/^https?:/.test(request.url())) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(projectPath('dist-docs', 'elements.html')).href);
    for (const element of Object.keys(LIVE)) {
      const frame = page.frameLocator(`iframe[name="live-${element}"]`);
      await page.locator(`iframe[name="live-${element}"]`).scrollIntoViewIfNeeded();
      await frame
        .locator(`html[data-reached] ${element} .card, html[data-reached] ${element} [part]`)
        .first()
        .waitFor({timeout: 20_000});
    }
    assert.deepEqual(complaints, []);
  });
});
