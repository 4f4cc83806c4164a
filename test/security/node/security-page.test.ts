/** SECURITY.md promises what is tested: the same policy, tests that exist, every dependency. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {contentSecurityPolicy} from '../../../scripts/lib/server/content-security-policy.mjs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';

const read = (path: string): string => readFileSync(projectPath(path), 'utf8');
const page = read('SECURITY.md');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

void test('the policy is the one that the built files are tested under', () => {
  const header = (portal: string): string =>
    `Content-Security-Policy: ${contentSecurityPolicy(portal)}`;
  assert.ok(page.includes(`\n${header('https://your-firm.bitrix24.com')}\n`));
  assert.ok(oneLine(read('docs/recipes.md')).includes(header('PORTAL')));
});

void test('the tests that it names are there', () => {
  const named = [...page.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
  assert.ok(named.length > 5);
  assert.deepEqual(
    named.filter((path) => !existsSync(projectPath(path))),
    [],
  );
});

void test('every package that the kit imports is argued for', () => {
  const sources = readdirSync(projectPath('src'), {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.ts') && !path.startsWith('simulator'))
    .map((path) => read(`src/${path}`));
  const imported = sources.flatMap((source) =>
    [...source.matchAll(/from '((?:@[\w-]+\/)?[a-z][\w-]*)(?:\/[^']*)?'/g)].map(([, name]) => name),
  );
  const argued = [...page.matchAll(/^\| `([^`<]+)`/gm)].map(([, name]) => name);
  assert.deepEqual([...new Set(imported)].sort(), argued.sort());
});
