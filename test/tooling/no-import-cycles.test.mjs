import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {importsOf, parseImports} from '../../tools/eslint-rooms/module-graph.mjs';
import {noImportCycles} from '../../tools/eslint-rooms/no-import-cycles.mjs';
import {lintFiles} from './lint-files.mjs';

describe('the rule no-import-cycles', () => {
  it('accepts files that only import downward, also on two ways', () => {
    const project = {
      'src/a.ts': `import './b.js'; import './c.js';`,
      'src/b.ts': `import './c.js';`,
      'src/c.ts': ``,
    };
    for (const file of Object.keys(project)) {
      assert.deepEqual(lintFiles(noImportCycles, project, file), []);
    }
  });

  it('names the files of a cycle, in each of them', () => {
    const project = {
      'src/a.ts': `import './b.js';`,
      'src/b.ts': `import './c.js';`,
      'src/c.ts': `import './a.js';`,
    };
    assert.deepEqual(lintFiles(noImportCycles, project, 'src/a.ts'), [
      'An import cycle: a.ts → b.ts → c.ts → a.ts.',
    ]);
    assert.deepEqual(lintFiles(noImportCycles, project, 'src/c.ts'), [
      'An import cycle: c.ts → a.ts → b.ts → c.ts.',
    ]);
  });

  it('reports a file that imports itself', () => {
    assert.deepEqual(lintFiles(noImportCycles, {'src/a.ts': `import './a.js';`}, 'src/a.ts'), [
      'An import cycle: a.ts → a.ts.',
    ]);
  });

  it('does not blame a file that only leads to a cycle', () => {
    const project = {
      'src/a.ts': `import './b.js';`,
      'src/b.ts': `import './c.js';`,
      'src/c.ts': `import './b.js';`,
    };
    assert.deepEqual(lintFiles(noImportCycles, project, 'src/a.ts'), []);
    assert.equal(lintFiles(noImportCycles, project, 'src/b.ts').length, 1);
  });

  for (const [kind, code] of Object.entries({
    'type import': `import type {A} from './a.js';`,
    'inline type import': `import {type A} from './a.js';`,
    're-export': `export {a} from './a.js';`,
    'type re-export': `export type {A} from './a.js';`,
    're-export of all': `export * from './a.js';`,
    'dynamic import': `void import('./a.js');`,
    'import in a type': `export type A = import('./a.js').A;`,
  })) {
    it(`counts a ${kind}, at both of its ends`, () => {
      const project = {'src/a.ts': `import './b.js';`, 'src/b.ts': code};
      assert.equal(lintFiles(noImportCycles, project, 'src/a.ts').length, 1);
      assert.equal(lintFiles(noImportCycles, project, 'src/b.ts').length, 1);
    });
  }

  it('reads a file again when it has changed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'module-graph-'));
    const path = join(folder, 'a.ts');
    try {
      writeFileSync(path, `import './before.js';`);
      utimesSync(path, 1, 1);
      assert.deepEqual(importsOf(path), [join(folder, 'before.js')]);
      writeFileSync(path, `import './after.js';`);
      utimesSync(path, 2, 2);
      assert.deepEqual(importsOf(path), [join(folder, 'after.js')]);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('is not confused by templates that look like imports', () => {
    const code = [
      "const a = html`<p>${x ? html`import './no.js'` : ''} from './no.js'</p>`;",
      "// import './no.js';",
      "import {b} from './yes.js';",
    ].join('\n');
    const imports = parseImports(code, '/project/src/a.ts');
    assert.equal(imports.length, 1);
    assert.match(imports[0] ?? '', /yes\.js$/);
  });
});
