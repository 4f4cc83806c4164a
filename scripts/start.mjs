/** `npm start`: serves the demo on this machine, at port PORT or, if that is not set, 8000. */
import {ensureInstalled} from './lib/ensure-installed.mjs';
import {whenNpmIsGone} from './lib/npm-parent.mjs';
import {serve} from './lib/server/serve.mjs';

const {ok, output} = await ensureInstalled();
if (!ok) {
  console.error(output);
  process.exit(1);
}
// Loaded only now: the first start has installed this package a moment ago.
const {default: getPort} = await import('get-port');
const port = await getPort({port: Number(process.env['PORT'] ?? 8000)});
await serve(port, {watch: true});
console.log(`The demo: http://127.0.0.1:${port}/`);
console.log('Ctrl+C ends it.');
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
whenNpmIsGone(() => process.exit(0));
