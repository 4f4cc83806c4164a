import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {rollup} from 'rollup';
import {shareEntry} from '../../tools/rollup-share-entry.mjs';
import {virtualModules} from './virtual-modules.mjs';

/** An entry that a lazily loaded module shares code with, as the drop-in file and the elements do. */
const sources = {
  entry: `
    import {controller} from 'connect';
    globalThis.shareEntryRuns = (globalThis.shareEntryRuns ?? 0) + 1;
    export const elements = import('elements');
    export {controller};`,
  connect: `
    export const controller = {};
    export class Base {}`,
  elements: `
    import {controller, Base} from 'connect';
    export class Element extends Base {}
    export const used = controller;
    export {words} from 'words';`,
  words: `
    export const words = 'Hello';`,
};

describe('the entry and its chunks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'share-entry-'));
  after(() => rmSync(folder, {recursive: true}));

  before(async () => {
    const bundle = await rollup({
      input: 'entry',
      plugins: [virtualModules(sources), wordsApart, shareEntry('share-entry-test')],
    });
    await bundle.write({dir: folder, entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs'});
  });

  it('are loaded once each, also when the entry is asked for with a query', async () => {
    const entry = await import(`${pathToFileURL(join(folder, 'entry.mjs')).href}?v=2`);
    const {used, Element} = await entry.elements;
    assert.equal(Reflect.get(globalThis, 'shareEntryRuns'), 1);
    assert.equal(used, entry.controller);
    assert.ok(new Element());
  });

  it('get what a plugin has emitted from its own file', async () => {
    const entry = await import(`${pathToFileURL(join(folder, 'entry.mjs')).href}?v=2`);
    const {words, used} = await entry.elements;
    assert.equal(words, 'Hello');
    assert.equal(used, entry.controller);
  });

  it('leave the entry the exports that it had', async () => {
    const entry = await import(`${pathToFileURL(join(folder, 'entry.mjs')).href}?v=2`);
    assert.deepEqual(Object.keys(entry).sort(), ['controller', 'elements']);
  });
});

/** What a plugin emits is a file of its own, too, and Rollup may let other chunks import it. */
const wordsApart = {
  name: 'words-apart',
  /** @this {import('rollup').PluginContext} */
  buildStart() {
    this.emitFile({type: 'chunk', id: 'words', name: 'words'});
  },
};
