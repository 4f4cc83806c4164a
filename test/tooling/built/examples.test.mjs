/** The examples, with the packed package: their types, and each of them in a simulated portal. */
import assert from 'node:assert/strict';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {stripVTControlCharacters} from 'node:util';
import {copyExamples, runScript} from './examples-copy.mjs';
import {openStage} from './stage.mjs';

/**
 * @typedef {object} Example
 * @property {string} page what the portal opens
 * @property {string} source where the tags are
 * @property {Mistake[]} mistakes each of which the types must find
 * @property {Mistake[]} [hiding] those that keep the compiler from looking at the others
 *
 * @typedef {[right: string, wrong: string]} Mistake
 */

/** @type {Record<string, Example>} */
const EXAMPLES = {
  angular: {
    page: '/angular/dist/index.html',
    source: 'src/client-tab.ts',
    mistakes: [
      ['(record-load)=', '(record-missing)='],
      ['(call-action)=', '(click)='],
    ],
    hiding: [["kind: 'chip'", "kind: 'chips'"]],
  },
  svelte: {
    page: '/svelte/dist/index.html',
    source: 'src/client-tab.svelte',
    mistakes: [
      ['{formatters}', 'formatters={[formatters]}'],
      ['({action}) =>', '({target: action}) =>'],
    ],
  },
  vue: {
    page: '/vue/dist/index.html',
    source: 'src/client-tab.vue',
    mistakes: [
      [':formatters="formatters"', ':formatters="[formatters]"'],
      ['$event.action.name', '$event.name'],
    ],
  },
  react: {
    page: '/react/dist/index.html',
    source: 'src/client-tab.tsx',
    mistakes: [
      ['formatters={formatters}', 'formatters={[formatters]}'],
      ['oncall-action={({action})', 'oncall-action={({target: action})'],
    ],
  },
  plain: {
    page: '/plain/card.html',
    source: 'card.js',
    mistakes: [
      ['panel.formatters = formatters', 'panel.formatters = [formatters]'],
      ["show('request', action.name)", "show('request', action)"],
    ],
  },
};

/** No step takes long; the slowest machine is given time, and what hangs fails. */
const LIMIT = {timeout: 240_000};

/** Two at a time: most of each is a compiler that keeps one processor busy. */
describe('the example in', {concurrency: 2}, () => {
  /** @type {Awaited<ReturnType<typeof copyExamples>>} */
  let copy;
  /** @type {Awaited<ReturnType<typeof openStage>>} */
  let stage;
  before(async () => {
    copy = await copyExamples();
    await build('plain'); // The worker of all of them is in it.
    stage = await openStage(copy.root, '/plain/worker.html');
  });
  after(async () => {
    await stage?.close();
    copy?.remove();
  });

  /** @type {Map<string, Promise<void>>} */
  const builds = new Map();
  /** @param {string} name */
  const build = (name) => {
    const present = builds.get(name) ?? buildIn(join(copy.root, name));
    builds.set(name, present);
    return present;
  };

  for (const [name, example] of Object.entries(EXAMPLES)) {
    describe(name, {concurrency: 1}, () => {
      it('is a tab that shows the client and hears the operator', LIMIT, async () => {
        await build(name);
        const {page, tab, errors, close} = await stage.open(example.page);
        try {
          for (const words of ['Klaus Weber', '030 123456', '№ K-100417', 'What was agreed?'])
            await shows(tab, words);
          await tab.locator('#record', {hasText: /^17$/}).waitFor();
          await tab.getByRole('button', {name: 'Answer'}).click();
          await tab.locator('#request', {hasText: /^answer$/}).waitFor();
          await page.waitForFunction('portal.card.card.uiState === "connected"');
          assert.deepEqual(errors, [], 'complaints on the console');
        } finally {
          await close();
        }
      });

      it('has the types of the kit', LIMIT, async () => {
        const folder = join(copy.root, name);
        for (const mistakes of [example.mistakes, example.hiding ?? []]) {
          if (mistakes.length === 0) continue;
          const {path, lines} = writeWrong(folder, example.source, mistakes);
          const {output} = await runScript(folder, 'types');
          rmSync(join(folder, path));
          const places = lines.map((line) => `${path}:${line}`);
          assert.deepEqual(placesIn(output), places, output);
        }
      });
    });
  }
});

it('the examples’ Vite answers the POST by which a portal opens a page', LIMIT, async () => {
  const copy = await copyExamples();
  try {
    const entry = join(copy.root, 'node_modules/vite/dist/node/index.js');
    const {createServer} = await import(pathToFileURL(entry).href);
    const server = await createServer({
      root: join(copy.root, 'react'),
      server: {host: '127.0.0.1', port: 0, strictPort: false},
      optimizeDeps: {noDiscovery: true},
      logLevel: 'silent',
    });
    try {
      await server.listen();
      const url = `http://127.0.0.1:${server.httpServer.address().port}/`;
      const answer = await fetch(url, {method: 'POST', body: new URLSearchParams({status: 'L'})});
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /client-tab|main\.ts/);
    } finally {
      await server.close();
    }
  } finally {
    copy.remove();
  }
});

/** @param {string} folder */
async function buildIn(folder) {
  const {code, output} = await runScript(folder, 'build');
  assert.equal(code, 0, output);
}

/**
 * Writes the source once more, with its mistakes. Of both files, only they may be complained about.
 * @param {string} folder
 * @param {string} source
 * @param {Mistake[]} mistakes
 * @returns {{path: string, lines: number[]}} the file and the lines of the mistakes, in order
 */
function writeWrong(folder, source, mistakes) {
  const path = source.replace(/(?=\.\w+$)/, '-wrong');
  let text = readFileSync(join(folder, source), 'utf8');
  const lines = mistakes.map(([right, wrong]) => {
    assert.equal(text.split(right).length, 2, `“${right}” is not there once`);
    text = text.replace(right, wrong);
    return text.slice(0, text.indexOf(wrong)).split('\n').length;
  });
  writeFileSync(join(folder, path), text);
  return {path, lines: lines.sort((a, b) => a - b)};
}

/**
 * Where a compiler found errors: `src/a.ts:3`, in order and each once.
 * @param {string} output `src/a.ts(3,1): error …` of tsc, `src/a.ts:3:1 - error …` of ngc,
 *   `… ERROR "src/a.ts" 3:1 …` of svelte-check
 */
function placesIn(output) {
  const text = stripVTControlCharacters(output);
  const found = text.matchAll(
    /^(?:\d+ ERROR ")?([\w./-]+\.\w+)"?[(: ](\d+)[,:]\d+(?:\): | - | ")/gm,
  );
  const places = [...found].map(([, path = '', line]) => ({path, line: Number(line)}));
  places.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
  return [...new Set(places.map(({path, line}) => `${path}:${line}`))];
}

/**
 * @param {import('playwright-core').FrameLocator} tab
 * @param {string} words
 */
async function shows(tab, words) {
  const texts = tab.getByText(words, {exact: true}).or(tab.getByPlaceholder(words));
  await texts.first().waitFor();
}
