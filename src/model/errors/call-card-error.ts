/** The one error of the kit: a code, what was asked, whether trying again helps, and what to do. */

/** Every code with whether the same request may succeed when it is tried again. */
export const ERROR_CODES = {
  /** The page is not inside a portal's frame. */
  'not-in-portal': false,
  /** The portal did not answer within the time limit. */
  timeout: true,
  /** No card is open on the portal's page, or it belongs to a call the portal made itself. */
  'no-card': false,
  /** No frame of the app that could do it is there: no worker with this call's card. */
  unreachable: true,
  /** Several cards show the call; some did it, some refused. */
  'partial-failure': false,
  /** The card has no such state. */
  'invalid-ui-state': false,
  /** A parameter is missing or of a wrong type; nothing was sent, or the portal refused it. */
  'missing-field': false,
  /** The placement does not offer this command. */
  unsupported: false,
  /** The controller was disposed, or the page went away. */
  disconnected: false,
  /** The portal or the record refuses this user. */
  'not-allowed': false,
  /** There is no such record, or it was deleted. */
  'not-found': false,
  /** The app was not granted a scope that this method needs. */
  'missing-scope': false,
  /** The portal's request limit is reached. */
  'limit-reached': true,
  /** No network, or the portal can't be reached. */
  offline: true,
  /** The portal's servers are out of order: an internal error, or a gateway's page instead of theirs. */
  unavailable: true,
  /** The access token was refused and could not be renewed. */
  'not-authorized': false,
  /** The answer was not what the protocol says: not JSON, or of another shape. */
  'bad-answer': true,
  /** The portal answered with an error that has no code of its own here. */
  refused: false,
  /** The app's own listener of an action threw, or its promise rejected; the message is its own. */
  'app-failed': true,
  /** The request was cancelled by the one who made it. */
  aborted: true,
} as const;

export type CallCardErrorCode = keyof typeof ERROR_CODES;

/** A code that another frame has told; nothing when this kit does not know it. */
export function asErrorCode(value: unknown): CallCardErrorCode | undefined {
  const codes = Object.keys(ERROR_CODES) as readonly CallCardErrorCode[];
  return codes.find((code) => code === value);
}

export interface CallCardErrorDetails {
  /** What was asked: a command's or a REST method's name. */
  readonly request?: string;
  /** Its parameters. Never contains a token. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The portal's own code and words, when it sent any. The words are in the user's language. */
  readonly portal?: {
    readonly code: string;
    readonly description: string;
    readonly status?: number;
    /** For how many milliseconds it asks to be left alone, where it said so (`Retry-After`). */
    readonly retryAfterMs?: number;
  };
  /** Overrides what the code says about trying again. */
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

export class CallCardError extends Error {
  override readonly name = 'CallCardError';
  readonly code: CallCardErrorCode;
  readonly request: string | undefined;
  readonly parameters: Readonly<Record<string, unknown>> | undefined;
  readonly portal: CallCardErrorDetails['portal'];
  /** Whether the same request may succeed when it is tried again. */
  readonly retryable: boolean;

  /**
   * @param code - what went wrong, for programs
   * @param message - what the integrator should know and do, one sentence
   */
  constructor(code: CallCardErrorCode, message: string, details: CallCardErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : {cause: details.cause});
    this.code = code;
    this.request = details.request;
    this.parameters = details.parameters;
    this.portal = details.portal;
    this.retryable = details.retryable ?? ERROR_CODES[code];
  }
}

/** The error of what is requested before the connection is open, or after its end. */
export function disconnected(request: string): CallCardError {
  return new CallCardError('disconnected', 'There is no connection to the portal.', {request});
}

/** The error itself, or one that wraps whatever else was thrown. */
export function toCallCardError(thrown: unknown, request?: string): CallCardError {
  if (thrown instanceof CallCardError) return thrown;
  const details = {...(request === undefined ? {} : {request}), cause: thrown};
  if (isAbort(thrown)) return new CallCardError('aborted', 'The request was cancelled.', details);
  return new CallCardError('refused', messageOf(thrown), details);
}

/** What whatever was thrown says, in words. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}
