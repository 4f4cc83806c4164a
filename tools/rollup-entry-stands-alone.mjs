/**
 * A Rollup plugin that ends the build when a chunk imports its entry. A page may ask for the entry with a
 * query, `call-card-kit.min.js?v=2`, as servers do against stale caches: the browser would load and run
 * it a second time under its plain name. What both need is in a chunk `core`, whose address is always the same.
 * Own, because no plugin checks this.
 */

/** @returns {import('rollup').Plugin} */
export function entryStandsAlone() {
  return {
    name: 'entry-stands-alone',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const entries = chunks.filter(({isEntry}) => isEntry);
      for (const {fileName, imports} of chunks) {
        const entry = entries.find((each) => imports.includes(each.fileName));
        if (entry) this.error(`${fileName} imports ${entry.fileName}: both would be loaded twice`);
      }
    },
  };
}
