import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {it} from 'node:test';
import {projectPath} from '../../scripts/lib/project-path.mjs';

/** How a module can name another one. */
const IMPORTS = {
  import: (/** @type {string} */ path) => `import {x} from '${path}'; x();`,
  typeImport: (/** @type {string} */ path) => `import type {X} from '${path}'; export type Y = X;`,
  inlineTypeImport: (/** @type {string} */ path) =>
    `import {type X} from '${path}'; export type Y = X;`,
  bareImport: (/** @type {string} */ path) => `import '${path}';`,
  reExport: (/** @type {string} */ path) => `export {x} from '${path}';`,
  typeReExport: (/** @type {string} */ path) => `export type {X} from '${path}';`,
  reExportOfAll: (/** @type {string} */ path) => `export * from '${path}';`,
  dynamicImport: (/** @type {string} */ path) => `await import('${path}');`,
  importInType: (/** @type {string} */ path) => `export type Y = import('${path}').X;`,
};

const MODULE = 'export const x = () => {}; export type X = string;';

const ALLOWED = {
  'src/model/call.ts': MODULE,
  'src/model/card.ts': `import './call.js';`,
  'src/model/twice.ts': `import './card.js'; import './call.js';`,
  'src/portal/portal.ts': `import '../model/call.js';`,
  'src/portal/frame/wire.ts': MODULE,
  'src/crm/record.ts': `import '../model/call.js'; import '../portal/portal.js';`,
  'src/components/shared/icons.ts': `import 'lit';`,
  'src/components/call-notes/call-notes.ts': `import '../shared/icons.js'; import 'lit/decorators.js';`,
  'src/simulator/node/server.ts': `import 'node:http';`,
  'src/entries/define.ts': `import '../components/call-notes/call-notes.js';`,
  'src/server/request.ts': `import '../model/call.js';`,
  'src/entries/server.ts': `import '../server/request.js';`,
  'demo/demo.ts': `import '../src/simulator/node/server.js';`,
  'node_modules/lit/package.json': '{"name": "lit", "type": "module"}',
  'node_modules/lit/index.js': '',
  'node_modules/lit/decorators.js': '',
};

/** Files that import what they may not, in each of the ways. */
const FORBIDDEN = Object.entries(IMPORTS).map(([kind, write]) => ({
  path: `src/crm/${kind}.ts`,
  code: write('../portal/frame/wire.js'),
  imported: 'src/portal/frame/wire.ts',
}));
FORBIDDEN.push(
  {
    path: 'src/entries/index.ts',
    code: `import '../server/request.js';`,
    imported: 'src/server/request.ts',
  },
  {path: 'src/crm/package.ts', code: `import 'lit';`, imported: 'node_modules/lit/index.js'},
  {path: 'src/crm/outside.ts', code: `import '../../demo/demo.js';`, imported: 'demo/demo.ts'},
  {path: 'src/simulator/portal.ts', code: `import 'node:http';`, imported: 'http'},
  {path: 'src/helpers.ts', code: `import './model/call.js';`, imported: 'src/model/call.ts'},
  {
    path: 'src/components/shared/entry.ts',
    code: `import '../../entries/define.js';`,
    imported: 'src/entries/define.ts',
  },
  {
    path: 'src/components/call-summary/call-summary.ts',
    code: `import '../call-notes/call-notes.js';`,
    imported: 'src/components/call-notes/call-notes.ts',
  },
);

/** Files that import themselves by way of others, in each of the ways. */
const CYCLES = ['src/model', 'demo'].flatMap((folder) =>
  Object.entries(IMPORTS).map(([kind, write]) => ({
    path: `${folder}/${kind}-cycle.ts`,
    code: `${MODULE} import './${kind}-between.js';`,
    between: `${folder}/${kind}-between.ts`,
    back: write(`./${kind}-cycle.js`),
  })),
);

it('the rules find each forbidden import and each cycle, of whatever kind, and nothing else', () => {
  const violations = cruise({
    ...ALLOWED,
    ...Object.fromEntries(FORBIDDEN.map(({path, code}) => [path, code])),
    ...Object.fromEntries(CYCLES.map(({path, code}) => [path, code])),
    ...Object.fromEntries(CYCLES.map(({between, back}) => [between, back])),
  });
  const imports = violations.filter(({rule}) => rule.name === 'not-in-allowed');
  assert.deepEqual(
    imports.map(({from, to}) => `${from} → ${to}`).sort(),
    FORBIDDEN.map(({path, imported}) => `${path} → ${imported}`).sort(),
  );
  const cycles = violations.filter(({rule}) => rule.name === 'no-cycles');
  assert.deepEqual(
    [...new Set(cycles.flatMap(({from, to}) => [from, to]))].sort(),
    CYCLES.flatMap(({path, between}) => [path, between]).sort(),
  );
  assert.equal(imports.length + cycles.length, violations.length);
});

/**
 * What the project's rules find in a small project.
 * @param {Record<string, string>} files their contents by path
 */
function cruise(files) {
  const root = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    for (const [path, code] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), {recursive: true});
      writeFileSync(join(root, path), code);
    }
    const program = projectPath('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const config = `--config=${projectPath('.dependency-cruiser.mjs')}`;
    const args = [program, config, '--output-type=json', 'src', 'demo'];
    const {stdout, stderr} = spawnSync(process.execPath, args, {cwd: root, encoding: 'utf8'});
    assert.equal(stderr, '');
    /** @type {import('dependency-cruiser').ICruiseResult} */
    const {summary} = JSON.parse(stdout);
    return summary.violations;
  } finally {
    rmSync(root, {recursive: true, force: true});
  }
}
