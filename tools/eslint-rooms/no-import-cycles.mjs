/** The rule that no file imports itself by way of others. Type imports count: they tie files too. */
import {onEveryImport} from './import-nodes.mjs';
import {pathBetween} from './module-graph.mjs';
import {pathInSrc, resolveImport} from './resolve-import.mjs';

/** @type {import('eslint').Rule.RuleModule} */
export const noImportCycles = {
  meta: {
    type: 'problem',
    docs: {description: 'Forbid import cycles, of type imports too'},
    messages: {cycle: 'An import cycle: {{cycle}}.'},
    schema: [],
  },
  create(context) {
    const {filename, cwd} = context;
    return onEveryImport((specifier, node) => {
      if (!specifier.startsWith('.')) return;
      const back = pathBetween(resolveImport(specifier, filename), filename);
      if (!back) return;
      const cycle = [filename, ...back].map((path) => pathInSrc(path, cwd) ?? path).join(' → ');
      context.report({node, messageId: 'cycle', data: {cycle}});
    });
  },
};
