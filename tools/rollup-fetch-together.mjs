/**
 * A Rollup plugin that lets an entry fetch a chunk together with what that chunk imports, as Vite does for
 * its apps. Own, because Rollup has no option for it. A browser finds a chunk's imports only when the chunk
 * is there: without the preloading head, that is another round trip for a page with a single tag. A page with
 * the context and the panel asks for the same files anyway.
 */

/** @returns {import('rollup').Plugin} */
export function fetchTogether() {
  return {
    name: 'fetch-together',
    renderDynamicImport({chunk, getTargetChunkImports}) {
      const others = chunk.isEntry ? getTargetChunkImports() : null;
      if (others === null || others.length === 0) return null;
      // Whoever imports the chunk hears of what can't be fetched; here it is said to nobody.
      const early = others.map(({resolvedImportPath: path}) => `import(${path}).catch(() => {})`);
      return {left: `(${early.join(', ')}, import(`, right: '))'};
    },
  };
}
