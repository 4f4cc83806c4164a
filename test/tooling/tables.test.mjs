import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {projectPath} from '../../scripts/project-path.mjs';
import {withTables} from '../../scripts/tables.mjs';

describe("the documentation's tables", () => {
  const page = readFileSync(projectPath('docs/controller.md'), 'utf8');

  it('are those of the code: npm run tables writes them anew', async () => {
    assert.equal(await withTables(page), page);
  });

  it('say of every error what it is, and what an operator reads', () => {
    const [, errors = ''] = page.split(/<!-- errors:(?:start|end) -->/);
    const rows = errors.split('\n').filter((line) => line.startsWith('| `'));
    assert.ok(rows.length > 0);
    for (const row of rows) {
      const [, , what = '', , words = ''] = row.split('|').map((cell) => cell.trim());
      assert.ok(what !== '' && words !== '', row);
    }
  });

  it('name all twelve commands and all twenty events', () => {
    const rows = (/** @type {string} */ name) =>
      page
        .split(`<!-- ${name}:start -->`)[1]
        ?.split(`<!-- ${name}:end -->`)[0]
        ?.split('\n')
        .filter((line) => line.startsWith('| `')).length;
    assert.equal(rows('commands'), 12);
    assert.equal(rows('events'), 20);
  });
});
