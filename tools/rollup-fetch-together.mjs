/**
 * A Rollup plugin that lets an entry fetch a chunk together with what that chunk imports. A browser
 * finds a chunk's imports only when the chunk is there, which costs another way to the server and back.
 */
import {applyEdits} from './rollup-share-entry.mjs';

/**
 * @typedef {{type: string, start: number, end: number, [key: string]: unknown}} Node
 */

/** @returns {import('rollup').Plugin} */
export function fetchTogether() {
  return {
    name: 'fetch-together',
    renderChunk(code, chunk, _options, {chunks}) {
      if (!chunk.isEntry || chunk.dynamicImports.length === 0) return null;
      /** @type {(fileName: string) => string[]} */
      const othersOf = (fileName) =>
        importsOf(fileName, chunks).filter((other) => other !== chunk.fileName);
      /** @type {import('./rollup-share-entry.mjs').Edit[]} */
      const edits = [];
      visit(/** @type {any} */ (this.parse(code)), (node) => {
        const fileName = importedFile(node);
        const others = fileName === undefined ? [] : othersOf(fileName);
        if (others.length === 0) return true;
        // Whoever imports the chunk hears of what can't be fetched; here it is said to nobody.
        const early = others.map((other) => `import('./${other}').catch(() => {})`);
        const text = `(${early.join(', ')}, ${code.slice(node.start, node.end)})`;
        edits.push({start: node.start, end: node.end, text});
        return true;
      });
      edits.sort((a, b) => a.start - b.start);
      return edits.length > 0 ? {code: applyEdits(code, edits), map: null} : null;
    },
  };
}

/**
 * The chunk that an `import()` of another chunk names.
 * @param {Node} node
 * @returns {string | undefined}
 */
function importedFile(node) {
  const source = /** @type {Node | undefined} */ (node['source']);
  if (node.type !== 'ImportExpression' || typeof source?.['value'] !== 'string') return undefined;
  return source['value'].replace('./', '');
}

/**
 * @param {Node} node
 * @param {(node: Node) => boolean} enter whether to go on into it
 */
function visit(node, enter) {
  if (!enter(node)) return;
  for (const part of Object.values(node).flat()) {
    const isNode = typeof part === 'object' && part !== null && 'type' in part;
    if (isNode) visit(/** @type {Node} */ (part), enter);
  }
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
