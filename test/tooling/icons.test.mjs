import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {ICON_FILES, iconModule} from '../../scripts/icons.mjs';
import {projectPath} from '../../scripts/lib/project-path.mjs';

for (const [file, names] of Object.entries(ICON_FILES)) {
  describe(`the icons in ${file}`, () => {
    const written = readFileSync(projectPath(file), 'utf8');

    it("are lucide's drawings: node scripts/icons.mjs writes them anew", async () => {
      assert.equal(written, await iconModule(file, names));
    });

    it('name whose drawings they are', () => {
      assert.match(written, /Lucide Icons and\n \* Contributors, ISC/);
    });

    it('keep their notice in the minified file', async () => {
      const {banner} = await import('../../rollup.config.mjs');
      assert.match(banner({moduleIds: [projectPath(file)]}), /Lucide Icons and Contributors, ISC/);
      assert.doesNotMatch(banner({moduleIds: [projectPath('src/entries/worker.ts')]}), /Lucide/);
    });
  });
}
