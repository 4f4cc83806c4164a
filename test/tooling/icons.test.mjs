import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {iconModule, ICONS_FILE} from '../../scripts/icons.mjs';
import {projectPath} from '../../scripts/lib/project-path.mjs';

describe('the icons', () => {
  const written = readFileSync(ICONS_FILE, 'utf8');

  it("are lucide's drawings: node scripts/icons.mjs writes them anew", async () => {
    assert.equal(written, await iconModule());
  });

  it('name whose drawings they are', () => {
    assert.match(written, /Lucide Icons and\n \* Contributors, ISC/);
  });

  it('keep their notice in the minified file', async () => {
    const {banner} = await import('../../rollup.config.mjs');
    assert.match(banner({moduleIds: [ICONS_FILE]}), /Lucide Icons and Contributors, ISC/);
    assert.doesNotMatch(banner({moduleIds: [projectPath('src/entries/worker.ts')]}), /Lucide/);
  });
});
