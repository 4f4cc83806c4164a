/** The documentation's site: its links, its search, and its live examples, without any network. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {launchChromium} from '../chromium.mjs';
import {buildSite} from '../../../scripts/docs.mjs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';

const SITE = projectPath('dist-docs');
/** @type {Record<string, string>} */
const TYPES = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css'};

describe('the site', () => {
  /** @type {Map<string, string>} */
  let pages;
  /** @type {import('playwright-core').Browser} */
  let browser;
  const server = createServer(({url = ''}, response) => {
    const {pathname} = new URL(url, 'http://host');
    const path = `${SITE}${pathname.replace(/\/$/, '/index.html')}`;
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.writeHead(200, {'content-type': type}).end(readFileSync(path));
  });
  let address = '';

  before(async () => {
    // Rejects when a page links to one that is not there.
    await buildSite();
    const names = readdirSync(SITE).filter((name) => name.endsWith('.html'));
    pages = new Map(names.map((name) => [name, readFileSync(`${SITE}/${name}`, 'utf8')]));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const bound = server.address();
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  /** A page that takes down what goes wrong, and each request to any other address. */
  async function openPage() {
    const page = await browser.newPage();
    /** @type {string[]} */
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(address) && !url.startsWith('data:')) complaints.push(url);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
    return {page, complaints};
  }

  it('has every page of the documentation, in its menu too', () => {
    const sources = readdirSync(projectPath('docs')).filter((name) => name.endsWith('.md'));
    assert.ok(sources.length > 15);
    const menu = pages.get('start.html') ?? '';
    for (const name of sources.map((source) => source.replace(/md$/, 'html'))) {
      assert.ok(pages.has(name), name);
      assert.ok(name === 'index.html' || menu.includes(`href="/${name}"`), `${name} in the menu`);
    }
  });

  it('has no link that leads nowhere', () => {
    let count = 0;
    const broken = [...pages].flatMap(([name, text]) =>
      [...text.matchAll(/ (?:href|src)="([^"]+)"/g)].flatMap(([, link = '']) => {
        if (/^(https?|data):/.test(link)) return [];
        count += 1;
        const {pathname, hash} = new URL(link, `http://host/${name}`);
        const path = decodeURI(pathname).replace(/\/$/, '/index.html').slice(1);
        const target = pages.get(path);
        const isThere = target !== undefined || existsSync(`${SITE}/${path}`);
        const anchor = decodeURIComponent(hash.slice(1));
        const isNamed = anchor === '' || target?.includes(` id="${anchor}"`) === true;
        return isThere && isNamed ? [] : [`${name}: ${link}`];
      }),
    );
    assert.ok(count > 500, `${count} links`);
    assert.deepEqual(broken, []);
  });

  it('finds words in all pages, and switches to the dark theme', async () => {
    const {page, complaints} = await openPage();
    await page.goto(`${address}/start.html`);
    await page.getByRole('button', {name: 'Search'}).click();
    await page.getByRole('searchbox').fill('errorHandlerUrl');
    await page.getByRole('option', {name: 'Registering the placements'}).first().click();
    await page.waitForURL(/\/registering\.html/);
    const isDark = () => page.locator('html.dark').count();
    const before = await isDark();
    await page.getByRole('switch').first().click();
    assert.equal(await isDark(), 1 - before);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('shows each element alive', async () => {
    const {page, complaints} = await openPage();
    await page.goto(`${address}/elements.html`);
    const elements = [
      'call-notes',
      'call-state-controls',
      'call-summary',
      'crm-entity-panel',
      'crm-history',
    ];
    for (const element of elements) {
      const frame = page.frameLocator(`iframe[name="live-${element}"]`);
      await page.locator(`iframe[name="live-${element}"]`).scrollIntoViewIfNeeded();
      await frame
        .locator(`html[data-reached] ${element} .card, html[data-reached] ${element} [part]`)
        .first()
        .waitFor({timeout: 20_000});
    }
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
