/** Imports a part of the kit when it is needed. */
import {CallCardError} from '../errors/call-card-error.js';

/** Resolves with the part; rejects with a `CallCardError` `offline` if it cannot be fetched. */
export async function importPart<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    throw new CallCardError('offline', 'A part of the kit could not be loaded.', {cause});
  }
}
