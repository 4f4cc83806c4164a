import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {build} from 'esbuild';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {projectPath} from '../../../scripts/lib/project-path.mjs';
import {installPacked} from './packed.mjs';

/** Entries that can be imported without a page, with something that they must offer. */
const IN_NODE = {
  'call-card-kit': 'CallCardController',
  'call-card-kit/define': undefined,
  'call-card-kit/worker': 'startWorker',
  'call-card-kit/b24jssdk': 'fromB24Frame',
  'call-card-kit/bx24': 'fromBX24',
  'call-card-kit/server': 'readPlacementRequest',
  'call-card-kit/simulator': 'SimulatedPortal',
  'call-card-kit/simulator/node': 'createSimulatorMiddleware',
};
/** Entries for pages, with something that is in their bundle and in no other package's. */
const IN_PAGES = {
  'call-card-kit': 'call-card-context',
  'call-card-kit/define': 'was registered before',
  'call-card-kit/worker': 'BackgroundCallCard',
  'call-card-kit/b24jssdk': 'getInterface',
  'call-card-kit/bx24': 'BX24',
  'call-card-kit/simulator': 'PAGE_BACKGROUND_WORKER',
};
/** Entries that are types alone. */
const TYPES_ONLY = ['call-card-kit/react', 'call-card-kit/vue', 'call-card-kit/svelte'];

/** @type {ReturnType<typeof installPacked>} */
let app;
before(() => {
  app = installPacked();
});
after(() => app.remove());

describe('the packed package', () => {
  it('has no entry that these tests leave out', () => {
    const {exports} = JSON.parse(readFileSync(join(app.folder, 'package.json'), 'utf8'));
    const entries = Object.keys(exports)
      .map((entry) => entry.replace(/^\./, 'call-card-kit'))
      .filter((entry) => !entry.endsWith('.json'));
    const tested = new Set([...Object.keys(IN_NODE), ...Object.keys(IN_PAGES), ...TYPES_ONLY]);
    assert.deepEqual(entries.sort(), [...tested].sort());
  });

  for (const [entry, name] of [
    ...Object.entries(IN_NODE),
    ...TYPES_ONLY.map((entry) => [entry, undefined]),
  ]) {
    it(`lets Node import ${entry}, and a second copy of it, without any effect`, () => {
      const {names, symbols} = runInNode(`
        const names = Object.keys(await import('${entry}'));
        await import(import.meta.resolve('${entry}') + '?another');
        const symbols = Object.getOwnPropertySymbols(globalThis).map(String);
        console.log(JSON.stringify({names, symbols}));
      `);
      if (name === undefined) assert.deepEqual(names, []);
      else assert.ok(names.includes(name), `${names} lacks ${name}`);
      assert.ok(!symbols.includes('Symbol(call-card-kit.controller)'), 'nothing is connected');
    });
  }

  it('tells a server that renders pages that there is no portal, without throwing', () => {
    const codes = runInNode(`
      const {startWorker} = await import('call-card-kit/worker');
      const {connect} = await import('call-card-kit');
      const controllers = [startWorker(), startWorker({lead: () => undefined})];
      const snapshots = await Promise.all(controllers.map((each) => each.start()));
      console.log(JSON.stringify([typeof connect, ...snapshots.map(({error}) => error.code)]));
    `);
    assert.deepEqual(codes, ['function', 'not-in-portal', 'not-in-portal']);
  });

  it('reads a portal’s request on a server, where there is no document and no window', () => {
    const read = runInNode(`
      const {contextScript, readPlacementRequest} = await import('call-card-kit/server');
      const options = JSON.stringify({CALL_ID: 'externalCall.1', PHONE_NUMBER: '+4930123456'});
      const body = new URLSearchParams({PLACEMENT: 'CALL_CARD', PLACEMENT_OPTIONS: options});
      const request = new Request('https://app.example/?LANG=de', {method: 'POST', body});
      const {value} = await readPlacementRequest(request);
      const globals = [typeof document, typeof window, value.language];
      console.log(JSON.stringify([...globals, contextScript(value).includes('+4930123456')]));
    `);
    assert.deepEqual(read, ['undefined', 'undefined', 'de', true]);
  });

  it('has nothing of the server’s entry in the files and bundles for pages', () => {
    const dist = join(app.folder, 'dist');
    const files = readdirSync(join(dist, 'cdn'), {recursive: true, encoding: 'utf8'});
    const maps = files.filter((name) => name.endsWith('.map'));
    assert.ok(maps.length > 20);
    for (const name of maps) {
      const {sources} = JSON.parse(readFileSync(join(dist, 'cdn', name), 'utf8'));
      assert.deepEqual(
        sources.filter((/** @type {string} */ path) => path.includes('src/server/')),
        [],
      );
    }
    for (const name of ['index', 'define', 'worker', 'b24jssdk', 'bx24']) {
      const code = readFileSync(join(dist, 'entries', `${name}.js`), 'utf8');
      assert.ok(!code.includes('/server/'), `${name}.js should not import what is for servers`);
    }
  });

  for (const [entry, words] of Object.entries(IN_PAGES)) {
    it(`lets a bundler put ${entry} into a page`, async () => {
      const contents = `import * as entry from '${entry}'; console.log(entry);`;
      const {outputFiles, warnings} = await build({
        stdin: {contents, resolveDir: app.root},
        bundle: true,
        format: 'esm',
        platform: 'browser',
        write: false,
        logLevel: 'silent',
      });
      assert.deepEqual(warnings, []);
      assert.ok(outputFiles[0]?.text.includes(words), `“${words}” is not in the bundle`);
    });
  }
});

