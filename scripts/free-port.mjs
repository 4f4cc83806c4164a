/** Finds a port that nobody on this machine listens on. */
import {createServer} from 'node:net';

/**
 * @param {number} [preferred] taken when it is free
 * @returns {Promise<number>}
 */
export async function freePort(preferred = 0) {
  const port = await tryPort(preferred, '127.0.0.1');
  // Someone who listens on another address would answer for `localhost`.
  if (port !== undefined && (await tryPort(port)) !== undefined) return port;
  return freePort();
}

/**
 * @param {number} port 0 for any
 * @param {string} [host] every address when left out
 * @returns {Promise<number | undefined>} undefined when it is taken
 */
function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({port, host}, () => {
      const address = server.address();
      const taken = typeof address === 'object' ? address?.port : undefined;
      server.close(() => resolve(taken));
    });
  });
}
