/**
 * Which tests run where, and which of them share a page. Own, because web-test-runner opens a page for each
 * file in each engine.
 *
 * |                                  | Node | Chromium | Firefox and WebKit     |
 * | -------------------------------- | ---- | -------- | ---------------------- |
 * | pure logic                       | yes  | yes      | no                     |
 * | logic over what an engine brings | yes  | yes      | yes                    |
 * | everything else                  | no   | yes      | unless `LEFT_TO_OTHERS` |
 */
import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {projectPath} from '../project-path.mjs';

/** Tests of what runs in Node only: the tooling's, and those in a folder named `node`. */
const nodeTests = /^test\/(tooling\/.*\.test\.mjs|(.*\/)?node\/.*\.test\.ts)$/;
/** Those that look at what the build has made. */
const builtTests = /^test\/tooling\/built\//;

/** Folders of pure logic. */
const LOGIC = [
  'test/controller',
  'test/crm',
  'test/hub',
  'test/i18n',
  'test/model',
  'test/portal',
  'test/properties',
  'test/server',
  'test/shift',
  'test/simulator/rest',
];
/** What a test in those folders says that needs a page all the same, and so runs in every engine. */
const needsPage =
  /\b(document|location|navigator)\.|\b(fixture|PageTransitionEvent)\b|\/browser-hub[.]js/;
/** Logic over what each engine has of its own: `Intl`, dates, regular expressions, JSON. */
const ENGINES_DIFFER = [
  'test/crm/format',
  'test/i18n',
  'test/model/call',
  'test/model/parse',
  'test/properties/readers.test.ts',
  'test/properties/wire.test.ts',
];

/**
 * What an engine leaves to others in a whole run; Chromium leaves nothing. It is what the kit does the same
 * way whichever engine it is in, and each of these runs in one of the two. Firefox is the slower one.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const LEFT_TO_OTHERS = {
  firefox: [
    'test/contract/bx24.test.ts',
    'test/end-to-end/campaign.test.ts',
    'test/end-to-end/notes-in-two-places.test.ts',
    'test/end-to-end/prefetched-records.test.ts',
    'test/end-to-end/record-requests.test.ts',
    'test/end-to-end/reloads.test.ts',
    'test/end-to-end/shared-records-denied.test.ts',
    'test/security/tokens.test.ts',
  ],
  webkit: [
    'test/contract/b24jssdk.test.ts',
    'test/end-to-end/demo-app.test.ts',
    'test/end-to-end/next-card.test.ts',
    'test/end-to-end/note.test.ts',
  ],
};

/**
 * Tests that share a page, since it takes an engine a second or two to open one. A file is in the first
 * group that names its folder.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const SHARED_PAGES = {
  properties: ['test/properties', 'test/shift'],
  logic: [...LOGIC, 'test/events'],
  'call-notes': ['test/components/call-notes'],
  'call-state-controls': ['test/components/call-state-controls'],
  'call-summary': ['test/components/call-summary'],
  'crm-entity-panel': ['test/components/crm-entity-panel'],
  'crm-history': ['test/components/crm-history'],
  'simulator-portal': ['test/simulator/portal'],
};
/** Tests of what happens once in a page. */
const OWN_PAGE = ['test/i18n/one-at-a-time.test.ts', 'test/i18n/text.test.ts'];

/** Where the files are that import the tests of a shared page. */
export const togetherFolder = 'node_modules/.cache/call-card-kit/together';

/**
 * The browser tests of an engine in a whole run: those that share a page in one file.
 * @param {string} engine
 * @returns {string[]}
 */
export function allTestFiles(engine) {
  /** @type {string[]} */
  const apart = [];
  /** @type {Map<string, string[]>} */
  const shared = new Map();
  for (const path of listFiles('test')) {
    if (!isBrowserTest(path) || !runsIn(engine, path)) continue;
    const page = OWN_PAGE.includes(path) ? undefined : pageOf(path);
    if (page === undefined) apart.push(path);
    else shared.set(page, [...(shared.get(page) ?? []), path]);
  }
  return [...apart, ...[...shared].map(([page, tests]) => together(page, tests))];
}

/**
 * @param {string} engine
 * @param {string} path
 */
function runsIn(engine, path) {
  if (engine === 'chromium') return true;
  if (isIn(LEFT_TO_OTHERS[engine] ?? [], path)) return false;
  return !isLogic(path) || isIn(ENGINES_DIFFER, path);
}

/** @param {string} path */
function isLogic(path) {
  return (
    isIn(LOGIC, path) &&
    !OWN_PAGE.includes(path) &&
    !needsPage.test(readFileSync(projectPath(path), 'utf8'))
  );
}

/** @param {string} path */
function pageOf(path) {
  return Object.entries(SHARED_PAGES).find(([, folders]) => isIn(folders, path))?.[0];
}

/**
 * @param {readonly string[]} places files and folders
 * @param {string} path
 */
function isIn(places, path) {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

/**
 * Writes a file that imports tests. Engines in which the same tests share a page share the file.
 * @param {string} page
 * @param {readonly string[]} tests
 */
function together(page, tests) {
  const up = '../'.repeat(togetherFolder.split('/').length);
  const content = tests.map((test) => `import '${up}${test}';\n`).join('');
  const version = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const path = `${togetherFolder}/${page}-${version}.test.ts`;
  mkdirSync(projectPath(togetherFolder), {recursive: true});
  // Moved to its place, since another run may be reading the last one.
  const draft = projectPath(`${path}.${process.pid}`);
  writeFileSync(draft, content);
  renameSync(draft, projectPath(path));
  return path;
}

/** @param {string} path */
function isBrowserTest(path) {
  return path.endsWith('.test.ts') && !nodeTests.test(path);
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
 * The tests of pure logic, which run in Node, too.
 * @param {string} [folder] narrows them down
 */
export function logicTestFiles(folder = 'test') {
  return listFiles(folder).filter((path) => isBrowserTest(path) && isLogic(path));
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
