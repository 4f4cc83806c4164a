/** What the documentation has from the code is what the code says. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {tsImport} from 'tsx/esm/api';
import {createManifest, elementsIn} from '../../../scripts/lib/build/package-manifest.mjs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';
import {PAGES, upToDate} from '../../../scripts/tables.mjs';

/** @param {string} path */
const read = (path) => readFileSync(projectPath(path), 'utf8');

describe('generated documentation is up to date: npm run tables writes it anew', () => {
  for (const path of PAGES) {
    it(path, async () => {
      assert.equal(await upToDate(read(path)), read(path));
    });
  }

  it('and docs/elements.md has a section, a sample and both parts of every element', async () => {
    const page = read('docs/elements.md');
    for (const tag of elementsIn(await createManifest()).keys()) {
      const [, section = ''] = page.split(`\n## \`<${tag}>\`\n`);
      const [own = ''] = section.split('\n## ');
      for (const part of [`description: ${tag}`, 'sample:', `element: ${tag}`])
        assert.ok(own.includes(`<!-- ${part}`), `${tag}: ${part}`);
    }
  });
});

describe("the documentation's tables", () => {
  const page = read('docs/controller.md');

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

  it('say of each UI state which buttons and which timer it has', async () => {
    const {UI_STATES, actionsIn, timerEffectOf} = await tsImport(
      projectPath('src/model/card/ui-state.ts'),
      import.meta.url,
    );
    const [, table = ''] =
      /## The twelve states\n([\s\S]*?)\n##/.exec(read('docs/ui-states.md')) ?? [];
    const rows = table
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
      .filter(([, state]) => UI_STATES.includes(state));
    const timers = {start: 'starts', stop: 'stops', keep: 'runs on'};
    assert.deepEqual(
      rows.map(([, state, , buttons, timer]) => [state, buttons, timer]),
      UI_STATES.map((/** @type {string} */ state) => [
        state,
        actionsIn(state).join(' '),
        timers[/** @type {keyof typeof timers} */ (timerEffectOf(state))],
      ]),
    );
  });
});
