/**
 * A Rollup plugin that lets chunks reach their entry's code without importing the entry's file.
 *
 * A page may ask for the entry with a query, `call-card-kit.min.js?v=2`, as servers do against stale
 * caches. A chunk's `import './call-card-kit.min.js'` then names another address, and the browser
 * would load and run the entry a second time: two connections, two controllers. So the entry leaves
 * what its chunks need under a symbol, which is there before any chunk runs, since it is the entry
 * that loads them.
 */

/**
 * @typedef {import('estree').ImportDeclaration | import('estree').ExportNamedDeclaration} Statement
 * @typedef {{start: number, end: number, text: string}} Edit
 */

/**
 * @param {string} key of the symbol; different for different versions of the code
 * @returns {import('rollup').Plugin}
 */
export function shareEntry(key) {
  const shared = `globalThis[Symbol.for(${JSON.stringify(key)})]`;
  /** Not what plugins emit, which other chunks may import as they do any chunk. @type {string[]} */
  let entries = [];
  return {
    name: 'share-entry',
    options(options) {
      const {input = []} = options;
      entries =
        typeof input === 'object' && !Array.isArray(input) ? Object.keys(input) : [input].flat();
      // More exports than the entry's own are fine, they are taken out again below.
      return {...options, preserveEntrySignatures: 'allow-extension'};
    },
    renderChunk(code, chunk, _options, {chunks}) {
      /** @type {(asked: import('rollup').RenderedChunk | undefined) => boolean} */
      const isEntry = (asked) => asked?.isEntry === true && entries.includes(asked.name);
      const isShared = Object.values(chunks).some(({imports}) => imports.includes(chunk.fileName));
      const own = chunk.facadeModuleId && this.getModuleInfo(chunk.facadeModuleId)?.exports;
      /** @type {Edit[]} */
      const edits = [];
      for (const node of this.parse(code).body) {
        const place = /** @type {{start: number, end: number}} */ (/** @type {unknown} */ (node));
        if (node.type === 'ImportDeclaration') {
          const imported = chunks[String(node.source.value).replace('./', '')];
          if (isEntry(imported)) edits.push({...place, text: takeFrom(shared, node)});
        } else if (node.type === 'ExportNamedDeclaration' && isEntry(chunk) && isShared) {
          edits.push({...place, text: leaveAt(shared, node, own || [])});
        }
      }
      return edits.length > 0 ? {code: applyEdits(code, edits), map: null} : null;
    },
  };
}

/**
 * `import {a as b} from entry` as `const {a: b} = shared`.
 * @param {string} shared
 * @param {import('estree').ImportDeclaration} node
 */
function takeFrom(shared, node) {
  const names = node.specifiers.map((specifier) => {
    if (specifier.type !== 'ImportSpecifier') throw new Error('Rollup imports chunks by names');
    return `${nameOf(specifier.imported)}: ${specifier.local.name}`;
  });
  return names.length > 0 ? `const {${names.join(', ')}} = ${shared};` : '';
}

/**
 * `export {a as b}` as `shared = {b: a}`, followed by the exports that are the entry's own.
 * @param {string} shared
 * @param {import('estree').ExportNamedDeclaration} node
 * @param {readonly string[]} own
 */
function leaveAt(shared, node, own) {
  const names = node.specifiers.map(({local, exported}) => [nameOf(local), nameOf(exported)]);
  const all = names.map(([local, exported]) => `${exported}: ${local}`);
  const kept = names.filter(([, exported = '']) => own.includes(exported));
  const exports = kept.map(([local, exported]) => `${local} as ${exported}`);
  const statement = exports.length > 0 ? ` export {${exports.join(', ')}};` : '';
  return `${shared} = {${all.join(', ')}};${statement}`;
}

/** @param {import('estree').Identifier | import('estree').Literal} node */
function nameOf(node) {
  return node.type === 'Identifier' ? node.name : String(node.value);
}

/**
 * @param {string} code
 * @param {Edit[]} edits
 */
export function applyEdits(code, edits) {
  return edits.reduceRight(
    (text, {start, end, text: replacement}) => text.slice(0, start) + replacement + text.slice(end),
    code,
  );
}
