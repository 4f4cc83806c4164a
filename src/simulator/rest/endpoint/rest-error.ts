/** The errors of REST, with the HTTP statuses that belong to their codes. */

/** The HTTP statuses of the platform's codes. Codes of modules have 400. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  NO_AUTH_FOUND: 401,
  expired_token: 401,
  invalid_token: 401,
  insufficient_scope: 403,
  INVALID_CREDENTIALS: 403,
  user_access_error: 403,
  WRONG_AUTH_TYPE: 403,
  allowed_only_intranet_user: 403,
  ERROR_METHOD_NOT_FOUND: 404,
  ERROR_MANIFEST_IS_NOT_AVAILABLE: 404,
  ERROR_BATCH_METHOD_NOT_ALLOWED: 405,
  OPERATION_TIME_LIMIT: 429,
  INTERNAL_SERVER_ERROR: 500,
  ERROR_UNEXPECTED_ANSWER: 500,
  PORTAL_DELETED: 500,
  QUERY_LIMIT_EXCEEDED: 503,
  OVERLOAD_LIMIT: 503,
};

export function statusOfCode(code: string): number {
  return Object.hasOwn(STATUS_OF_CODE, code) ? (STATUS_OF_CODE[code] ?? 400) : 400;
}

export interface RestErrorBody {
  readonly error: string;
  readonly error_description: string;
}

/** Thrown by a method to refuse a call. It becomes the answer. */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly code: string;
  readonly status: number;

  /**
   * @param code - empty or prose in the portal's older methods
   * @param description - the message for people; a portal writes it in the user's language
   * @param status - the HTTP status; the one that belongs to the code by default
   */
  constructor(code: string, description: string, status = statusOfCode(code)) {
    super(description);
    this.code = code;
    this.status = status;
  }

  get body(): RestErrorBody {
    return {error: this.code, error_description: this.message};
  }
}

/** The refusal of the portal's newer CRM methods. */
export function accessDenied(): RestError {
  return new RestError('ACCESS_DENIED', 'Access denied.');
}

/** The refusal of the portal's older methods, which has no code. */
export function oldAccessDenied(): RestError {
  return new RestError('', 'Access denied.');
}

export function missingArgument(name: string): RestError {
  return new RestError('REQUIRED_ARG_MISSING', `Required argument ${name} is missing.`);
}
