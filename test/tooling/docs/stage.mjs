/** Opens the documentation's samples as an app's pages, in a simulated portal in Chromium. */
import {build, transformSync} from 'esbuild';
import {createServer} from 'node:http';
import {basename} from 'node:path';
import {tsImport} from 'tsx/esm/api';
import {GIVEN, moduleOf} from './samples.mjs';
import {ENTRIES} from './sample-types.mjs';
import {launchChromium} from '../chromium.mjs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';

/**
 * @typedef {import('./samples.mjs').Sample} Sample
 * @typedef {{page: import('playwright-core').Page, frame: import('playwright-core').Frame,
 *   errors: string[], close: () => Promise<void>}} Opened
 */

const FILES = {
  'call-card-kit.min': 'src/entries/drop-in.ts',
  'call-card-worker.min': 'src/entries/worker.ts',
  portal: 'src/simulator/index.ts',
};
/** The calls that there can be in the portal, by the marker's word. */
const CALLS = {
  linked: {
    phoneNumber: '+4930123456',
    lineName: 'Berlin',
    entity: {typeId: 3, id: 17},
    bindings: [
      {typeId: 3, id: 17},
      {typeId: 4, id: 5},
    ],
  },
  unknown: {phoneNumber: '+49895550177', lineName: 'Berlin'},
  campaign: {
    phoneNumber: '+4930123456',
    entity: {typeId: 3, id: 17},
    direction: 'outgoing',
    campaign: true,
  },
};

/** The next client of the campaign. */
const NEXT_CLIENT = {phoneNumber: '+442079460021', entity: {typeId: 3, id: 21}};

/**
 * The test that opens the stage closes it.
 * @param {readonly Sample[]} samples
 */
