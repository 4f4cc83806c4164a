/**
 * Mutation tests: Stryker changes the code a little, and the tests of pure logic must notice. They take long,
 * and so they are no part of `npm test`. One folder at a time, held to its own tests, takes minutes:
 *
 *   FOLDER=model npm run mutation
 */
const FOLDERS = ['model', 'crm', 'hub', 'controller'];
const folders = FOLDERS.filter((name) => [name, undefined].includes(process.env['FOLDER']));

export default {
  mutate: folders.map((name) => `src/${name}/**/*.ts`),
  testRunner: 'mocha',
  mochaOptions: {spec: ['logic-tests.mjs']},
  buildCommand: [
    'node scripts/lib/test/logic-tests.mjs',
    ...folders.map((name) => `test/${name}`),
    '--bundle=.',
  ].join(' '),
  // What the compiler refuses is no change that a test could miss.
  checkers: ['typescript'],
  tsconfigFile: 'tsconfig.mutation.json',
  coverageAnalysis: 'perTest',
  timeoutMS: 2000,
  timeoutFactor: 3,
  // What runs when a module is loaded needs a new process for each change: tables have tests of their entries.
  ignoreStatic: true,
  reporters: ['clear-text', 'progress', 'json', 'html'],
  jsonReporter: {fileName: 'reports/mutation/mutation.json'},
  clearTextReporter: {allowColor: false, logTests: false, reportTests: false},
  incrementalFile: `reports/mutation/${folders.join('-')}.json`,
  ignorePatterns: [
    ...['/dist', '/dist-docs', '/docs', '/demo', '/examples', '/bench', '/reports'],
    '/test/pictures',
  ],
  thresholds: {high: 95, low: 85, break: 85},
};
