/**
 * A Rollup plugin that lets an entry fetch a chunk together with what that chunk imports. A browser
 * finds a chunk's imports only when the chunk is there, which costs another way to the server and back.
 */
import {applyEdits} from './rollup-share-entry.mjs';

/** @returns {import('rollup').Plugin} */
export function fetchTogether() {
  return {
    name: 'fetch-together',
    renderChunk(code, chunk, _options, {chunks}) {
      if (!chunk.isEntry || chunk.dynamicImports.length === 0) return null;
      const edits = [...new Set(chunk.dynamicImports)].flatMap((fileName) => {
        const others = importsOf(fileName, chunks).filter((other) => other !== chunk.fileName);
        if (others.length === 0) return [];
        // Whoever imports the chunk hears of what can't be fetched; here it is said to nobody.
        const early = others.map((other) => `import('./${other}').catch(() => {})`);
        return places(code, fileName).map((place) => ({
          ...place,
          text: `(${early.join(', ')}, ${code.slice(place.start, place.end)})`,
        }));
      });
      edits.sort((a, b) => a.start - b.start);
      return edits.length > 0 ? {code: applyEdits(code, edits), map: null} : null;
    },
  };
}

/**
 * What a chunk imports, and what that imports.
 * @param {string} fileName
 * @param {Readonly<Record<string, import('rollup').RenderedChunk>>} chunks
 * @param {Set<string>} found
 * @returns {string[]}
 */
function importsOf(fileName, chunks, found = new Set()) {
  for (const other of chunks[fileName]?.imports ?? []) {
    if (found.has(other)) continue;
    found.add(other);
    importsOf(other, chunks, found);
  }
  return [...found];
}

/**
 * @param {string} code
 * @param {string} fileName
 */
function places(code, fileName) {
  const text = new RegExp(`\\bimport\\((['"])\\./${fileName.replaceAll('.', '\\.')}\\1\\)`, 'g');
  return [...code.matchAll(text)].map(({index, 0: found}) => ({
    start: index,
    end: index + found.length,
  }));
}
