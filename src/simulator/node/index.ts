/** The simulator's other half, for Node: the REST of simulated portals, behind any HTTP server. */
export {
  createSimulatorMiddleware,
  type Middleware,
  type MiddlewareContext,
} from './http-adapter.js';
export {RestError} from '../rest/endpoint/rest-error.js';
export {SimulatorBackend, type SimulatorBackendOptions} from '../rest/simulator-backend.js';
export type {MethodAnswer, MethodAnswers} from '../rest/contract.js';
export type {MethodResult} from '../rest/endpoint/rest-answer.js';
export type {
  OwnMethod,
  OwnMethodCall,
  OwnMethodRun,
  OwnMethods,
} from '../rest/methods/own-methods.js';
