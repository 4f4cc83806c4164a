/** The simulator's browser half: a portal page that runs without Bitrix24. */
export {SimulatedPortal} from './portal/page/simulated-portal.js';
export {
  PortalBackend,
  type MethodAnswer,
  type MethodAnswers,
  type PortalBackendOptions,
} from './backend-client.js';
export type {
  ChildPageOptions,
  SimulatedPortalOptions,
  TabOptions,
  WorkerPage,
} from './portal/page/portal-options.js';
export {DENIALS, type Denial, type FrameConditions} from './portal/frames/frame-conditions.js';
export {FrameError, type FrameErrorCode} from './portal/frames/frame-error.js';
export {ManualClock, systemClock, type PortalClock} from './portal/page/clock.js';
export type {CardSnapshot} from './portal/card/portal-call.js';
export type {CallSetup, SimulatedCall} from './portal/card/call-facts.js';
export type {Card, CardTimer} from './portal/card/card-machine.js';
export type {Dialect} from './portal/commands/card-commands.js';
export type {CardTab, CardViewSetup} from './portal/card/card-mount.js';
export type {CredentialSource, IssuedToken, PageAnswers} from './portal/page/credentials.js';
export type {Fault, Faults} from './portal/frames/message-faults.js';
export type {
  Messenger,
  MessengerCommand,
  MessengerRequest,
} from './portal/page/portal-messenger.js';
export type {FrameOptions, PortalFrame} from './portal/frames/portal-frame.js';
export type {Timeline, TimelineEntry} from './portal/frames/timeline.js';
