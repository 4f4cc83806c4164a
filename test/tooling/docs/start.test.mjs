/** "Start in five minutes", as it is written, with the package's entries made from the sources. */
import assert from 'node:assert/strict';
import {build} from 'esbuild';
import getPort from 'get-port';
import {execFileSync, spawn} from 'node:child_process';
import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {it} from 'node:test';
import {launchChromium} from '../chromium.mjs';
import {samplesOf} from './samples.mjs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';

const SAMPLES = samplesOf('docs/start.md');
/** What the page says where to put. */
const FILES = {
  'public/card.html': 'start-card',
  'public/portal.html': 'start-portal',
  'serve.mjs': 'start-serve',
};

it('from an empty folder to a widget on screen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'call-card-kit-start-'));
  const port = await getPort();
  await makePackage(join(folder, 'node_modules', 'call-card-kit'));
  const commands = SAMPLES.filter(({language}) => language === 'sh').flatMap(({code}) =>
    code.trim().split('\n'),
  );
  // What npm does is tried with the packed file; here the package is in its place already.
  const [npm, rest] = [/^npm /, /^(mkdir|cp) /].map((kind) =>
    commands.filter((command) => kind.test(command)),
  );
  assert.deepEqual(npm, ['npm init -y', 'npm install ../call-card-kit-0.1.0.tgz']);
  for (const command of rest ?? []) execFileSync('sh', ['-c', command], {cwd: folder});
  for (const [path, name] of Object.entries(FILES)) {
    const sample = SAMPLES.find(({marker}) => marker.name === name);
    assert.ok(sample, `there is no ${name}`);
    writeFileSync(join(folder, path), sample.code);
  }
  assert.equal(commands.at(-1), 'node serve.mjs');
  const server = spawn(process.execPath, ['serve.mjs'], {
    cwd: folder,
    env: {...process.env, PORT: String(port)},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await launchChromium();
  try {
    await new Promise((resolve, reject) => {
      server.stdout.once('data', resolve);
      server.once('exit', () => reject(new Error('serve.mjs ended.')));
    });
    const page = await browser.newPage({locale: 'en'});
    await page.goto(`http://127.0.0.1:${port}/portal.html`);
    const widget = page.frameLocator('#card iframe');
    for (const words of ['Klaus Weber', '030 123456', 'Keep card open']) {
      await widget.getByText(words, {exact: true}).first().waitFor({timeout: 20_000});
    }
  } finally {
    await browser.close();
    server.kill();
    rmSync(folder, {recursive: true, force: true});
  }
});

it('has lines for other servers, by which a POST is answered as a GET is', () => {
  const sample = SAMPLES.find(({marker}) => marker.name === 'start-posts');
  assert.ok(sample);
  const take = new Function(`${sample.code}; return takePostForGet;`)();
  for (const [method, taken] of Object.entries({POST: 'GET', GET: 'GET', PUT: 'PUT'})) {
    const request = {method};
    let isPassedOn = false;
    take(request, {}, () => (isPassedOn = true));
    assert.deepEqual([request.method, isPassedOn], [taken, true]);
  }
});

/**
 * The files of the package that the page needs, at their places.
 * @param {string} folder
 */
async function makePackage(folder) {
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outdir: join(folder, 'dist'),
    tsconfig: projectPath('tsconfig.json'),
    logLevel: 'error',
  };
  await Promise.all([
    build({
      ...common,
      splitting: true,
      outdir: join(folder, 'dist/cdn'),
      entryPoints: {'call-card-kit.min': projectPath('src/entries/drop-in.ts')},
    }),
    build({
      ...common,
      splitting: true,
      entryPoints: {'simulator/index': projectPath('src/simulator/index.ts')},
    }),
    build({
      ...common,
      platform: 'node',
      entryPoints: {'simulator/node/index': projectPath('src/simulator/node/index.ts')},
    }),
  ]);
  copyFileSync(projectPath('package.json'), join(folder, 'package.json'));
}
