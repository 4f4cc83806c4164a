/**
 * The configuration of @web/dev-server for the demo and the browser tests. Own middleware serves the
 * simulator's REST and the pages that a portal posts to.
 */
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {text} from 'node:stream/consumers';
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
    middleware: [refuseStrangers, await simulatorMiddleware(), await postedPages(), serveCopy],
    plugins: [
      esbuildPlugin({ts: true, target: 'es2022', tsconfig: projectPath('tsconfig.json')}),
      defineNodeEnv,
      policedPages,
      pagesWithContext,
    ],
  };
}

/**
 * Refuses other machines: the test runner's server listens on every address.
 * @type {Middleware}
 */
const refuseStrangers = (context, next) => {
  const address = context.req.socket.remoteAddress ?? '';
  if (/^(::ffff:)?127\.|^::1$/.test(address)) return next();
  context.status = 403;
  return undefined;
};

/** Where a page gets the context script of the form that has opened it. */
const CONTEXT_PLACE = '<!-- context script -->';

/**
 * The context scripts of the requests that are being answered.
 * @type {WeakMap<import('node:http').IncomingMessage, string>}
 */
const contextScripts = new WeakMap();

/**
 * A portal opens an app's frame by posting a form to it. The pages here are files, which are served to a
 * GET only; what an app's server would write into them comes from the form.
 * @returns {Promise<Middleware>}
 */
async function postedPages() {
  const {tsImport} = await import('tsx/esm/api');
  const path = projectPath('src/entries/server.ts');
  /** @type {typeof import('../../../src/entries/server.js')} */
  const {contextScript, readPlacementRequest} = await tsImport(path, import.meta.url);
  return async (context, next) => {
    if (context.method === 'POST' && /^\/(demo|test)\//.test(context.path)) {
      const body = await text(context.req);
      const {value} = await readPlacementRequest({query: context.query, body});
      contextScripts.set(context.req, contextScript(value));
      context.method = 'GET';
    }
    return next();
  };
}

/**
 * Serves the built files under a second address too, for pages that load two copies of the kit.
 * @type {Middleware}
 */
const serveCopy = (context, next) => {
  context.path = context.path.replace(/^\/copy-of-dist\//, '/dist/');
  return next();
};

/**
 * Serves the simulator's REST. A mistake in its source fails the requests to it, with the reason, and
 * nothing else.
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
 * Packages written for bundlers read this name, which browsers don't have.
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
 * Gives some of the tests' pages the strictest policy that an app's pages may have. It is a header, since
 * browsers ignore `frame-ancestors` in a tag. The script that the test runner puts into every page would
 * break the policy and is taken out.
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

/**
 * Writes the context script into the pages that have a place for it.
 * @type {Plugin}
 */
const pagesWithContext = {
  name: 'pages-with-context',
  transform(context) {
    const body = String(context.body);
    if (context.response.is('html') === false || !body.includes(CONTEXT_PLACE)) return undefined;
    const script = contextScripts.get(context.req) ?? '';
    return {body: body.replace(CONTEXT_PLACE, () => script), transformCache: false};
  },
};
