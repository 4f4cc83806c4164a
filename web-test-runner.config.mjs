import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner-chrome';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const chromium = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

export default {
  files: ['test/**/*.test.ts', '!test/tooling/**'],
  rootDir: '.',
  hostname: '127.0.0.1',
  nodeResolve: true,
  concurrency: 2,
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {
        ...(chromium ? {executablePath: chromium} : {}),
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
      },
    }),
  ],
};
