/**
 * The one configuration of the server that the demo and the browser tests share. Own are the simulator's
 * REST and the posted pages; the server is @web/dev-server.
 */
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {contentSecurityPolicy} from './content-security-policy.mjs';
import {projectPath} from '../project-path.mjs';

/**
 * @typedef {import('@web/dev-server-core').Middleware} Middleware
 * @typedef {import('@web/dev-server-core').Plugin} Plugin
 */

/** The portal's origin. The app's pages come from `localhost`: same server, other origin and site. */
export const hostname = '127.0.0.1';

export async function devServerConfig() {
  return {
    rootDir: projectPath('.'),
    hostname,
    nodeResolve: {browser: true},
    middleware: [refuseStrangers, await simulatorMiddleware(), servePostedPages, serveCopy],
    plugins: [
      esbuildPlugin({ts: true, target: 'es2022', tsconfig: projectPath('tsconfig.json')}),
      defineNodeEnv,
      policedPages,
    ],
  };
}

/**
 * The test runner's server listens on every address of the machine; only this machine is answered.
 * @type {Middleware}
 */
const refuseStrangers = (context, next) => {
  const address = context.req.socket.remoteAddress ?? '';
  if (/^(::ffff:)?127\.|^::1$/.test(address)) return next();
  context.status = 403;
};

/**
 * A portal opens an app's frame by posting a form to it. The pages here are files, which are only
 * served to a GET; whoever wants the form's data has read it in an earlier middleware.
 * @type {Middleware}
 */
const servePostedPages = (context, next) => {
  if (context.method === 'POST' && /^\/(demo|test)\//.test(context.path)) {
    context.req.resume();
    context.method = 'GET';
  }
  return next();
};

/**
 * The built files under a second address, as a page has them that loads two copies of the kit.
 * @type {Middleware}
 */
const serveCopy = (context, next) => {
  context.path = context.path.replace(/^\/copy-of-dist\//, '/dist/');
  return next();
};

/**
 * The simulator's REST. While its source has a mistake, only the requests to it fail, with the reason:
 * the other tests and pages don't need it.
 * @returns {Promise<Middleware>}
 */
async function simulatorMiddleware() {
  const path = projectPath('src/simulator/node/http-adapter.ts');
  try {
    const {tsImport} = await import('tsx/esm/api');
    return (await tsImport(path, import.meta.url)).createSimulatorMiddleware();
  } catch (error) {
    console.error('The simulator can not be loaded.', error);
    return (context, next) => {
      if (!/^\/(rest|simulator)\//.test(context.path)) return next();
      context.status = 500;
      context.body = String(error);
      return undefined;
    };
  }
}

/**
 * Packages written for bundlers ask for this name, which browsers don't have.
 * @type {Plugin}
 */
const defineNodeEnv = {
  name: 'define-node-env',
  transform(context) {
    if (!context.response.is('js') || typeof context.body !== 'string') return undefined;
    return context.body.replaceAll(/\bprocess\.env\.NODE_ENV\b/g, '"development"');
  },
};

/**
 * Some of the tests' pages forbid whatever an app's pages may forbid, by a header: from a tag the
 * directive about the frame's own parent is not read. They go without the script that the test runner
 * puts into every page, which is not the app's and breaks the policy.
 * @type {Plugin}
 */
const policedPages = {
  name: 'policed-pages',
  transform(context) {
    if (!/^\/test\/pages\/csp-[^/]*\.html$/.test(context.path)) return undefined;
    const portal = `http://${hostname}:${context.socket.localPort ?? 0}`;
    const policies = String(context.query['policies'] ?? '').split(' ');
    return {
      body: String(context.body).replace(/<!-- injected by web-dev-server -->.*?<\/script>/s, ''),
      headers: {'Content-Security-Policy': contentSecurityPolicy(portal, policies)},
      transformCache: false,
    };
  },
};
