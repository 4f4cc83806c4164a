/**
 * Serves `test/pages/NAME.bundle.js`: NAME.ts and all that it imports as one file, made once. A test
 * that opens hundreds of frames would otherwise wait for a hundred modules in each of them.
 */
import {build} from 'esbuild';
import {projectPath} from './project-path.mjs';

/** @returns {import('@web/dev-server-core').Plugin} */
export function bundledPages() {
  /** @type {Map<string, Promise<string>>} */
  const bundles = new Map();
  return {
    name: 'bundled-pages',
    async serve({path}) {
      const entry = /^\/(test\/pages\/[\w-]+)\.bundle\.js$/.exec(path)?.[1];
      if (entry === undefined) return undefined;
      const bundle = bundles.get(entry) ?? bundleOf(`${entry}.ts`);
      bundles.set(entry, bundle);
      return {body: await bundle, type: 'js'};
    },
    transform({path, body}) {
      if (!path.endsWith('.html') || !String(body).includes('.bundle.js')) return undefined;
      // What the test runner puts into every page opens a WebSocket in each frame.
      const script = /<!-- injected by web-dev-server -->.*?<\/script>/s;
      return {body: String(body).replace(script, ''), transformCache: false};
    },
  };
}

/** @param {string} entry */
async function bundleOf(entry) {
  const {outputFiles} = await build({
    entryPoints: [projectPath(entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfig: projectPath('tsconfig.json'),
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
