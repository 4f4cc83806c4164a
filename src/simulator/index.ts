/** The simulator's browser half: a portal page that runs without Bitrix24. */
export {SimulatedPortal} from './portal/simulated-portal.js';
export {
  PortalBackend,
  type MethodAnswer,
  type MethodAnswers,
  type PortalBackendOptions,
} from './backend-client.js';
export type {
  FurtherPageOptions,
  SimulatedPortalOptions,
  TabOptions,
  WorkerPage,
} from './portal/portal-options.js';
export {DENIALS, type Denial, type FrameConditions} from './portal/frame-conditions.js';
export {FrameError, type FrameErrorCode} from './portal/frame-error.js';
export {ManualClock, systemClock, type PortalClock} from './portal/clock.js';
export type {CardPicture} from './portal/call-desk.js';
export type {CallSetup, SimulatedCall} from './portal/call-facts.js';
export type {Card, CardTimer} from './portal/card-machine.js';
export type {Dialect} from './portal/card-commands.js';
export type {CardTab, CardViewSetup} from './portal/card-mount.js';
export type {CredentialSource, IssuedToken, PageAnswers} from './portal/credentials.js';
export type {Fault, Faults} from './portal/faults.js';
export type {Messenger, MessengerCommand, MessengerRequest} from './portal/portal-messenger.js';
export type {FrameOptions, PortalFrame} from './portal/portal-frame.js';
export type {Timeline, TimelineEntry} from './portal/timeline.js';
