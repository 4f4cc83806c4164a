/** Reads the code of an error that another frame tells of. */
import {ERROR_CODES, type CallCardErrorCode} from './call-card-error.js';

/** The code itself; nothing when this kit does not know it. */
export function asErrorCode(value: unknown): CallCardErrorCode | undefined {
  const codes = Object.keys(ERROR_CODES) as readonly CallCardErrorCode[];
  return codes.find((code) => code === value);
}
