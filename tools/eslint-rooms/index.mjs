/** An ESLint plugin that guards the rooms of src/: who may import whom, and no cycles. */
import {importDirections} from './import-directions.mjs';
import {noImportCycles} from './no-import-cycles.mjs';

/** @type {import('eslint').ESLint.Plugin} */
export default {
  meta: {name: 'eslint-rooms'},
  rules: {'import-directions': importDirections, 'no-import-cycles': noImportCycles},
};
