/** Lints a file of a small project that exists on the disk only as long as the rule looks at it. */
import {Linter} from 'eslint';
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {parser} from 'typescript-eslint';

/**
 * @param {import('eslint').Rule.RuleModule} rule
 * @param {Record<string, string>} files their contents by path
 * @param {string} file the one to lint
 * @returns {string[]} the messages
 */
export function lintFiles(rule, files, file) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'eslint-rooms-')));
  try {
    for (const [path, code] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), {recursive: true});
      writeFileSync(join(root, path), code);
    }
    const linter = new Linter({cwd: root});
    const config = {
      files: ['**/*.ts'],
      languageOptions: {parser},
      plugins: {rooms: {rules: {rule}}},
      rules: /** @type {const} */ ({'rooms/rule': 'error'}),
    };
    const found = linter.verify(files[file] ?? '', config, {filename: join(root, file)});
    return found.map(({message}) => message);
  } finally {
    rmSync(root, {recursive: true, force: true});
  }
}
