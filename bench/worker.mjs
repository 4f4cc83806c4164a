/** How soon the background worker's page is ready: a portal unregisters one that is slow. */
import {gzipSync} from 'node:zlib';
import {median} from './median.mjs';
import {WORKER_START} from '../scripts/lib/build/script-files.mjs';
import {kitFiles} from './rivals/candidates.mjs';
import {conditions} from './rivals/conditions.mjs';
import {headWith, html} from './rivals/page-html.mjs';
import {StageServer} from './rivals/stage-server.mjs';
import {putStage, Stage} from './rivals/stage.mjs';
import {WORKER, WORKER_ENTRY, WORKER_PAGE} from './rivals/worker-page.mjs';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);
const SCRIPT = 'text/javascript; charset=utf-8';

/** The least work of a worker's page: it requests its session from the portal, and gets the answer. */
const HANDSHAKE = `const [host, protocol, sid] = name.split('|');
addEventListener('message', ({data}) => {
  if (data.startsWith('init:')) parent.postMessage({report: performance.now()}, '*');
});
parent.postMessage('getInitData:init:' + sid, (protocol === '1' ? 'https://' : 'http://') + host);`;

const LOADED = `<script>
  addEventListener('load', () => parent.postMessage({report: performance.now()}, '*'));
</script>`;

/** @type {readonly {name: string, title: string, page: string}[]} */
const PAGES = [
  {name: 'kit-worker', title: 'the kit', page: WORKER_PAGE},
  {name: 'handshake', title: 'handshake by hand', page: html(headWith('app.js', []), '', '')},
  {name: 'nothing', title: 'an empty script', page: html(headWith('app.js', []), '', LOADED)},
];

/** @type {import('./bench.mjs').Benchmark} */
export const worker = {
  name: 'worker',
  async measure({profiles}) {
    const server = await StageServer.start();
    try {
      await putStage(server);
      const files = await kitFiles(WORKER);
      putPages(server, files);
      const {rate} = await conditions(profiles, server);
      const times = await measureAll(profiles, server, rate);
      const [kit = Number.NaN, handshake = Number.NaN, nothing = Number.NaN] = times;
      const bytes = [WORKER_ENTRY, ...WORKER_START]
        .map((file) => gzipSync(files.get(file) ?? '', {level: 9}).length)
        .reduce((sum, each) => sum + each);
      return [
        {what: 'worker before a card, gzipped', value: bytes / 1000, unit: 'kB', most: 13},
        ...PAGES.map(({title: column}, index) => ({
          what: 'worker’s page ready',
          column,
          value: times[index] ?? Number.NaN,
          unit: 'ms',
        })),
        {
          what: 'worker in comparison with an empty page',
          value: kit / nothing,
          unit: '×',
          most: 1.25,
        },
        {what: 'worker in comparison with a handshake', value: kit / handshake, unit: '×'},
      ];
    } finally {
      await server.stop();
    }
  },
};

/**
 * @param {StageServer} server
 * @param {ReadonlyMap<string, string>} kit
 */
function putPages(server, kit) {
  for (const {name, page} of PAGES) {
    const type = 'text/html; charset=utf-8';
    server.put(`/apps/${name}/page.html`, {type, body: page});
  }
  for (const [path, code] of kit)
    server.put(`/apps/kit-worker/${path}`, {type: SCRIPT, body: code});
  server.put('/apps/handshake/app.js', {type: SCRIPT, body: HANDSHAKE});
  server.put('/apps/nothing/app.js', {type: SCRIPT, body: ''});
}

/**
 * @param {import('./rivals/profiles.mjs').Profiles} profiles
 * @param {StageServer} server
 * @param {number} rate
 * @returns {Promise<readonly number[]>} milliseconds since the navigation, for each page the median
 */
async function measureAll(profiles, server, rate) {
  /** @type {number[][]} */
  const times = PAGES.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, {name}] of PAGES.entries()) {
      const stage = await Stage.open(profiles, server, rate);
      times[index]?.push(await stage.openIn(`/apps/${name}/page.html`, 'PAGE_BACKGROUND_WORKER'));
      await stage.close();
    }
  }
  return times.map(median);
}
