/** An error as REST words it, with the HTTP status that belongs to its code. */

/** Every platform code with its status; a code of a module has 400. */
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

/** Thrown by a method's handler; becomes the answer. */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly code: string;
  readonly status: number;

  /**
   * @param code - may be empty or prose, as old methods have it
   * @param description - for people; a portal words it in the user's language
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

/** The refusal of modern CRM methods. */
export function accessDenied(): RestError {
  return new RestError('ACCESS_DENIED', 'Access denied.');
}

/** The refusal of methods from before the codes: an empty one. */
export function oldAccessDenied(): RestError {
  return new RestError('', 'Access denied.');
}

export function missingArgument(name: string): RestError {
  return new RestError('REQUIRED_ARG_MISSING', `Required argument ${name} is missing.`);
}
