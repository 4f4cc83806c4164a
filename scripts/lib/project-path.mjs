/** Paths inside this project, wherever a script is started from. */
import {resolve} from 'node:path';

/** @param {string[]} parts */
export function projectPath(...parts) {
  return resolve(import.meta.dirname, '../..', ...parts);
}
