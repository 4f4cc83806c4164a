/**
 * A Rollup plugin that finds the files of words by their names. The source lists them, as bundlers
 * want it; a list of every element's words in every language is most of what its file weighs.
 */
import {dirname, resolve} from 'node:path';

const LIST = /const FILES = \{[^]*?\n\};\n/;
const USE = 'FILES[language][section]()';
const IMPORT = /import\("\.\/(\w+)\/(\w+)\.js"\)/g;

/**
 * @param {string} folder beside the entry
 * @returns {import('rollup').Plugin}
 */
export function wordFiles(folder) {
  return {
    name: 'word-files',
    transform(code, id) {
      if (!id.endsWith('/i18n/word-files.ts')) return null;
      const [list] = LIST.exec(code) ?? [];
      if (list === undefined || !code.includes(USE))
        this.error('The list of words looks different');
      for (const [, language = '', section = ''] of list.matchAll(IMPORT)) {
        this.emitFile({
          type: 'chunk',
          id: resolve(dirname(id), language, `${section}.ts`),
          fileName: `${folder}/${language}-${section}.min.js`,
        });
      }
      const byName = `import(\`./${folder}/\${language}-\${section}.min.js\`)`;
      return {code: code.replace(list, '').replace(USE, byName), map: null};
    },
  };
}
