/**
 * Runs the browser tests in one engine and tells the counts to the process that started it:
 * node scripts/lib/test/browser-tests.mjs chromium [--files='test/model/**']
 */
import {startTestRunner, defaultReporter} from '@web/test-runner';
import {parseArgs} from 'node:util';
import baseConfig from '../../../web-test-runner.config.mjs';
import {bundledTests} from './bundled-tests.mjs';
import {countTests} from './count-tests.mjs';
import {findBrowsers} from '../browsers/find-browsers.mjs';
import {launcherOf} from '../browsers/launchers.mjs';
import {allTestFiles, testFiles} from './test-files.mjs';
import {startWebKitDriver} from '../browsers/webkit-driver.mjs';

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {files: {type: 'string'}},
});
const name = positionals[0] ?? 'chromium';
const {found} = await findBrowsers();
const engine = found.find((candidate) => candidate.name === name);
if (!engine) throw new Error(`No browser for ${name} was found`);

const driver = 'miniBrowser' in engine ? await startWebKitDriver(engine) : undefined;
const counter = countTests(engine.name, (counts) => process.send?.(counts));
const {counts} = counter;
let isOver = false;
for (const problem of ['uncaughtException', 'unhandledRejection']) {
  // A driver that stops answering ends up here. What has passed until then stays counted.
  process.on(problem, (error) => {
    // What the driver is asked for while it is ended is no failure of a test.
    if (isOver) return;
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    counts.failed += 1;
    void end(false);
  });
}
const isWhole = values.files === undefined;
const together = isWhole ? allTestFiles(engine.name) : [];
const {middleware, plugin} = bundledTests(together);
const runner = await startTestRunner({
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
  config: {
    ...baseConfig,
    files: isWhole ? together : testFiles(values.files),
    middleware: [...(baseConfig.middleware ?? []), middleware],
    plugins: [plugin, ...(baseConfig.plugins ?? [])],
    browsers: [launcherOf(engine, driver?.port)],
    reporters: [defaultReporter({reportTestProgress: false}), counter],
  },
});
if (!runner) throw new Error('The test runner did not start');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => runner.stop());
runner.on('stopped', (passed) => void end(passed));

/** @param {boolean} passed */
async function end(passed) {
  isOver = true;
  await driver?.stop();
  process.send?.(counts);
  process.exit(passed && counts.failed === 0 && counts.passed > 0 ? 0 : 1);
}
