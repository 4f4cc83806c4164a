/** Which source file imports which. Files are read once, and again only after they have changed. */
import {readFileSync, statSync} from 'node:fs';
import ts from 'typescript';
import {resolveImport} from './resolve-import.mjs';

/** @type {Map<string, {changed: number, imports: string[]}>} */
const known = new Map();

/**
 * The files that a file imports, type imports included, as absolute paths.
 * @param {string} path
 * @returns {string[]}
 */
export function importsOf(path) {
  const changed = statSync(path, {throwIfNoEntry: false})?.mtimeMs;
  if (changed === undefined) return [];
  const cached = known.get(path);
  if (cached?.changed === changed) return cached.imports;
  const imports = parseImports(readFileSync(path, 'utf8'), path);
  known.set(path, {changed, imports});
  return imports;
}

/**
 * @param {string} code
 * @param {string} path
 */
export function parseImports(code, path) {
  return ts
    .preProcessFile(code)
    .importedFiles.filter(({fileName}) => fileName.startsWith('.'))
    .map(({fileName}) => resolveImport(fileName, path));
}

/**
 * The shortest way along imports from one file to another, both included; undefined without one.
 * @param {string} start
 * @param {string} goal
 * @returns {string[] | undefined}
 */
export function pathBetween(start, goal) {
  /** @type {Map<string, string | undefined>} */
  const cameFrom = new Map([[start, undefined]]);
  const queue = [start];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (path === goal) return trace(path, cameFrom);
    for (const next of importsOf(path)) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, path);
      queue.push(next);
    }
  }
  return undefined;
}

/**
 * @param {string} end
 * @param {Map<string, string | undefined>} cameFrom
 */
function trace(end, cameFrom) {
  const way = [end];
  for (let step = cameFrom.get(end); step !== undefined; step = cameFrom.get(step))
    way.unshift(step);
  return way;
}
