import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rollup} from 'rollup';
import {fetchTogether} from '../../tools/rollup-fetch-together.mjs';
import {virtualModules} from './virtual-modules.mjs';

const sources = {
  entry: `export const parts = [import('panel'), import('plain'), import('panel')];`,
  panel: `import {shared} from 'shared'; export const panel = shared;`,
  notes: `import {shared} from 'shared'; export const notes = shared;`,
  shared: `import {deep} from 'deep'; export const shared = {deep};`,
  deep: `export const deep = {};`,
  plain: `export const plain = {};`,
};

describe('a chunk that imports others', () => {
  it('is fetched together with them by the entry, and one that does not alone', async () => {
    const code = await entryCode();
    const early = ['shared', 'deep'].map((name) => `import('./${name}.js').catch(() => {})`);
    assert.ok(code.includes(`(${early.join(', ')}, import('./panel.js'))`), code);
    assert.ok(code.includes(`import('./panel.js')), import('./plain.js'), (import`), code);
  });
});

async function entryCode() {
  const bundle = await rollup({
    input: 'entry',
    plugins: [virtualModules(sources), fetchTogether()],
  });
  const {output} = await bundle.generate({
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks: (id) => id,
    onlyExplicitManualChunks: true,
  });
  return output[0].code;
}
