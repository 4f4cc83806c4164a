import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import budgets from '../../../.size-limit.mjs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';

const {exports} = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
const hashes = JSON.parse(readFileSync(projectPath('dist/sri.json'), 'utf8'));
const measured = budgets.flatMap(({path}) => path);

describe('the budgets in .size-limit.mjs', () => {
  it('are there for every entry that a page can import', () => {
    const entries = Object.keys(exports).filter(
      (entry) => !/^[.][/](server|simulator|react|vue|svelte)|json$/.test(entry),
    );
    const paths = entries.map((entry) => exports[entry].replace('./', ''));
    const without = paths.filter((path) => !measured.includes(path));
    assert.deepEqual(without, []);
  });

  it('are there for every language and for every zone of phone numbers', () => {
    const many = Object.keys(hashes).filter((name) => /kit-(words|zone)\b/.test(name));
    assert.ok(many.length > 20);
    assert.deepEqual(
      many.filter((name) => !measured.includes(`dist/cdn/${name}`)),
      [],
    );
  });
});
