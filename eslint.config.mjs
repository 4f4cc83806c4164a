import tseslint from 'typescript-eslint';
export default tseslint.config(
  {ignores: ['dist/', 'coverage/']},
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {parserOptions: {projectService: true}},
  },
);
