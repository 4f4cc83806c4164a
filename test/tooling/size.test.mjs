import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {projectPath} from '../../scripts/project-path.mjs';
import {updatedLimit} from '../../scripts/size.mjs';

describe('a budget that is updated', () => {
  it('is the size of today and 2 %', () => {
    assert.equal(updatedLimit({name: 'a', maxGzipBytes: 900}, 1000), 1020);
    assert.equal(updatedLimit({name: 'a', maxGzipBytes: 9000}, 1000), 1020);
    assert.equal(updatedLimit({name: 'a', maxGzipBytes: 900}, 1001), 1022);
  });

  it('is never raised when it is a promise', () => {
    assert.equal(updatedLimit({name: 'a', maxGzipBytes: 900, hard: true}, 1000), 900);
    assert.equal(updatedLimit({name: 'a', maxGzipBytes: 9000, hard: true}, 1000), 1020);
  });
});

describe('the budgets in package.json', () => {
  const {exports, sizeBudgets} = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));

  it('are there for every entry that a page can import', () => {
    const entries = Object.keys(exports).filter((entry) => {
      const path = exports[entry].default;
      return path !== undefined && !entry.startsWith('./simulator');
    });
    const budgeted = sizeBudgets.flatMap((/** @type {{entry?: string}} */ {entry}) => entry ?? []);
    assert.deepEqual(budgeted.sort(), entries.sort());
  });
});
