/** The folder for script tags, alone: what somebody has who copied it and nothing else. */
import assert from 'node:assert/strict';
import {cpSync, existsSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {installPacked} from './packed.mjs';
import {openStage} from './stage.mjs';

const BODY = `<call-card-context>
  <call-summary></call-summary>
  <crm-entity-panel></crm-entity-panel>
  <call-state-controls></call-state-controls>
  <call-notes></call-notes>
</call-card-context>`;

/** Pages of an app, beside the folder. */
const PAGES = {
  'card.html': page('<script type="module" src="kit/call-card-kit.min.js"></script>', BODY),
  'worker.html': page('<script type="module" src="kit/call-card-worker.min.js"></script>'),
  'twice.html': page(
    `<script type="module">
      const {pageController: first} = await import('./kit/call-card-kit.min.js?v=2');
      const {pageController: second} = await import('./kit/call-card-kit.min.js');
      document.title = String(first() === second());
    </script>`,
    BODY,
  ),
};

describe('the folder dist/cdn', () => {
  /** @type {ReturnType<typeof installPacked>} */
  let app;
  /** @type {Awaited<ReturnType<typeof openStage>>} */
  let stage;
  before(async () => {
    app = installPacked();
    cpSync(join(app.folder, 'dist/cdn'), join(app.root, 'app/kit'), {recursive: true});
    for (const [name, text] of Object.entries(PAGES))
      writeFileSync(join(app.root, 'app', name), text);
    stage = await openStage(app.root, '/app/worker.html');
  });
  after(async () => {
    await stage?.close();
    app?.remove();
  });

  it('has scripts, their source maps, the head and the licences, and no other has any of them', () => {
    const names = readdirSync(join(app.folder, 'dist/cdn'), {recursive: true}).map(String);
    const others = names.filter((name) => !/\.min\.js(\.map)?$|^call-card-kit-words$/.test(name));
    assert.deepEqual(others.sort(), ['THIRD-PARTY-LICENSES.txt', 'head.html']);
    const dist = readdirSync(join(app.folder, 'dist'), {recursive: true}).map(String);
    const elsewhere = dist.filter((name) => !/^cdn\b/.test(name));
    assert.deepEqual(
      elsewhere.filter((name) => /\.min\.js|head\.html|LICENSES/.test(name)),
      [],
    );
  });

  it('shows the record with one script tag, and asks for no file outside', async () => {
    const {tab, errors, requested, close} = await stage.open('/app/card.html');
    try {
      for (const words of ['Klaus Weber', '030 123456', 'Keep card open', 'Note about the call'])
        await shows(tab, words);
      assert.deepEqual(errors, [], 'complaints on the console');
      const files = requested.filter((path) => !/^\/app\/(card|worker)\.html/.test(path));
      assert.deepEqual(
        files.filter((path) => !path.startsWith('/app/kit/') || !existsSync(join(app.root, path))),
        [],
      );
      const scripts = ['', '-core', '-national-number', '-zone-4', '-words/en'];
      for (const name of scripts)
        assert.ok(files.includes(`/app/kit/call-card-kit${name}.min.js`), `${name} in ${files}`);
      assert.ok(files.includes('/app/kit/call-card-worker-core.min.js'));
    } finally {
      await close();
    }
  });

  it('has one controller and one core where a page asks for the entry under two addresses', async () => {
    const {page: portal, tab, errors, requested, close} = await stage.open('/app/twice.html');
    try {
      for (const words of ['Klaus Weber', 'Keep card open']) await shows(tab, words);
      const frame = portal.frames().find((each) => each.url().includes('twice.html'));
      assert.equal(await frame?.title(), 'true');
      assert.deepEqual(errors, [], 'complaints on the console');
      const kit = requested.filter((path) => path.includes('/call-card-kit'));
      assert.equal(new Set(kit).size, kit.length, 'each address is asked for once');
      assert.deepEqual(
        kit.filter((path) => path.includes('?')),
        ['/app/kit/call-card-kit.min.js?v=2'],
      );
    } finally {
      await close();
    }
  });
});

/**
 * @param {string} head
 * @param {string} [body]
 */
function page(head, body = '') {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>App</title>
    <link rel="icon" href="data:," />
    ${head}
  </head>
  <body>${body}</body>
</html>
`;
}

/**
 * @param {import('playwright-core').FrameLocator} tab
 * @param {string} words
 */
async function shows(tab, words) {
  const texts = tab.getByText(words, {exact: true}).or(tab.getByLabel(words));
  await texts.first().waitFor();
}
