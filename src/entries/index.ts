/** Everything that can be imported from `call-card-kit`. Importing registers nothing. */
export {CallCardContextElement} from '../components/call-card-context/call-card-context.js';
export {CallChangeEvent} from '../events/call-change-event.js';
export {CallReadyEvent} from '../events/call-ready-event.js';
export {CallNotesElement} from '../components/call-notes/call-notes.js';
export type {SaveNote} from '../components/call-notes/note-destination.js';
export type {TransferQueue} from '../components/call-state-controls/transfer/transfer-options.js';
export {CallStateControlsElement} from '../components/call-state-controls/call-state-controls.js';
export {CallSummaryElement} from '../components/call-summary/call-summary.js';
export {CrmEntityPanelElement} from '../components/crm-entity-panel/crm-entity-panel.js';
export type {
  ActivityDisplay,
  ActivityFormatter,
  ActivityFormatters,
} from '../components/crm-history/activity-formatters.js';
export {CrmHistoryElement} from '../components/crm-history/crm-history.js';
export {controllerContext} from '../components/shared/controller/controller-context.js';
export {connect, pageController} from '../controller/connect.js';
export type {
  ActionListenerOptions,
  ActionRequest,
} from '../controller/actions/action-dispatcher.js';
export {
  CallCardController,
  type CallCardControllerOptions,
} from '../controller/call-card-controller.js';
export {
  isActionAllowed,
  isCommandAvailable,
  type ActionAllowance,
} from '../controller/availability.js';
export type {Lead, StopEngine} from '../controller/actions/engine.js';
export {AUTO_CLOSE_HOLD_MS, type Hold, type HoldOptions} from '../controller/card/auto-close.js';
export type {Clock} from '../model/clock.js';
export type {Diagnostics} from '../controller/telemetry/diagnostics.js';
export type {Logger, LogRecord} from '../controller/telemetry/log-record.js';
export type * from '../controller/snapshot.js';
export {formatField} from '../crm/format/format-field.js';
export type {Telephone} from '../crm/actions/click-to-call.js';
export type {Section} from '../crm/record/field-sections.js';
export type {FieldDisplay} from '../crm/format/field-display.js';
export type {FieldFormatter, FieldFormatters} from '../crm/format/field-formatters.js';
export type {
  ActivityKind,
  ActivityOptions,
  CallOutcome,
  CrmActivity,
  CrmHistory,
  HistoryOptions,
  HistoryPart,
  HistoryProblem,
  OpenItem,
  RecentCalls,
  ResponsibleUser,
} from '../crm/history.js';
export type {ClientMultifield, CrmRecord, RecordField, RecordName, Stage} from '../crm/record.js';
export {CallActionEvent, type CallActionEventInit} from '../events/call-action-event.js';
export {CallActionRequestEvent} from '../events/call-action-request-event.js';
export {CallCommandEvent} from '../events/call-command-event.js';
export {CallErrorEvent} from '../events/call-error-event.js';
export {HistoryErrorEvent} from '../events/history-error-event.js';
export {HistoryLoadEvent} from '../events/history-load-event.js';
export {HistoryOpenEvent} from '../events/history-open-event.js';
export {NoteErrorEvent} from '../events/note-error-event.js';
export {NoteSaveEvent} from '../events/note-save-event.js';
export {NoteSavedEvent} from '../events/note-saved-event.js';
export {RecordErrorEvent} from '../events/record-error-event.js';
export {RecordCompleteEvent} from '../events/record-complete-event.js';
export {RecordLoadEvent} from '../events/record-load-event.js';
export {RecordMissingEvent} from '../events/record-missing-event.js';
export {RecordOpenEvent} from '../events/record-open-event.js';
export {addLanguage, setTexts} from '../i18n/customize.js';
export type {TextLoader} from '../i18n/localizer.js';
export type {SomeTexts} from '../i18n/texts.js';
export {CallCardError, type CallCardErrorCode} from '../model/errors/call-card-error.js';
export type {
  Call,
  CallDirection,
  CallNumber,
  CallProgress,
  EntityChange,
} from '../model/call/call.js';
export type {Caller, Responsible, Workday} from '../model/call/caller.js';
export type {Colleague, Presence} from '../model/call/colleague.js';
export {
  CARD_COMMANDS,
  type CardCommand,
  type CardCommandName,
  type CardCommandParameters,
  type CardCommandResults,
} from '../model/card/card-command.js';
export {actionsOn} from '../model/card/card.js';
export type {CardLayout, LayoutElement, LayoutSection} from '../model/crm/card-layout.js';
export type {HubCall} from '../model/hub/hub-call.js';
export type {FrameRole, HubFrame, LeaderRank} from '../model/hub/hub-frame.js';
export type {ActionOutcome} from '../model/hub/hub-message.js';
export {CARD_EVENTS, type CardEventName, type CardEventValues} from '../model/card/card-event.js';
export type {NoteState} from '../controller/notes/note-state.js';
export type {CallNote, Disposition, NoteSubject} from '../model/call/note-draft.js';
export {entityPath, sameEntity, type EntityRef} from '../model/entity/entity-ref.js';
export {ENTITY_TYPES, entityTypeOf, type EntityType} from '../model/entity/entity-type.js';
export type {InitData, PlacementInterface} from '../model/portal/portal-answers.js';
export type {
  ActionName,
  AnnouncedAction,
  DialDigit,
  OperatorAction,
  Stars,
  TransferTarget,
} from '../model/card/operator-action.js';
export {parsePhones, phoneHref, samePhone, type PhoneNumber} from '../model/call/phone.js';
export type {Placement} from '../model/portal/placement.js';
export type {Problem, Reading} from '../model/parse/reading.js';
export type {BatchOutcome, RestAnswer, RestOutcome} from '../model/portal/rest-answer.js';
export type {PortalSession} from '../model/portal/session.js';
export {
  actionsIn,
  UI_STATES,
  UNLISTED_UI_STATES,
  type AnyUiState,
  type UiState,
  type UnlistedUiState,
} from '../model/card/ui-state.js';
export {fromFrame, type FramePortalOptions} from '../portal/frame/frame-portal.js';
export type {PortalNotice} from '../model/portal/portal-notice.js';
export type {
  BatchCalls,
  CallOptions,
  Portal,
  RequestParameters,
  RestOptions,
} from '../portal/portal.js';
