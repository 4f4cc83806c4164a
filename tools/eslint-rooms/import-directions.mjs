/** The rule that a room imports only the rooms that the table allows. Type imports count. */
import {onEveryImport} from './import-nodes.mjs';
import {pathInSrc, resolveImport} from './resolve-import.mjs';
import {whyNotImport, whyNotImportPackage} from './rooms.mjs';

/** @type {import('eslint').Rule.RuleModule} */
export const importDirections = {
  meta: {
    type: 'problem',
    docs: {description: 'Allow only the import directions of tools/eslint-rooms/rooms.mjs'},
    messages: {forbidden: '{{reason}}.'},
    schema: [],
  },
  create(context) {
    const from = pathInSrc(context.filename, context.cwd);
    if (from === undefined) return {};
    return onEveryImport((specifier, node) => {
      const reason = whyNot(specifier, from);
      if (reason) context.report({node, messageId: 'forbidden', data: {reason}});
    });

    /**
     * @param {string} specifier
     * @param {string} importer
     */
    function whyNot(specifier, importer) {
      if (!/^[./]/.test(specifier)) return whyNotImportPackage(importer, specifier);
      const to = pathInSrc(resolveImport(specifier, context.filename), context.cwd);
      return to === undefined ? `${specifier} is outside of src` : whyNotImport(importer, to);
    }
  },
};
