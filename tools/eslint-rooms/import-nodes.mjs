/** The places where a module names another one: imports, re-exports, `import()`, types' `import()`. */

/**
 * @typedef {{type: string, value?: unknown, source?: ImportNode | null, argument?: ImportNode,
 *   literal?: ImportNode}} ImportNode
 */

/**
 * A listener for an ESLint rule that hears of every such place.
 * @param {(specifier: string, node: import('eslint').Rule.Node) => void} visit
 */
export function onEveryImport(visit) {
  /** @param {unknown} node */
  const listen = (node) => {
    const {source, argument} = /** @type {ImportNode} */ (node);
    const literal = source ?? argument?.literal ?? argument;
    if (typeof literal?.value !== 'string') return;
    visit(literal.value, /** @type {import('eslint').Rule.Node} */ (literal));
  };
  return {
    ImportDeclaration: listen,
    ExportNamedDeclaration: listen,
    ExportAllDeclaration: listen,
    ImportExpression: listen,
    TSImportType: listen,
  };
}
