import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rollup} from 'rollup';
import {entryStandsAlone} from '../../tools/rollup-entry-stands-alone.mjs';
import {virtualModules} from './virtual-modules.mjs';

/** An entry that loads an element, which shares a module with it. */
const SOURCES = {
  entry: `import {controller} from 'core'; globalThis.own = controller; import('element');`,
  core: `export const controller = globalThis.open();`,
  element: `import {controller} from 'core'; globalThis.used = controller;`,
};

/** @param {(id: string) => string | undefined} manualChunks */
async function build(manualChunks) {
  const bundle = await rollup({
    input: 'entry',
    plugins: [virtualModules(SOURCES), entryStandsAlone()],
  });
  return bundle.generate({manualChunks});
}

describe('an entry that a page may load under two addresses', () => {
  it('ends the build when another file imports it', async () => {
    await assert.rejects(
      build(() => undefined),
      /element-\S+ imports entry\.js: both would be loaded twice/,
    );
  });

  it('is fine when what they share is in a file of its own', async () => {
    const {output} = await build((id) => (id === 'core' ? 'core' : undefined));
    assert.equal(output.length, 3);
  });
});
