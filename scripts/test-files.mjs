/** Which files hold tests: for the browsers, and for Node. */
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {projectPath} from './project-path.mjs';

/** Tests of what runs in Node: the tooling's, and those in a folder named `node`. */
const nodeTests = /^test\/(tooling\/.*\.test\.mjs|(.*\/)?node\/.*\.test\.ts)$/;
/** Those that look at what the build has made. */
const builtTests = /^test\/tooling\/built\//;

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
