/** The browser tests. `npm test` runs them in every engine, `npx wtr` in Chromium. */
import getPort from 'get-port';
import {devServerConfig} from './scripts/lib/server/dev-server.mjs';
import {findBrowsers} from './scripts/lib/browsers/find-browsers.mjs';
import {launcherOf} from './scripts/lib/browsers/launchers.mjs';

const {found} = await findBrowsers();

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  ...(await devServerConfig()),
  files: ['test/**/*.test.ts', '!test/**/node/**', '!test/tooling/**'],
  port: await getPort(),
  browsers: [launcherOf(found.find(({name}) => name === 'chromium'))],
  // One page at a time: pages of one browser share storage, locks and BroadcastChannel, and only one
  // of them has the focus. It also keeps WebKit's tests out of an iframe.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: {config: {ui: 'bdd', timeout: '10000'}},
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>call-card-kit tests</title>
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
};
