/** The simulator's other half, for Node: the REST of simulated portals, behind any HTTP server. */
export {
  createSimulatorMiddleware,
  type Middleware,
  type MiddlewareContext,
} from './http-adapter.js';
export {SimulatorBackend} from '../rest/simulator-backend.js';
