/** Paths inside this project, wherever a script is started from. */
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string[]} parts */
export function projectPath(...parts) {
  return resolve(root, ...parts);
}
