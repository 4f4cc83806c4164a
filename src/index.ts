/** Everything that can be imported from `call-card-kit`. Importing registers nothing. */
export {connect, pageController} from './connect.js';
export {
  AUTO_CLOSE_HOLD_MS,
  CallCardController,
  type ActionRequest,
  type CallCardControllerOptions,
} from './controller/call-card-controller.js';
export {
  isActionAllowed,
  isCommandAvailable,
  type ActionAllowance,
} from './controller/availability.js';
export type {Hold, HoldOptions} from './controller/auto-close.js';
export type {Clock} from './controller/clock.js';
export type {Diagnostics} from './controller/diagnostics.js';
export type {Logger, LogRecord} from './controller/log-record.js';
export type * from './controller/snapshot.js';
export {CallCardError, type CallCardErrorCode} from './model/call-card-error.js';
export type {Call, CallDirection, CallNumber, CallProgress, EntityChange} from './model/call.js';
export {
  CARD_COMMANDS,
  type CardCommand,
  type CardCommandName,
  type CardCommandParameters,
  type CardCommandResults,
} from './model/card-command.js';
export {CARD_EVENTS, type CardEventName, type CardEventValues} from './model/card-event.js';
export {entityPath, sameEntity, type EntityRef} from './model/entity-ref.js';
export {ENTITY_TYPES, entityTypeOf, type EntityType} from './model/entity-type.js';
export type {InitData, PlacementInterface} from './model/init-data.js';
export type {
  ActionName,
  DialDigit,
  OperatorAction,
  Stars,
  TransferTarget,
} from './model/operator-action.js';
export type {Placement} from './model/placement.js';
export type {Problem, Reading} from './model/reading.js';
export type {BatchOutcome, RestAnswer, RestOutcome} from './model/rest-answer.js';
export type {PortalSession} from './model/session.js';
export {
  actionsIn,
  UI_STATES,
  UNLISTED_UI_STATES,
  type AnyUiState,
  type UiState,
  type UnlistedUiState,
} from './model/ui-state.js';
export {fromFrame, type FramePortalOptions} from './portal/frame/frame-link.js';
export type {PortalNotice} from './model/portal-notice.js';
export type {
  BatchCalls,
  CallOptions,
  Portal,
  RequestParameters,
  RestOptions,
} from './portal/portal.js';
