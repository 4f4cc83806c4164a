/** Commit subjects are `type(scope): what`, with the types of CONTRIBUTING.md. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {projectPath} from '../../scripts/lib/project-path.mjs';

/** The last commit before the rule. Found by its subject, which outlives a rebase. */
const LAST_WITHOUT_RULE = 'build: hold what is known of drafts to its present size';
const LONGEST = 72;
const [, list = ''] =
  /^Types: (.*)\.$/m.exec(readFileSync(projectPath('CONTRIBUTING.md'), 'utf8')) ?? [];
const TYPES = list.match(/\w+/g) ?? [];
const FORM = new RegExp(`^(${TYPES.join('|')})(\\([a-z0-9-]+\\))?!?: \\S(.*[^.\\s])?$`);

/** @param {string} subject */
function isRight(subject) {
  return FORM.test(subject) && subject.length <= LONGEST;
}

/**
 * The subjects that git has since the rule; none in a folder without git. A shallow clone has the
 * newest commits only, all of which are later than the rule when it lacks the rule's beginning.
 */
function subjectsSinceRule() {
  // The prefix is empty at the top of a clone, and not in an unpacked copy inside of another one.
  if (linesOf('rev-parse', '--show-prefix')[0] !== '') return [];
  const subjects = linesOf('log', '--no-merges', '--format=%s');
  const end = subjects.indexOf(LAST_WITHOUT_RULE);
  if (end >= 0) return subjects.slice(0, end);
  const [isShallow] = linesOf('rev-parse', '--is-shallow-repository');
  return isShallow === 'true' ? subjects : [];
}

/** @param {readonly string[]} args of git */
function linesOf(...args) {
  const {status, stdout} = spawnSync('git', args, {cwd: projectPath('.'), encoding: 'utf8'});
  return status === 0 ? stdout.trimEnd().split('\n') : [];
}

describe('the subject of a commit', () => {
  it('has a type of the list, may have a scope, and fits into 72 characters', () => {
    assert.ok(TYPES.length > 5, 'CONTRIBUTING.md lists the types');
    const right = ['fix(crm): share a record', 'feat!: rename codes', 'build: x'];
    const wrong = ['Share a record', 'fix: ', 'fix(crm) share', 'chat: hello', 'fix: a sentence.'];
    assert.deepEqual([...right, ...wrong].filter(isRight), right);
    assert.ok(isRight(`fix: ${'x'.repeat(LONGEST - 5)}`));
    assert.ok(!isRight(`fix: ${'x'.repeat(LONGEST - 4)}`));
  });

  const subjects = subjectsSinceRule();
  if (subjects.length === 0) console.log('Commit subjects are not checked: git has none here.');
  else {
    it('is so in every commit since the rule', () => {
      assert.deepEqual(
        subjects.filter((subject) => !isRight(subject)),
        [],
      );
    });
  }
});
