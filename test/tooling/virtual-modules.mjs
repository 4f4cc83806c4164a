/**
 * A Rollup plugin for modules that are no files: their sources by their names.
 * @param {Readonly<Record<string, string>>} sources
 * @returns {import('rollup').Plugin}
 */
export function virtualModules(sources) {
  return {name: 'virtual-modules', resolveId: (id) => id, load: (id) => sources[id] ?? null};
}
