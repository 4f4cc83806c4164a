import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {iconModule, ICON_FILES} from '../../scripts/lib/build/icon-module.mjs';
import {projectPath} from '../../scripts/lib/project-path.mjs';

describe('the icons', () => {
  for (const [path, names] of Object.entries(ICON_FILES)) {
    const written = readFileSync(projectPath(path), 'utf8');

    it(`${path} has lucide's drawings: npm run icons writes it anew`, async () => {
      assert.equal(written, await iconModule(path, names));
    });

    it(`${path} names whose drawings they are`, () => {
      assert.match(written, /Lucide Icons and\n \* Contributors, ISC/);
    });
  }

  it('keep their notice in the minified file', async () => {
    const {banner} = await import('../../rollup.config.mjs');
    const moduleIds = Object.keys(ICON_FILES).map((path) => projectPath(path));
    assert.match(banner({moduleIds}), /Lucide Icons and Contributors, ISC/);
    assert.doesNotMatch(banner({moduleIds: [projectPath('src/entries/worker.ts')]}), /Lucide/);
  });
});
