/**
 * Runs the tests of pure logic in Node, in one process, and tells the counts to its parent process. With
 * `--bundle` it only writes the file that has them all, for the mutation tests.
 *
 *   node scripts/lib/test/logic-tests.mjs [test/model …] [--bundle=folder]
 *
 * Own, because Mocha's command reads no TypeScript, and a bundle of all files starts several times sooner
 * than a loader that compiles them one by one.
 */
import Mocha from 'mocha';
import {parseArgs} from 'node:util';
import {bundleForNode} from './bundle-for-node.mjs';
import {logicTestFiles} from './test-files.mjs';

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {bundle: {type: 'string'}},
});
const folders = positionals.length > 0 ? positionals : ['test'];
const tests = ['test/support/node/globals.ts', ...new Set(folders.flatMap(logicTestFiles))];
const bundle = await bundleForNode(tests, 'logic-tests', values.bundle);
if (values.bundle === undefined) await run();

async function run() {
  const mocha = new Mocha({
    timeout: 10_000,
    forbidOnly: true,
    forbidPending: true,
    reporter: 'dot',
  });
  mocha.addFile(bundle);
  await mocha.loadFilesAsync();
  const counts = {passed: 0, failed: 0};
  mocha
    .run(() => {
      process.send?.(counts);
      // Ports and timers of tests that have ended keep nobody waiting.
      process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
    })
    .on('pass', () => (counts.passed += 1))
    .on('fail', () => (counts.failed += 1));
}
