/**
 * A Rollup plugin that puts all words of a language into one file, which is found by its name. The
 * source has a file for each element and lists them, as bundlers want it. For a script tag that would
 * be a request for each element, and the list is most of what its file weighs.
 */
import {dirname, resolve} from 'node:path';

const LIST = /const FILES = \{[^]*?\n\};\n/;
const USE = 'FILES[language][section]()';
const IMPORT = /import\("\.\/(\w+)\/(\w+)\.js"\)/g;
/** Before the name of a language: the module with all its words. */
const ALL = '\0all-words:';

/**
 * @param {string} folder beside the entry
 * @returns {import('rollup').Plugin}
 */
export function wordFiles(folder) {
  /** The files of each language. @type {Map<string, string[]>} */
  const languages = new Map();
  return {
    name: 'word-files',
    resolveId: (id) => (id.startsWith(ALL) ? id : null),
    load(id) {
      const files = id.startsWith(ALL) ? languages.get(id.slice(ALL.length)) : undefined;
      return files?.map((file) => `export * from ${JSON.stringify(file)};`).join('\n');
    },
    transform(code, id) {
      if (!id.endsWith('/i18n/word-files.ts')) return null;
      const [list] = LIST.exec(code) ?? [];
      if (list === undefined || !code.includes(USE))
        this.error('The list of words looks different');
      for (const [, language = '', section = ''] of list.matchAll(IMPORT)) {
        const file = resolve(dirname(id), language, `${section}.ts`);
        languages.set(language, [...(languages.get(language) ?? []), file]);
      }
      for (const language of languages.keys()) {
        const fileName = `${folder}/${language}.min.js`;
        this.emitFile({type: 'chunk', id: ALL + language, fileName});
      }
      // Each section is exported under its own name, which each of its files has, too.
      const byName = `import(\`./${folder}/\${language}.min.js\`).then((words) => [words[\`\${section}Texts\`]])`;
      return {code: code.replace(list, '').replace(USE, byName), map: null};
    },
  };
}
