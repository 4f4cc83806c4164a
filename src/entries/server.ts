/** The entry `call-card-kit/server`: reads and checks what a portal posts to the app's server. */
export {isAllowedPortal} from '../server/allowed-portal.js';
export {verifyApplicationToken} from '../server/application-token.js';
export {contextScript, type ContextScriptOptions} from '../server/context-script.js';
export {readEventRequest, type EventAuth, type EventRequest} from '../server/event-request.js';
export {readPlacementRequest, type PlacementRequest} from '../server/placement-request.js';
export type {PortalEvent} from '../server/portal-event.js';
export type {AppStatus, PortalTokens} from '../server/portal-fields.js';
export type {ParsedRequest, RequestInput} from '../server/request-input.js';
export type {Call, CallNumber} from '../model/call/call.js';
export type {EntityRef} from '../model/entity/entity-ref.js';
export type {Problem, Reading} from '../model/parse/reading.js';
export type {Placement} from '../model/portal/placement.js';
