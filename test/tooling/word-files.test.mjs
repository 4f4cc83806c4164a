import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rollup} from 'rollup';
import {wordFiles} from '../../tools/rollup-word-files.mjs';

const LIST = `const FILES = {
  de: {
    panel: () => import("./de/panel.js"),
    notes: () => import("./de/notes.js")
  }
};
export async function wordsOf(language, section) {
  return Object.values(await FILES[language][section]());
}
`;

/**
 * @param {string} list
 * @returns {Promise<Map<string, string>>} the code of each file that is written
 */
async function builtFrom(list) {
  /** @type {Record<string, string>} */
  const sources = {
    '/i18n/word-files.ts': list,
    '/i18n/de/panel.ts': `export const panelTexts = {retry: 'Erneut versuchen'};`,
    '/i18n/de/notes.ts': `export const notesTexts = {save: 'Speichern'};`,
  };
  const bundle = await rollup({
    input: '/i18n/word-files.ts',
    plugins: [
      {name: 'sources', resolveId: (id) => id, load: (id) => sources[id] ?? null},
      wordFiles('kit-words'),
    ],
  });
  const {output} = await bundle.generate({entryFileNames: '[name].js'});
  return new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])),
  );
}

describe('the files of words', () => {
  it('are one for each section of each language, and keep the names of their words', async () => {
    const files = await builtFrom(LIST);
    const words = [...files.keys()].filter((name) => name.startsWith('kit-words/'));
    assert.deepEqual(words.sort(), ['kit-words/de-notes.min.js', 'kit-words/de-panel.min.js']);
    assert.match(files.get('kit-words/de-notes.min.js') ?? '', /export \{ notesTexts \}/);
  });

  it('are asked for by their names, and listed nowhere', async () => {
    const code = (await builtFrom(LIST)).get('word-files.js') ?? '';
    assert.match(code, /import\(`\.\/kit-words\/\$\{language\}-\$\{section\}\.min\.js`\)/);
    assert.doesNotMatch(code, /de-panel|FILES/);
  });

  it('are not left out when the list is written in another way', async () => {
    await assert.rejects(builtFrom(LIST.replace('const FILES', 'const LISTED')), /looks different/);
  });
});
