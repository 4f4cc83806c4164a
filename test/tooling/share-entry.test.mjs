import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {rollup} from 'rollup';
import {shareEntry} from '../../tools/rollup-share-entry.mjs';

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
    export const used = controller;`,
};

describe('the entry and its chunks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'share-entry-'));
  after(() => rmSync(folder, {recursive: true}));

  before(async () => {
    const bundle = await rollup({
      input: 'entry',
      plugins: [virtualModules(), shareEntry('share-entry-test')],
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

  it('leave the entry the exports that it had', async () => {
    const entry = await import(`${pathToFileURL(join(folder, 'entry.mjs')).href}?v=2`);
    assert.deepEqual(Object.keys(entry).sort(), ['controller', 'elements']);
  });
});

/** @returns {import('rollup').Plugin} */
function virtualModules() {
  return {
    name: 'virtual-modules',
    resolveId: (id) => id,
    load: (id) => sources[/** @type {keyof typeof sources} */ (id)],
  };
}
