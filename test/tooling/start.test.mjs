/** `npm start` in a new clone. */
import assert from 'node:assert/strict';
import getPort from 'get-port';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {spawn} from 'node:child_process';
import {it} from 'node:test';
import {ensureInstalled} from '../../scripts/lib/ensure-installed.mjs';
import {projectPath} from '../../scripts/lib/project-path.mjs';

it('prints one address, and that leads to the demo', async () => {
  const port = await getPort();
  const child = spawn(process.execPath, [projectPath('scripts/start.mjs')], {
    env: {...process.env, PORT: String(port)},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const said = await textUntil(child.stdout, /Ctrl\+C/);
    assert.deepEqual(said.match(/http:\S+/g), [`http://127.0.0.1:${port}/`]);
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    assert.equal(new URL(answer.url).pathname, '/demo/');
    assert.match(await answer.text(), /<title>call-card-kit in a simulated portal<\/title>/);
  } finally {
    child.kill();
  }
});

it('says while it installs that it does, how much that is, and for how long', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'call-card-kit-install-'));
  const packages = {'': {}, 'node_modules/a': {version: '1.0.0'}};
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({packages}));
  // An npm that goes on until it has been told of.
  const npm = join(folder, 'npm-cli.js');
  const told = join(folder, 'told');
  writeFileSync(
    npm,
    `const {existsSync} = require('node:fs');
    const look = () => existsSync(${JSON.stringify(told)}) || setTimeout(look, 5);
    look();`,
  );
  const {npm_execpath: before} = process.env;
  const {log} = console;
  /** @type {string[]} */
  const said = [];
  process.env['npm_execpath'] = npm;
  console.log = (line) => {
    said.push(line);
    if (/still installing/.test(line)) writeFileSync(told, '');
  };
  try {
    const {ok, output} = await ensureInstalled(folder, {tellEvery: 10});
    assert.ok(ok, output);
  } finally {
    console.log = log;
    if (before === undefined) delete process.env['npm_execpath'];
    else process.env['npm_execpath'] = before;
    rmSync(folder, {recursive: true, force: true});
  }
  assert.match(said[0] ?? '', /^Installing 2 packages .* a minute or two/);
  assert.match(said[1] ?? '', /^… still installing, \d+ s$/);
  assert.match(said.at(-1) ?? '', /^Installed in \d+ s\.$/);
});

/**
 * @param {import('node:stream').Readable} stream
 * @param {RegExp} end
 * @returns {Promise<string>}
 */
function textUntil(stream, end) {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
      if (end.test(text)) resolve(text);
    });
    stream.on('end', () => reject(new Error(`It ended and said: ${text}`)));
  });
}
