import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rollup} from 'rollup';
import {wordFiles} from '../../tools/rollup-word-files.mjs';
import {virtualModules} from './virtual-modules.mjs';

const LIST = `const FILES = {
  de: {
    panel: () => import("./de/panel.js"),
    record: () => import("./de/record.js"),
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
    '/i18n/de/record.ts': `export const recordTexts = {yes: 'Ja'};`,
    '/i18n/de/notes.ts': `export const notesTexts = {save: 'Speichern'};`,
  };
  const bundle = await rollup({
    input: '/i18n/word-files.ts',
    plugins: [
      virtualModules(sources),
      wordFiles('kit-words', {client: ['panel', 'record'], operator: ['notes']}),
    ],
  });
  const {output} = await bundle.generate({entryFileNames: '[name].js'});
  return new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])),
  );
}

describe('the files of words', () => {
  it('are one for each group of sections, with each under its own name', async () => {
    const files = await builtFrom(LIST);
    const words = [...files.keys()].filter((name) => name.startsWith('kit-words/'));
    assert.deepEqual(words, ['kit-words/de-client.min.js', 'kit-words/de-operator.min.js']);
    const client = files.get('kit-words/de-client.min.js') ?? '';
    assert.match(client, /export \{ panelTexts, recordTexts \}/);
  });

  it('are asked for by their names, and listed nowhere', async () => {
    const code = (await builtFrom(LIST)).get('word-files.js') ?? '';
    assert.match(code, /import\(`\.\/kit-words\/\$\{language\}-.*\.min\.js`\)/);
    assert.doesNotMatch(code, /de-|FILES/);
  });

  it('give the words of a section and no others', async () => {
    const code = (await builtFrom(LIST)).get('word-files.js') ?? '';
    const own = code.replace(/import\(.*?\)/, `Promise.resolve({panelTexts: 1, notesTexts: 2})`);
    const {wordsOf} = await import(`data:text/javascript,${encodeURIComponent(own)}`);
    assert.deepEqual(await wordsOf('de', 'notes'), [2]);
  });

  it('have a place for every section', async () => {
    await assert.rejects(builtFrom(LIST.replaceAll('notes', 'other')), /other is in no group/);
  });

  it('are not left out when the list is written in another way', async () => {
    await assert.rejects(builtFrom(LIST.replace('const FILES', 'const LISTED')), /looks different/);
  });
});
