/** Finds the source file that an import means. */
import {existsSync} from 'node:fs';
import {dirname, relative, resolve, sep} from 'node:path';

/**
 * The absolute path of what a relative import names: sources are written in TypeScript and
 * named with `.js`.
 * @param {string} specifier
 * @param {string} importer absolute path
 */
export function resolveImport(specifier, importer) {
  const path = resolve(dirname(importer), specifier);
  const source = path.replace(/\.js$/, '.ts');
  return existsSync(source) ? source : path;
}

/**
 * A path inside the nearest src/ folder, with slashes; undefined for a file outside of it.
 * @param {string} path
 * @param {string} root the project's folder
 */
export function pathInSrc(path, root) {
  const inside = relative(resolve(root, 'src'), path).split(sep).join('/');
  return inside.startsWith('../') ? undefined : inside;
}
