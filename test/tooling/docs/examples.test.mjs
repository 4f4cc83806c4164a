/** What the documentation shows of the examples is what is in them. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {docsPages, samplesOf} from './samples.mjs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';

const SHOWN = docsPages()
  .flatMap(samplesOf)
  .filter(({marker}) => marker.from !== undefined);

describe('the documentation shows the example', () => {
  for (const {name, code, marker} of SHOWN) {
    it(`${marker.from} in ${name}`, () => {
      assert.equal(code, readFileSync(projectPath(marker.from ?? ''), 'utf8'));
    });
  }

  it('in every framework', () => {
    const paths = SHOWN.map(({marker}) => marker.from?.split('/') ?? []);
    // What they share lies beside their folders.
    const folders = paths.filter(({length}) => length > 2).map(([, folder]) => folder);
    const {workspaces} = JSON.parse(readFileSync(projectPath('examples/package.json'), 'utf8'));
    assert.deepEqual([...new Set(folders)].sort(), workspaces.sort());
  });
});
