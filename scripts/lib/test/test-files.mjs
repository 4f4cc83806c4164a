/**
 * Which files hold tests: for the browsers, and for Node. Own, because web-test-runner opens a page for
 * each file, and small ones share a page here.
 */
import {mkdirSync, readdirSync, renameSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {projectPath} from '../project-path.mjs';

/** Tests of what runs in Node: the tooling's, and those in a folder named `node`. */
const nodeTests = /^test\/(tooling\/.*\.test\.mjs|(.*\/)?node\/.*\.test\.ts)$/;
/** Those that look at what the build has made. */
const builtTests = /^test\/tooling\/built\//;

/** Folders of many small tests that need no page of their own: to open one takes a second or two. */
const TOGETHER = [
  'test/components/call-state-controls',
  'test/components/crm-entity-panel',
  'test/controller',
  'test/crm',
  'test/hub',
  'test/model',
  'test/portal',
  'test/simulator/portal',
  'test/simulator/rest',
];
/**
 * What an engine leaves to others in a whole run. Chromium runs everything. Pure logic, which touches
 * nothing of a browser, runs in one more engine, and so does the contract over each client library.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const LEFT_TO_OTHERS = {
  firefox: [
    'test/hub',
    'test/properties/{calls,conversation,hub,notes}.test.ts',
    'test/contract/bx24.test.ts',
  ],
  webkit: ['test/shift/shift.test.ts', 'test/contract/b24jssdk.test.ts'],
};

/** Where the files are that import them. */
export const togetherFolder = 'node_modules/.cache/call-card-kit/together';

/**
 * The browser tests of an engine, with those of a folder in one file where they need no page of their
 * own.
 * @param {string} engine
 * @returns {string[]}
 */
export function allTestFiles(engine) {
  const left = LEFT_TO_OTHERS[engine] ?? [];
  const apart = [...TOGETHER.map((folder) => `${folder}/**`), ...left].map((path) => `!${path}`);
  const here = TOGETHER.filter((folder) => !left.includes(folder));
  return [...testFiles(), ...apart, ...here.map(together)];
}

/**
 * Writes a file that imports all tests of a folder.
 * @param {string} folder
 */
function together(folder) {
  const tests = listFiles(folder).filter(
    (path) => path.endsWith('.test.ts') && !nodeTests.test(path),
  );
  const path = `${togetherFolder}/${folder.replaceAll('/', '-')}.test.ts`;
  const up = '../'.repeat(togetherFolder.split('/').length);
  mkdirSync(projectPath(togetherFolder), {recursive: true});
  // Moved to its place, since another engine's run may be reading the last one.
  const draft = projectPath(`${path}.${process.pid}`);
  writeFileSync(draft, tests.map((test) => `import '${up}${test}';\n`).join(''));
  renameSync(draft, projectPath(path));
  return path;
}

/**
 * The browser tests.
 * @param {string} [pattern] a glob that narrows them down
 */
export function testFiles(pattern = 'test/**') {
  const files = /\.test\.ts$/.test(pattern) ? pattern : `${pattern.replace(/\/$/, '')}/*.test.ts`;
  return [files, '!test/**/node/**', '!test/tooling/**'];
}

/**
 * The tests that `node:test` runs: of the sources, or of what the build has made of them.
 * @param {'sources' | 'built'} of
 */
export function nodeTestFiles(of) {
  const files = listFiles('test').filter((path) => nodeTests.test(path));
  return files.filter((path) => builtTests.test(path) === (of === 'built'));
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function listFiles(folder) {
  return readdirSync(projectPath(folder), {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll('\\', '/');
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}
