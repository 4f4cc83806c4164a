/** The development server on this machine's own address, for `npm start` and for the gallery's tests. */
import {createServer} from 'node:http';

/**
 * Listens on the port. The development server is given a server, because its own one would listen on every
 * address of the machine.
 * @param {number} port 0 for any that is free
 * @param {{watch: boolean}} options
 */
export async function serve(port, {watch}) {
  // Loaded only now: the first start has installed these packages a moment ago.
  const {startDevServer} = await import('@web/dev-server');
  const {devServerConfig} = await import('./dev-server.mjs');
  const server = createServer();
  const devServer = await startDevServer({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    logStartMessage: false,
    config: {
      ...(await devServerConfig()),
      port,
      watch,
      clearTerminalOnReload: false,
      middlewareMode: {server},
    },
  });
  const answer = devServer.koaApp.callback();
  server.on('request', (request, response) => {
    // The address alone is enough to find the demo.
    if (request.url === '/') response.writeHead(302, {location: '/demo/'}).end();
    else void answer(request, response);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const {port: chosen} = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${chosen}`,
    stop: async () => {
      server.closeAllConnections();
      await Promise.all([devServer.stop(), new Promise((resolve) => server.close(resolve))]);
    },
  };
}