/**
 * What a program prints that ends by itself, without a word on stderr.
 * @param {string} code
 */
function runInNode(code) {
  const args = ['--input-type=module', '--eval', code];
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {
    cwd: app.root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return JSON.parse(stdout);
}

describe('the types of the packed package', () => {
  before(() => {
    // What svelte itself declares, as far as it is augmented: it is not installed here.
    const svelte = join(app.root, 'node_modules/svelte');
    mkdirSync(svelte);
    writeFileSync(
      join(svelte, 'package.json'),
      JSON.stringify({name: 'svelte', exports: {'./elements': {types: './elements.d.ts'}}}),
    );
    writeFileSync(
      join(svelte, 'elements.d.ts'),
      `export interface HTMLAttributes<T extends EventTarget> {
        class?: string | undefined;
        onclick?: ((event: MouseEvent & {currentTarget: T}) => void) | undefined;
      }
      export interface SvelteHTMLElements {
        div: HTMLAttributes<HTMLDivElement>;
        [name: string]: {[name: string]: any};
      }`,
    );
    for (const name of ['entries.ts', 'react.tsx', 'vue.ts', 'svelte.ts']) {
      const sample = readFileSync(projectPath('test/tooling/built/types', `${name}.txt`), 'utf8');
      writeFileSync(join(app.root, name), sample);
    }
    writeFileSync(join(app.root, 'package.json'), JSON.stringify({type: 'module'}));
  });

  // The last compiler written in JavaScript, which editors still have, and the native one.
  for (const [compiler, resolution, module] of /** @type {const} */ ([
    ['typescript', 'bundler', 'esnext'],
    ['typescript-native', 'bundler', 'esnext'],
    ['typescript-native', 'nodenext', 'nodenext'],
  ])) {
    it(`resolve in ${compiler} with moduleResolution ${resolution}, and know the elements`, () => {
      const config = {
        compilerOptions: {
          strict: true,
          exactOptionalPropertyTypes: true,
          noEmit: true,
          target: 'es2022',
          lib: ['es2022', 'dom', 'dom.iterable'],
          jsx: 'react-jsx',
          module,
          moduleResolution: resolution,
          types: ['node'],
          skipLibCheck: true,
        },
        files: ['entries.ts', 'react.tsx', 'vue.ts', 'svelte.ts'],
      };
      const path = join(app.root, `tsconfig.${resolution}.json`);
      writeFileSync(path, JSON.stringify(config));
      assert.equal(tsc(compiler, path), '');
    });
  }
});

/**
 * @param {string} compiler a package
 * @param {string} config
 */
function tsc(compiler, config) {
  const command = projectPath(`node_modules/${compiler}/bin/tsc`);
  try {
    return execFileSync(process.execPath, [command, '-p', config], {encoding: 'utf8'});
  } catch (error) {
    return String(/** @type {{stdout?: string}} */ (error).stdout);
  }
}
