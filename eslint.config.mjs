/**
 * The rules for what one file shows by itself; each group says what it guards. Those that need types are in
 * .oxlintrc.json.
 */
import comments from '@eslint-community/eslint-plugin-eslint-comments/configs';
import js from '@eslint/js';
import {defineConfig, globalIgnores} from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** `#x` is the only privacy; a decorated field, which can't be `#x`, gets a disable with a reason. */
const privateNames = [
  {
    selector:
      ':matches(PropertyDefinition, MethodDefinition, AccessorProperty, TSParameterProperty)[accessibility=/private|protected/]',
    message: 'Private is `#x`, which the browser enforces too.',
  },
  {
    selector:
      ':matches(PropertyDefinition, MethodDefinition, AccessorProperty) > Identifier[name=/^_/].key',
    message: 'Private is `#x`, not a name with an underscore.',
  },
];

export default defineConfig(
  // The examples have compilers of their own, which test/tooling/built/examples.test.mjs runs.
  // What imports the built elements is checked with the package, by test/tooling/built/exports.test.mjs.
  globalIgnores([
    'dist/',
    'dist-docs/',
    'docs/.vitepress/.temp/',
    'coverage/',
    'reports/',
    '.stryker-tmp/',
    'examples/',
    'scripts/lib/build/types/',
  ]),
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},

  {
    name: 'an exception says why',
    extends: [comments.recommended],
    rules: {
      '@eslint-community/eslint-comments/require-description': 'error',
      '@eslint-community/eslint-comments/no-use': [
        'error',
        {allow: ['eslint-disable-next-line', 'eslint-disable-line']},
      ],
    },
  },
  {
    name: 'TypeScript',
    files: ['**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'no-console': ['error', {allow: ['warn', 'error']}],
      'no-restricted-syntax': ['error', ...privateNames],
      eqeqeq: 'error',
    },
  },
  {
    name: 'elements',
    files: ['src/**/*.ts', 'demo/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
      litA11y.configs.recommended,
    ],
    settings: {wc: {elementBaseClasses: ['LitElement']}},
    rules: {
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      // LitElement has all of the lifecycle's callbacks.
      'wc/guard-super-call': 'off',
    },
  },
  {
    name: 'tests',
    files: ['test/**/*.ts'],
    rules: {
      // chai's `expect(x).to.be.true` is an expression.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    name: 'scripts of this project',
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    // What is defined is checked by the compiler, see tsconfig.node.json.
    rules: {'no-undef': 'off', eqeqeq: 'error'},
  },
);