export async function openStage(samples) {
  const files = await bundle(samples);
  const {createSimulatorMiddleware} = await tsImport(
    projectPath('src/simulator/node/http-adapter.ts'),
    import.meta.url,
  );
  const simulate = createSimulatorMiddleware();
  const pages = new Map(
    samples.flatMap((sample, index) =>
      sample.marker['not-run'] === undefined ? [[`/sample-${index}/`, pageOf(sample, index)]] : [],
    ),
  );
  const server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', 'http://host').pathname;
    void simulate({req, res}, async () => {
      const page = path === '/portal/' ? '<!doctype html><title>Portal</title>' : pages.get(path);
      const script = files.get(basename(path));
      if (page !== undefined) res.writeHead(200, {'content-type': 'text/html; charset=utf-8'});
      else if (script !== undefined) res.writeHead(200, {'content-type': 'text/javascript'});
      else res.writeHead(path === '/favicon.ico' ? 204 : 404);
      res.end(page ?? script);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const browser = await launchChromium();
  return {
    /** @param {Sample} sample */
    open: (sample) => openSample(browser, port, samples, sample),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {number} port
 * @param {readonly Sample[]} samples
 * @param {Sample} sample
 * @returns {Promise<Opened>}
 */
async function openSample(browser, port, samples, sample) {
  const {marker} = sample;
  const beside = samples.findIndex(
    ({marker: {name}}) => name !== undefined && name === marker.beside,
  );
  if (marker.beside !== undefined && beside < 0) throw new Error(`There is no ${marker.beside}.`);
  const context = await browser.newContext({locale: 'en', viewport: {width: 520, height: 900}});
  const page = await context.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`http://127.0.0.1:${port}/portal/`);
  const placement = marker.in ?? 'CALL_CARD';
  const call = marker.call ?? (placement === 'CALL_CARD' ? 'linked' : 'none');
  const path = `/sample-${samples.indexOf(sample)}/`;
  const arrived = page.waitForEvent('framenavigated', {
    predicate: (each) => each.url().includes(path),
    timeout: 20_000,
  });
  await page.evaluate(openInPortal, {
    app: `http://localhost:${port}`,
    path,
    workerPath: beside < 0 ? null : `/sample-${beside}/`,
    placement,
    options: marker.options === undefined ? null : JSON.parse(marker.options),
    nextClient: NEXT_CLIENT,
    call: Object.entries(CALLS).find(([name]) => name === call)?.[1] ?? null,
  });
  const frame = await arrived;
  return {page, frame, errors, close: () => context.close()};
}

/**
 * Runs in the portal's page.
 * @param {{app: string, path: string, workerPath: string | null, placement: string,
 *   options: object | null, call: object | null, nextClient: object}} options
 */
async function openInPortal({app, path, workerPath, placement, options, call, nextClient}) {
  const module = '/portal.js';
  const {SimulatedPortal, PortalBackend} = await import(module);
  const backend = await PortalBackend.create();
  const portal = new SimulatedPortal({backend, appOrigin: app});
  Object.assign(globalThis, {portal});
  /** @type {any} */ (globalThis).addEventListener('message', (/** @type {any} */ {data}) => {
    if (data === 'next client') portal.nextClient(nextClient);
  });
  const isWorker = placement === 'PAGE_BACKGROUND_WORKER';
  const listens = 'BackgroundCallCard::initialized';
  if (workerPath !== null) {
    const worker = await portal.openFrame({
      url: app + workerPath,
      placement: 'PAGE_BACKGROUND_WORKER',
    });
    await portal.whenBound(worker, listens);
  }
  if (call !== null && !isWorker) portal.startCall(call);
  const frame = await portal.openFrame({
    url: app + path,
    placement,
    ...(isWorker ? {} : {container: /** @type {any} */ (globalThis).document.body}),
    ...(options === null ? {} : {options}),
  });
  if (isWorker && call !== null) {
    await portal.whenBound(frame, listens);
    portal.startCall(call);
  }
}

/**
 * @param {Sample} sample
 * @param {number} index
 */
function pageOf({language, code, marker}, index) {
  if (language !== 'html') {
    return `<!doctype html><html lang="en"><body>${marker.body ?? ''}
      <script type="module" src="sample-${index}.js"></script></body></html>`;
  }
  const given = (marker.given ?? '').split(' ').filter(Boolean);
  const scripts = given.map((name) => {
    const {code: plain} = transformSync(GIVEN[name] ?? '', {loader: 'ts'});
    return `<script>${plain} Object.assign(globalThis, {${name}});</script>`;
  });
  const doctype = '<!doctype html>';
  if (code.startsWith(doctype)) return doctype + scripts.join('') + code.slice(doctype.length);
  // A part of a page: the rest of it is as in every other sample.
  return `${doctype}<html lang="en"><meta charset="utf-8">${scripts.join('')}
    <script type="module" src="call-card-kit.min.js"></script>${code}</html>`;
}

/**
 * The package's files and the samples' scripts, by their names.
 * @param {readonly Sample[]} samples
 * @returns {Promise<Map<string, string>>}
 */
async function bundle(samples) {
  const scripts = samples.flatMap((sample, index) =>
    sample.language === 'html' || isNotRun(sample) ? [] : [[`sample-${index}`, `sample:${index}`]],
  );
  const {outputFiles} = await build({
    entryPoints: {...FILES, ...Object.fromEntries(scripts)},
    alias: Object.fromEntries(
      Object.entries(ENTRIES).map(([name, path]) => [name, projectPath(path)]),
    ),
    plugins: [
      {
        name: 'samples',
        setup(builder) {
          builder.onResolve({filter: /^sample:/}, ({path}) => ({path, namespace: 'sample'}));
          builder.onLoad({filter: /.*/, namespace: 'sample'}, ({path}) => {
            const sample = samples[Number(path.slice('sample:'.length))];
            if (sample === undefined) return undefined;
            const {body} = sample.marker;
            const isDefining = sample.code.includes('call-card-kit/define');
            const tags = body === undefined || isDefining ? '' : `import 'call-card-kit/define';\n`;
            return {contents: tags + moduleOf(sample), loader: 'ts', resolveDir: projectPath('.')};
          });
        },
      },
    ],
    bundle: true,
    splitting: true,
    write: false,
    outdir: projectPath('dist-docs'),
    format: 'esm',
    target: 'es2022',
    tsconfig: projectPath('tsconfig.json'),
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({path, text}) => [basename(path), text]));
}

/** @param {Sample} sample */
export function isNotRun({language, marker}) {
  return (
    !['html', 'js', 'ts'].includes(language) ||
    marker['not-run'] !== undefined ||
    marker['types-only'] !== undefined
  );
}

/**
 * Runs in a sample's page: the names of the buttons that the sample itself has put there, as they are on
 * screen. Those of the kit's elements are in their shadow roots, and tested where they are made.
 * @returns {string[]}
 */
export function buttonsOf() {
  const {document} = /** @type {any} */ (globalThis);
  return [...document.querySelectorAll('*')]
    .filter(
      (element) =>
        element.checkVisibility() &&
        (element.onclick !== null || element.matches('button, [role=button], input[type=submit]')),
    )
    .map((element) => (element.textContent || element.value || '').trim());
}
