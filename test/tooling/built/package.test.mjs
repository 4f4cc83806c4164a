import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {projectPath} from '../../../scripts/lib/project-path.mjs';
import {installPacked} from './packed.mjs';

describe('the package', () => {
  /** @type {ReturnType<typeof installPacked>} */
  let app;
  before(() => {
    app = installPacked();
  });
  after(() => app.remove());

  /** @param {string} name */
  const json = (name) => JSON.parse(readFileSync(join(app.folder, name), 'utf8'));

  it('is what publint finds right', async () => {
    const {messages, pkg} = await publint({pkgDir: app.folder, pack: false, strict: true});
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg, {color: false})),
      [],
    );
  });

  it('has types for every entry, and the right ones', () => {
    const attw = projectPath('node_modules/@arethetypeswrong/cli/dist/index.js');
    const args = [attw, app.tarball, '--profile=esm-only', '--format=ascii', '--no-color'];
    const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8'});
    assert.equal(status, 0, `${stdout}${stderr}`);
    const entries = Object.keys(json('package.json').exports);
    const looked = entries.map((entry) => entry.replace(/^\./, 'call-card-kit'));
    assert.deepEqual(
      looked.filter((entry) => !entry.endsWith('.json') && !stdout.includes(`"${entry}"`)),
      [],
    );
  });

  it('has a source map with its sources beside every module', () => {
    const files = readdirSync(join(app.folder, 'dist'), {recursive: true}).map(String);
    const modules = files.filter((name) => /\.js$/.test(name) && !isTypesOnly(name));
    assert.ok(modules.length > 100);
    const without = modules.filter((name) => {
      if (!existsSync(join(app.folder, 'dist', `${name}.map`))) return true;
      const {sources, sourcesContent} = json(`dist/${name}.map`);
      return sources.length !== sourcesContent.length;
    });
    assert.deepEqual(without, []);
  });

  it('tells the licences of everything that the files for script tags have built in', () => {
    const text = readFileSync(join(app.folder, 'dist/cdn/THIRD-PARTY-LICENSES.txt'), 'utf8');
    const {dependencies} = json('package.json');
    // `lit` only hands on what these two of its packages have.
    const names = [
      ...Object.keys(dependencies),
      'lit-html',
      '@lit/reactive-element',
      'lucide-static',
    ];
    for (const name of names.filter((each) => each !== 'lit')) {
      const told = text.split(/^-{80}$/m).find((part) => part.trim().startsWith(`${name} `)) ?? '';
      assert.match(told, /copyright/i, `${name} should be told with its licence`);
    }
  });

  it('lets browsers compile each file of a tab as a whole, and none of the worker', () => {
    const files = Object.keys(json('dist/sri.json'));
    // Browsers look for the hint before the first line of code, and not behind another comment.
    const wrong = files.filter((name) => {
      const code = readFileSync(join(app.folder, 'dist/cdn', name), 'utf8');
      const isWhole = code.startsWith('//# allFunctionsCalledOnLoad\n/*!');
      return isWhole === name.startsWith('call-card-worker');
    });
    assert.deepEqual(wrong, []);
  });

  it('says the hash of every file for script tags', () => {
    const hashes = /** @type {[string, string][]} */ (Object.entries(json('dist/sri.json')));
    const files = readdirSync(join(app.folder, 'dist/cdn'), {recursive: true})
      .map((name) => String(name).replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.min.js'));
    assert.deepEqual(hashes.map(([name]) => name).sort(), files.sort());
    for (const [name, hash] of hashes) {
      const content = readFileSync(join(app.folder, 'dist/cdn', name));
      const digest = createHash('sha384').update(content).digest('base64');
      assert.equal(hash, `sha384-${digest}`, name);
    }
  });

  it('names in head.html all that a page needs for its first picture, with the hashes', () => {
    const hashes = json('dist/sri.json');
    const head = readFileSync(join(app.folder, 'dist/cdn/head.html'), 'utf8');
    const tags = [
      ...head.matchAll(/(?:src|href)="(?<name>[^"]+)" crossorigin integrity="(?<hash>[^"]+)"/g),
    ];
    const named = Object.fromEntries(tags.map(({groups}) => [groups?.['name'], groups?.['hash']]));
    for (const [name, hash] of Object.entries(named)) assert.equal(hash, hashes[name], name);
    // What the element that shows the record, and the one that shows the call, import.
    const needed = new Set(['call-card-kit.min.js']);
    const need = (/** @type {string} */ name) => {
      if (needed.has(name)) return;
      needed.add(name);
      const code = readFileSync(join(app.folder, 'dist/cdn', name), 'utf8');
      for (const [, imported = ''] of code.matchAll(/\b(?:from|import)"\.\/([^"]+)"/g))
        need(imported);
    };
    const maps = readdirSync(join(app.folder, 'dist/cdn')).filter((name) =>
      /^call-card-kit.*\.map$/.test(name),
    );
    for (const tag of ['crm-entity-panel', 'call-summary']) {
      const has = (/** @type {string} */ map) =>
        json(`dist/cdn/${map}`).sources.some((/** @type {string} */ path) =>
          path.endsWith(`/${tag}/${tag}.ts`),
        );
      need(maps.find(has)?.replace(/\.map$/, '') ?? `no file with ${tag}.ts`);
    }
    assert.deepEqual(Object.keys(named).sort(), [...needed].sort());
    for (const path of ['examples/plain/card.html', 'docs/recipes.md']) {
      const links = readFileSync(projectPath(path), 'utf8').matchAll(
        /<link rel="modulepreload" href="(?:kit\/)?([^"]+)" \/>/g,
      );
      const linked = [...links].map(([, name]) => name);
      assert.deepEqual(['call-card-kit.min.js', ...linked], Object.keys(named), path);
    }
  });

  it('tells the same elements to every editor', () => {
    const tags = ['call-card-context', 'call-notes', 'call-state-controls', 'call-summary'];
    tags.push('crm-entity-panel', 'crm-history');
    const {customElements, 'web-types': webTypes} = json('package.json');
    const manifest = json(customElements);
    const definitions = manifest.modules.at(-1).exports.map(nameOf);
    assert.deepEqual(definitions.sort(), tags);
    const {elements} = json(webTypes).contributions.html;
    assert.deepEqual(elements.map(nameOf).sort(), tags);
    assert.deepEqual(json('dist/vscode.html-custom-data.json').tags.map(nameOf).sort(), tags);
    const {properties} = json('dist/vscode.css-custom-data.json');
    assert.equal(new Set(properties.map(nameOf)).size, properties.length);
    const paths = manifest.modules.map((/** @type {{path: string}} */ {path}) => path);
    const gone = paths.filter((/** @type {string} */ path) => !existsSync(join(app.folder, path)));
    assert.deepEqual(gone, []);
  });
});

/** @param {string} name */
function isTypesOnly(name) {
  return ['elements.js', 'react.js', 'vue.js', 'svelte.js'].includes(name);
}

/** @param {{name: string}} named */
function nameOf({name}) {
  return name;
}
