/** `npm start`: serves the demo on this machine. PORT asks for a certain port, 8000 otherwise. */
import {createServer} from 'node:http';
import {ensureInstalled} from './ensure-installed.mjs';
import {freePort} from './free-port.mjs';
import {whenNpmIsGone} from './npm-parent.mjs';

const {ok, output} = await ensureInstalled();
if (!ok) {
  console.error(output);
  process.exit(1);
}
const port = await freePort(Number(process.env['PORT'] ?? 8000));
const server = createServer();
await serve(server);
server.listen(port, '127.0.0.1', () => {
  console.log(`The demo's portal:  http://127.0.0.1:${port}/demo/`);
  console.log(`The app inside it:  http://localhost:${port}/demo/ (another origin, same server)`);
  console.log('Ctrl+C ends it.');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
whenNpmIsGone(() => process.exit(0));

/**
 * Answers the server's requests with the development server. It gets a server that is ours, because
 * one of its own would listen on every address of the machine.
 * @param {import('node:http').Server} httpServer
 */
async function serve(httpServer) {
  // Loaded only now: on the first start these packages were not there before.
  const {startDevServer} = await import('@web/dev-server');
  const {devServerConfig} = await import('./dev-server.mjs');
  const devServer = await startDevServer({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    logStartMessage: false,
    config: {
      ...(await devServerConfig()),
      port,
      watch: true,
      clearTerminalOnReload: false,
      middlewareMode: {server: httpServer},
    },
  });
  httpServer.on('request', devServer.koaApp.callback());
}
