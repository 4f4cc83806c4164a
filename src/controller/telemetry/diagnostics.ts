/** What went by unseen: counted, so that an integrator can tell a quiet portal from a strange one. */
import type {HubFault} from '../../model/hub/hub-message.js';
import type {PortalNotice} from '../../model/portal/portal-notice.js';

export interface Diagnostics {
  /** Answers that came after the time limit or a second time; they changed nothing. */
  readonly lateAnswers: number;
  /** Messages of another window or another origin; they were not read. */
  readonly foreignMessages: number;
  /** Messages of the portal for another client on the page. */
  readonly unknownCallbacks: number;
  readonly malformedMessages: number;
  /** Events that came through a second binding; they were told once. */
  readonly doubledEvents: number;
  /** Values of events and answers that could not be read. */
  readonly unreadableValues: number;
  readonly commands: number;
  readonly failedCommands: number;
  readonly events: number;
  /** REST requests over HTTP; a batch is one. */
  readonly requests: number;
  readonly tokenRenewals: number;
  /** Messages between the app's frames that another version of the kit wrote. */
  readonly foreignHubMessages: number;
  /** Messages between the app's frames that are too long, or of no known form. */
  readonly unreadableHubMessages: number;
  /** Messages between the app's frames under this frame's own name, or sent a second time. */
  readonly forgedHubMessages: number;
  /** Messages of a frame that has not introduced itself; it is asked to. */
  readonly unknownSenderMessages: number;
}

/** The counter of each notice of the portal. */
export const NOTICE_COUNTERS: Readonly<Record<PortalNotice['kind'], keyof Diagnostics>> = {
  'late-answer': 'lateAnswers',
  malformed: 'malformedMessages',
  foreign: 'foreignMessages',
  'unknown-callback': 'unknownCallbacks',
  'doubled-event': 'doubledEvents',
  request: 'requests',
  renewal: 'tokenRenewals',
};

/** The counter of each message between frames that changed nothing. */
export const HUB_FAULT_COUNTERS: Readonly<Record<HubFault, keyof Diagnostics>> = {
  'foreign-version': 'foreignHubMessages',
  oversized: 'unreadableHubMessages',
  malformed: 'unreadableHubMessages',
  forged: 'forgedHubMessages',
  replayed: 'forgedHubMessages',
  stranger: 'unknownSenderMessages',
};

/** Before anything has happened. */
export const NO_COUNTS: Diagnostics = {
  lateAnswers: 0,
  foreignMessages: 0,
  unknownCallbacks: 0,
  malformedMessages: 0,
  doubledEvents: 0,
  unreadableValues: 0,
  commands: 0,
  failedCommands: 0,
  events: 0,
  requests: 0,
  tokenRenewals: 0,
  foreignHubMessages: 0,
  unreadableHubMessages: 0,
  forgedHubMessages: 0,
  unknownSenderMessages: 0,
};
