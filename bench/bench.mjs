/**
 * `npm run bench`: runs every benchmark, or those that are named, prints one table and keeps the
 * figures in bench/results. Fails where a figure is above what was promised.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {arch, cpus, platform} from 'node:os';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {devServerConfig} from '../scripts/lib/server/dev-server.mjs';
import {findBrowsers} from '../scripts/lib/browsers/find-browsers.mjs';
import {projectPath} from '../scripts/lib/project-path.mjs';
import {hub} from './hub.mjs';
import {recordFields} from './record-fields.mjs';
import {Profiles} from './rivals/profiles.mjs';
import {rivals} from './rivals.mjs';
import {markdownTable} from './tables.mjs';
import {worker} from './worker.mjs';

/**
 * @typedef {{what: string, value: number, unit: string, most?: number, column?: string, block?: string}} Figure
 * `most`: the promised limit, if there is one. `column`: the compared candidate, in tables with several;
 * `block`: the title of the table, where there are several
 * @typedef {{answers?: string, parts?: string}} Options see docs/benchmark.md
 * @typedef {{origin: string, browser: import('playwright-core').Browser, profiles: Profiles, options: Options}} Place
 * `origin`: of the server that has the sources, the pages of bench/ and the simulator; `profiles`:
 * for what depends on what the browser has kept
 * @typedef {{name: string, measure: (place: Place) => Promise<Figure[]>}} Benchmark
 */

/** A new benchmark is a new line. @type {readonly Benchmark[]} */
const BENCHMARKS = [recordFields, hub, worker, rivals];

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

const {positionals: wanted, values: options} = parseArgs({
  allowPositionals: true,
  options: {answers: {type: 'string'}, parts: {type: 'string'}},
});
const chosen = BENCHMARKS.filter(({name}) => wanted.length === 0 || wanted.includes(name));
const {origin, close} = await serve();
const launch = {executablePath: await chromiumPath(), args: CHROMIUM_ARGUMENTS};
const browser = await chromium.launch(launch);
const profiles = new Profiles(launch);
/** @type {Record<string, Figure[]>} */
const results = {};
try {
  for (const {name, measure} of chosen)
    results[name] = await measure({origin, browser, profiles, options});
} finally {
  await browser.close();
  await close();
}
print(results);
keep(results);

async function chromiumPath() {
  const {found} = await findBrowsers();
  const path = found.find(({name}) => name === 'chromium')?.path;
  if (path === undefined) throw new Error('Chromium is needed and was not found.');
  return path;
}

/** The development server on a free port of this machine. */
async function serve() {
  const {startDevServer} = await import('@web/dev-server');
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const devServer = await startDevServer({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    logStartMessage: false,
    config: {
      ...(await devServerConfig()),
      // Not the builds that check what a developer does.
      nodeResolve: {browser: true, exportConditions: ['production']},
      port,
      middlewareMode: {server},
    },
  });
  server.on('request', devServer.koaApp.callback());
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      await devServer.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {Record<string, Figure[]>} results */
function print(results) {
  console.log(markdownTable(Object.values(results).flat(), ''));
  for (const {what, value, unit, most, column} of Object.values(results).flat()) {
    const isTooMuch = most !== undefined && value > most;
    if (isTooMuch) process.exitCode = 1;
    if (column !== undefined) continue;
    const promise = most === undefined ? '' : `  at most ${Number(most.toFixed(2))} ${unit}`;
    const mark = most === undefined ? ' ' : isTooMuch ? '✗' : '✓';
    console.log(`${mark} ${value.toFixed(2).padStart(9)} ${unit.padEnd(6)} ${what}${promise}`);
  }
}

/** @param {Record<string, Figure[]>} results */
function keep(results) {
  const folder = projectPath('bench/results');
  const at = new Date().toISOString();
  const machine = {platform: platform(), arch: arch(), cpus: cpus().length, node: process.version};
  mkdirSync(folder, {recursive: true});
  const path = `${folder}/${at.replaceAll(':', '-')}`;
  writeFileSync(`${path}.json`, `${JSON.stringify({at, machine, results}, null, 2)}\n`);
  const [{model = 'unknown processor'} = {}] = cpus();
  const caption = `Measured ${at.slice(0, 10)} on ${machine.platform}, ${machine.cpus} × ${model.trim()}, Chromium ${browser.version()}.`;
  writeFileSync(`${path}.md`, markdownTable(Object.values(results).flat(), caption));
}
