/** `npm start`: serves the demo on this machine. PORT asks for a certain port, 8000 otherwise. */
import {ensureInstalled} from './lib/ensure-installed.mjs';
import {whenNpmIsGone} from './lib/npm-parent.mjs';
import {serve} from './lib/server/serve.mjs';

const {ok, output} = await ensureInstalled();
if (!ok) {
  console.error(output);
  process.exit(1);
}
// Loaded only now: on the first start this package was not there before.
const {default: getPort} = await import('get-port');
const port = await getPort({port: Number(process.env['PORT'] ?? 8000)});
await serve(port, {watch: true});
console.log(`The demo: http://127.0.0.1:${port}/`);
console.log('Ctrl+C ends it.');
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
whenNpmIsGone(() => process.exit(0));
