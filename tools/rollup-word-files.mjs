/**
 * A Rollup plugin that puts the words of a language into a few files, which are found by their names.
 * The source has a file for each section and lists them, as bundlers want it. For a script tag that
 * would be a request for each, and the list is most of what its file weighs.
 */
import {dirname, resolve} from 'node:path';

const LIST = /const FILES = \{[^]*?\n\};\n/;
const USE = 'FILES[language][section]()';
const IMPORT = /import\("\.\.\/(\w+)\/(\w+)\.js"\)/g;
/** Before the name of a file: the module with the words of its sections. */
const WORDS = '\0words:';

/**
 * @param {string} folder beside the entry
 * @param {Readonly<Record<string, readonly string[]>>} groups the sections that share a file
 * @returns {import('rollup').Plugin}
 */
export function wordFiles(folder, groups) {
  const groupOf = Object.fromEntries(
    Object.entries(groups).flatMap(([group, sections]) => sections.map((each) => [each, group])),
  );
  /** The sources of each file. @type {Map<string, string[]>} */
  const files = new Map();
  return {
    name: 'word-files',
    resolveId: (id) => (id.startsWith(WORDS) ? id : null),
    load(id) {
      const sources = id.startsWith(WORDS) ? files.get(id.slice(WORDS.length)) : undefined;
      return sources?.map((source) => `export * from ${JSON.stringify(source)};`).join('\n');
    },
    transform(code, id) {
      if (!id.endsWith('/i18n/loading/catalog-loaders.ts')) return null;
      const [list] = LIST.exec(code) ?? [];
      if (list === undefined || !code.includes(USE))
        this.error('The list of words looks different');
      for (const [, language = '', section = ''] of list.matchAll(IMPORT)) {
        if (groupOf[section] === undefined) this.error(`${section} is in no group`);
        const file = `${language}-${groupOf[section]}`;
        const source = resolve(dirname(id), '..', language, `${section}.ts`);
        files.set(file, [...(files.get(file) ?? []), source]);
      }
      for (const file of files.keys()) {
        this.emitFile({type: 'chunk', id: WORDS + file, fileName: `${folder}/${file}.min.js`});
      }
      // Each section is exported under its own name, which each of its files has, too.
      const byName = `import(\`./${folder}/\${language}-\${GROUP_OF[section]}.min.js\`).then((words) => [words[\`\${section}Texts\`]])`;
      const groupList = `const GROUP_OF = ${JSON.stringify(groupOf)};\n`;
      return {code: code.replace(list, groupList).replace(USE, byName), map: null};
    },
  };
}
