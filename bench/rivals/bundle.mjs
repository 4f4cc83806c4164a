/** Scripts as one would publish them. */
import {build} from 'esbuild';
import {projectPath} from '../../scripts/lib/project-path.mjs';

/**
 * @param {string} entry a path in this project
 * @returns {Promise<string>} one minified module
 */
export async function bundle(entry) {
  const {outputFiles} = await build({
    entryPoints: [projectPath(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  return outputFiles[0]?.text ?? '';
}
