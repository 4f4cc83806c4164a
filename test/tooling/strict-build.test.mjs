import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rollup} from 'rollup';
import {virtualModules} from './virtual-modules.mjs';

/** An entry whose module of details lies in the chunk that the entry fetches later. */
const sources = {
  entry: `
    import {size} from 'details';
    export const controller = {size};
    export const elements = import('elements');`,
  details: 'export const size = 1;',
  elements: `
    import {controller} from 'entry';
    import {size} from 'details';
    export const used = [controller, size];`,
};
/** @param {string} id */
const chunkOf = (id) => (id === 'entry' ? undefined : 'elements');

describe('the build', () => {
  it('ends where an entry and its chunk would need each other, in each of its files', async () => {
    const {default: configs} = await import('../../rollup.config.mjs');
    for (const {onLog} of configs) {
      const bundle = await rollup({input: 'entry', plugins: [virtualModules(sources)], onLog});
      const output = {manualChunks: chunkOf, onlyExplicitManualChunks: true};
      await assert.rejects(bundle.generate(output), /Circular chunk/);
    }
  });
});
