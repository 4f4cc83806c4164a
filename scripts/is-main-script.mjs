/** Tells a module whether it was started by `node`, or imported by another one. */
import {realpathSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** @param {string} moduleUrl the caller's `import.meta.url` */
export function isMainScript(moduleUrl) {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleUrl));
}
