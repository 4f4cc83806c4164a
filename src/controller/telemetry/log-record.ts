/**
 * One line of the log, as data. It never contains a token: those stay in the portal's adapter, which
 * tells of a request only its method, its status and its duration.
 */
import type {CallCardErrorCode} from '../../model/errors/call-card-error.js';
import type {CardCommand} from '../../model/card/card-command.js';
import type {CardEvent} from '../../model/card/card-event.js';
import type {OperatorAction} from '../../model/card/operator-action.js';
import type {PortalNotice} from '../../model/portal/portal-notice.js';
import type {Problem} from '../../model/parse/reading.js';

export type LogRecord = {
  /** Milliseconds since the epoch. */
  readonly at: number;
} & (
  | {readonly kind: 'connection'; readonly status: 'connecting' | 'ready'}
  | {readonly kind: 'connection'; readonly status: 'failed'; readonly code: CallCardErrorCode}
  | {readonly kind: 'command'; readonly command: CardCommand; readonly status: 'sent' | 'done'}
  | {
      readonly kind: 'command';
      readonly command: CardCommand;
      readonly status: 'failed';
      readonly code: CallCardErrorCode;
    }
  | {readonly kind: 'event'; readonly event: CardEvent; readonly problems: readonly Problem[]}
  | {readonly kind: 'action'; readonly action: OperatorAction; readonly source: 'card' | 'controls'}
  | {readonly kind: 'notice'; readonly notice: PortalNotice}
);

/** Hears of everything that happens, for a console or a server of the integrator's. */
export type Logger = (record: LogRecord) => void;

/** A record without its time, which the controller adds. */
export type LogEntry = LogRecord extends infer R
  ? R extends LogRecord
    ? Omit<R, 'at'>
    : never
  : never;
