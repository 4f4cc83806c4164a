/** The licences of what the files for script tags have built in, which their authors want to be told. */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {projectPath} from './project-path.mjs';

/** Its icons stand in the sources, made by `npm run icons`. */
const inSources = ['lucide-static'];

/** Writes `dist/THIRD-PARTY-LICENSES.txt`. Throws when a package has no licence to tell. */
export function writeLicences() {
  const texts = [...builtIn()].sort().map((name) => {
    const {version, license} = JSON.parse(read(name, 'package.json'));
    return `${name} ${version} (${license})\n\n${read(name, 'LICENSE').trim()}\n`;
  });
  const heading = 'The files *.min.js contain parts of these packages.\n';
  writeFileSync(
    projectPath('dist/THIRD-PARTY-LICENSES.txt'),
    [heading, ...texts].join(`\n${'-'.repeat(80)}\n\n`),
  );
}

/** The packages whose modules are in the built files, as the source maps say. */
export function builtIn() {
  const maps = readdirSync(projectPath('dist')).filter((name) => name.endsWith('.min.js.map'));
  const sources = maps.flatMap((name) => {
    /** @type {{sources: string[]}} */
    const map = JSON.parse(readFileSync(projectPath('dist', name), 'utf8'));
    return map.sources;
  });
  const names = sources.flatMap(
    (path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  return new Set([...names, ...inSources]);
}

/**
 * @param {string} name of a package
 * @param {string} file
 */
function read(name, file) {
  const path = projectPath('node_modules', name, file);
  if (!existsSync(path)) throw new Error(`${name} has no ${file}`);
  return readFileSync(path, 'utf8');
}
